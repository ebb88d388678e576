// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * The bytes of a state file; strict BER-TLV, every element once and in this order. Everything that
 * is a key or a PIN is in the clear. {@link StateReader} reads them.
 *
 * <pre>
 * E0 { 80 "keyrite simulated device 1"
 *      E1 { 81 root key (32)  82 issuer key (32)  83 day it was made, 2026-11-21 }
 *      E2 { 81 serial  82 firmware, major and minor (2)  83 key (32)  84 content of 2F02 }
 *      E3 { 81 options (2)  E4 user PIN  E4 SO-PIN }      empty if never initialised
 *           a PIN: { 81 value  82 tries left (1)  83 limit (1) }
 *      E5 { E6 { 81 identifier (2)  82 content } ... }    ascending
 *      E7 { E8 { 81 total (1)  82 outstanding (1)  83 sum (32), absent if none }
 *           E8 { 84 UID (32)  83 key (32), absent if none }    an XKEK domain
 *           E8 { } for an undefined domain ... }
 *      E9 { {@link KeyFormat} ... } }                     absent if there are no keys
 * </pre>
 */
final class StateFormat {
  static final String NAME = "simulated device";

  static final Bytes MAGIC = ascii("keyrite simulated device 1");
  static final int WHOLE = 0xE0;
  static final int AUTHORITY = 0xE1;
  static final int IDENTITY = 0xE2;
  static final int SETUP = 0xE3;
  static final int PIN = 0xE4;
  static final int FILES = 0xE5;
  static final int FILE = 0xE6;
  static final int DOMAINS = 0xE7;
  static final int DOMAIN = 0xE8;
  static final int KEYS = 0xE9;

  /** The first element of an XKEK domain, by which it is told from others. */
  static final int XKEK = 0x84;

  private StateFormat() {}

  static Bytes encode(SimulatedState state) {
    Identity identity = state.identity();
    SimulatedAuthority authority = identity.authority();
    return Ber.tlv(
        WHOLE,
        Ber.tlv(0x80, MAGIC),
        Ber.tlv(
            AUTHORITY,
            Ber.tlv(0x81, authority.rootKey().bytes()),
            Ber.tlv(0x82, authority.issuerKey().bytes()),
            Ber.tlv(0x83, ascii(authority.from().toString()))),
        Ber.tlv(
            IDENTITY,
            Ber.tlv(0x81, ascii(identity.serial())),
            Ber.tlv(
                0x82,
                Ber.octet(identity.firmware().major()),
                Ber.octet(identity.firmware().minor())),
            Ber.tlv(0x83, identity.key().bytes()),
            Ber.tlv(0x84, identity.certificates())),
        Ber.tlv(SETUP, state.setup().map(StateFormat::encode).orElse(Bytes.EMPTY)),
        encode(state.files()),
        encode(state.domains()),
        encode(state.keys()));
  }

  private static Bytes encode(Setup setup) {
    return Ber.join(
        Ber.tlv(0x81, Ber.pair(setup.options())), encode(setup.userPin()), encode(setup.soPin()));
  }

  private static Bytes encode(Pin pin) {
    return Ber.tlv(
        PIN,
        Ber.tlv(0x81, pin.value().bytes()),
        Ber.tlv(0x82, Ber.octet(pin.triesLeft())),
        Ber.tlv(0x83, Ber.octet(pin.limit())));
  }

  private static Bytes encode(StoredFiles files) {
    Bytes all = Bytes.EMPTY;
    for (var file : files.content().entrySet()) {
      Bytes identifier = Ber.tlv(0x81, Ber.pair(file.getKey()));
      all = all.plus(Ber.tlv(FILE, identifier, Ber.tlv(0x82, file.getValue())));
    }
    return Ber.tlv(FILES, all);
  }

  private static Bytes encode(List<KeyDomain> domains) {
    Bytes all = Bytes.EMPTY;
    for (KeyDomain domain : domains) {
      all = all.plus(Ber.tlv(DOMAIN, encode(domain)));
    }
    return Ber.tlv(DOMAINS, all);
  }

  private static Bytes encode(KeyDomain domain) {
    return switch (domain) {
      case KeyDomain.Undefined _ -> Bytes.EMPTY;
      case KeyDomain.Dkek dkek ->
          Ber.join(
              Ber.tlv(0x81, Ber.octet(dkek.total())),
              Ber.tlv(0x82, Ber.octet(dkek.outstanding())),
              dkek.sum().map(sum -> Ber.tlv(0x83, sum.bytes())).orElse(Bytes.EMPTY));
      case KeyDomain.Xkek xkek ->
          Ber.tlv(XKEK, xkek.uid())
              .plus(xkek.secret().map(key -> Ber.tlv(0x83, key.bytes())).orElse(Bytes.EMPTY));
    };
  }

  /**
   * Absent without keys, so that files from before there were keys are read and written as ever.
   */
  private static Bytes encode(StoredKeys keys) {
    Bytes all = Bytes.EMPTY;
    for (var key : keys.content().entrySet()) {
      all = all.plus(KeyFormat.encode(key.getKey(), key.getValue()));
    }
    return all.size() == 0 ? Bytes.EMPTY : Ber.tlv(KEYS, all);
  }

  static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The text that these bytes are, as {@link #ascii} has written it. */
  static String text(Bytes ascii) {
    return new String(ascii.toByteArray(), StandardCharsets.US_ASCII);
  }
}
