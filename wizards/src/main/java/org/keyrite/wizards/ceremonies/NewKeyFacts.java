// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/** What becomes known of the key that a ceremony makes. */
final class NewKeyFacts {
  /** Stands for the public half of a secret key. */
  static final String NONE = "none";

  /** Stands for the uses left of a key without a counter. */
  static final String UNLIMITED = "unlimited";

  /** Its number on its device, chosen before it is made. */
  static final Fact<Integer> REFERENCE = Fact.number("newKey.reference");

  static final Fact<Bytes> ID = new Fact<>("newKey.id", Codec.HEX);
  static final Fact<String> LABEL = Fact.text("newKey.label");
  static final Fact<String> KIND = Fact.text("newKey.kind");

  /** SubjectPublicKeyInfo in hex, or {@link #NONE}. */
  static final Fact<String> PUBLIC_KEY = Fact.text("newKey.publicKey");

  /** SHA-256 of that, or {@link #NONE}. */
  static final Fact<String> FINGERPRINT = Fact.text("newKey.fingerprint");

  /** By which algorithm it was proven, to what challenge, with what answer. */
  static final Fact<String> PROOF = Fact.text("newKey.proof");

  static final Fact<Bytes> CHALLENGE = new Fact<>("newKey.challenge", Codec.HEX);
  static final Fact<Bytes> ANSWER = new Fact<>("newKey.answer", Codec.HEX);

  /** How often it may still be used, or {@link #UNLIMITED}. */
  static final Fact<String> USES_LEFT = Fact.text("newKey.usesLeft");

  /** Whether it can be backed up. */
  static final Fact<String> BACKUP = Fact.text("newKey.backup");

  /** The file with the request for a certificate, and its hash. */
  static final Fact<String> REQUEST_FILE = Fact.text("newKey.requestFile");

  static final Fact<Bytes> REQUEST_HASH = new Fact<>("newKey.requestHash", Codec.HEX);

  private NewKeyFacts() {}
}
