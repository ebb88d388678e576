// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Slot;

/** What becomes known of the m-th member of a group while it is taken in. */
final class EnrolFacts {
  /** The journals of the visits before: id of the ceremony and last hash of each, or none. */
  static final Fact<String> VISITS = Fact.text("visits.before");

  /** One of the files that the visit before made; the others lie beside it. */
  static final Fact<String> DEVICE_IDS = Fact.text("deviceIds.path");

  static final Fact<String> MEMBERSHIPS = Fact.text("memberships.path");

  /** The register of members that goes on. */
  static final Fact<String> REGISTER_PATH = Fact.text("register.path");

  /** The device that issued the memberships, where it is at another site. */
  static final Fact<String> ISSUER = Fact.text("issuer.serial");

  static final Fact<String> ISSUER_ORIGIN = Fact.text("issuer.origin");
  static final Fact<String> ISSUER_REASON = Fact.text("issuer.reason");

  private EnrolFacts() {}

  private static String name(int m, String what) {
    return "member[" + m + "]." + what;
  }

  static Fact<String> serial(int m) {
    return Fact.text(name(m, "serial"));
  }

  /** SHA-256 of its certificate. */
  static Fact<Bytes> fingerprint(int m) {
    return new Fact<>(name(m, "fingerprint"), Codec.HEX);
  }

  /** What its certificates say about where it comes from. */
  static Fact<String> origin(int m) {
    return Fact.text(name(m, "origin"));
  }

  /** The last day of its certificates is over, or not. */
  static Fact<Boolean> outdated(int m) {
    return Fact.yesNo(name(m, "outdated"));
  }

  /** Why it is taken in although nobody knows its maker. */
  static Fact<String> reason(int m) {
    return Fact.text(name(m, "reason"));
  }

  static Fact<String> idFile(int m) {
    return Fact.text(name(m, "idFile"));
  }

  static Fact<Bytes> idHash(int m) {
    return new Fact<>(name(m, "idHash"), Codec.HEX);
  }

  static Fact<String> kdmFile(int m) {
    return Fact.text(name(m, "kdmFile"));
  }

  static Fact<Bytes> kdmHash(int m) {
    return new Fact<>(name(m, "kdmHash"), Codec.HEX);
  }

  /** The key domain after it was set up, read back. */
  static Fact<String> domain(int m) {
    return Fact.text(name(m, "domain"));
  }

  /** What a device ID tells of a device. */
  static Set<Slot> known(int m) {
    return new HashSet<>(
        List.of(serial(m), fingerprint(m), origin(m), outdated(m), idFile(m), idHash(m)));
  }
}
