// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

/** What is known of the signature under a certificate or a request. */
public enum SignatureCheck {
  /** It was made by the key that stands in the same file. */
  OWN_KEY,
  /** It should be of that key, and is not. */
  WRONG,
  /** It is of another key, which is not in the file. */
  ISSUER,
  /** It is made in a way, or with a kind of key, that is not known here. */
  UNKNOWN
}
