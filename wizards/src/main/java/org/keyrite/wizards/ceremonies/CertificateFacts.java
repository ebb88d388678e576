// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/**
 * What becomes known of the i-th certificate that comes into a ceremony.
 *
 * @param i from 1
 */
record CertificateFacts(int i) {
  /** It is valid now. */
  static final String VALID = "valid";

  /** It is valid later only. */
  static final String EARLY = "early";

  private String name(String what) {
    return "certificate[" + i + "]." + what;
  }

  /** Where people say that its file is. */
  Fact<String> path() {
    return Fact.text(name("path"));
  }

  /** SHA-256 of its DER. */
  Fact<Bytes> sha256() {
    return new Fact<>(name("sha256"), Codec.HEX);
  }

  Fact<String> subject() {
    return Fact.text(name("subject"));
  }

  Fact<String> issuer() {
    return Fact.text(name("issuer"));
  }

  /** Since when it is valid, in UTC. */
  Fact<String> from() {
    return Fact.text(name("from"));
  }

  /** Up to when. */
  Fact<String> until() {
    return Fact.text(name("until"));
  }

  /** {@link #VALID} or {@link #EARLY}. */
  Fact<String> validity() {
    return Fact.text(name("validity"));
  }

  /** The key that it is for: a list of one. */
  Fact<List<ListedKey>> key() {
    return new Fact<>(name("key"), ListedKey.LIST);
  }

  /** The file with what stood beside the key before. */
  Fact<String> before() {
    return Fact.text(name("before"));
  }

  /** What is read in the file. */
  List<Fact<?>> told() {
    return List.of(sha256(), subject(), issuer(), from(), until(), validity());
  }

  /** What people look at, before anything is changed. */
  Attest.Shown[] shown() {
    return List.<Fact<?>>of(key(), subject(), issuer(), from(), until(), validity(), sha256())
        .stream()
        .map(Attest.Shown.Openly::new)
        .toArray(Attest.Shown[]::new);
  }
}
