// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * A key that the device believes because its root, or one that its root believes, has signed it.
 *
 * @param holder whose key it is (CHR)
 * @param key the key
 * @param rights what the certificate lets it do; C0 for the root, 80 for an issuer of devices
 */
record CertifiedKey(Bytes holder, EcPublic key, int rights) {
  private static final int MAY_ISSUE = 0xC0;

  /** The root that the device was made with. */
  static CertifiedKey root(SimulatedAuthority authority) {
    return new CertifiedKey(
        StateFormat.ascii(SimulatedAuthority.ROOT),
        new EcPublic(EcCurve.BRAINPOOL_256_R1, new CvcKey(authority.rootKey()).publicPoint()),
        CertificateBody.ROOT);
  }

  boolean mayIssue() {
    return (rights & MAY_ISSUE) != 0;
  }
}
