// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * Root and issuer of simulated devices. The names say what they are, and nobody takes them for a
 * maker of hardware; the private keys lie in every simulated device, so that another device of the
 * same authority can be made from any of them. Devices of one authority accept each other.
 *
 * @param rootKey signs the issuer
 * @param issuerKey signs devices
 * @param from the day that it was made
 */
public record SimulatedAuthority(Hidden rootKey, Hidden issuerKey, LocalDate from) {
  static final String ROOT = "ZZSIMUROOT00001";
  static final String ISSUER = "ZZSIMUISSU00001";

  /**
   * An authority whose keys are keys.
   *
   * @throws IllegalArgumentException if they are not
   */
  public SimulatedAuthority {
    new CvcKey(rootKey);
    new CvcKey(issuerKey);
  }

  /** A new authority. */
  public static SimulatedAuthority create(RandomGenerator random, LocalDate today) {
    return new SimulatedAuthority(
        CvcKey.generate(random).scalar(), CvcKey.generate(random).scalar(), today);
  }

  /** The self-signed certificate that ends the chain; no device shows it. */
  public Bytes rootCertificate() {
    CvcKey root = new CvcKey(rootKey);
    return new CertificateBody(ROOT, ROOT, root.publicPoint(), CertificateBody.ROOT, from)
        .signedBy(root);
  }

  Bytes issuerCertificate() {
    Bytes point = new CvcKey(issuerKey).publicPoint();
    return new CertificateBody(ROOT, ISSUER, point, CertificateBody.ISSUER, from)
        .signedBy(new CvcKey(rootKey));
  }

  Bytes deviceCertificate(String holder, Bytes point, LocalDate made) {
    return new CertificateBody(ISSUER, holder, point, CertificateBody.DEVICE, made)
        .signedBy(new CvcKey(issuerKey));
  }
}
