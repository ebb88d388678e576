// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The content of file C4xx, without which a key is invisible (byte reference, section 2.7 [2+]).
 *
 * <pre>
 * 30 RSA, A0 EC, A8 secret key
 *   30          common attributes
 *     0C        label, UTF-8
 *     03        flags, here private and modifiable
 *     04        PIN that is needed, 01
 *   30          attributes of keys
 *     04        ID that PKCS #11 shows
 *     03        usage
 *     03        access flags, optional
 *     02        reference, optional; programs go by the file's number
 *   A0          subject, optional                        RSA and EC
 *   A1 30       30 { 04 00 }, 02 size in bits            RSA and EC
 *   A0 30       02 size in bits                          secret key
 *   A1 30       30 { 04 00 }                             secret key
 * </pre>
 *
 * <p>Written so; read leniently, because tools have put the size elsewhere. Members are kept as
 * found.
 *
 * @param kind what kind of key
 * @param common members of the common attributes
 * @param attributes members of the attributes of keys
 * @param details what follows
 */
public record KeyDescription(
    KeyKind kind, List<Tlv> common, List<Tlv> attributes, List<Tlv> details) {
  private static final String FORMAT = "key description";
  private static final Tag SEQUENCE = new Tag(0x30);
  private static final Tag LABEL = new Tag(0x0C);
  private static final Tag OCTETS = new Tag(0x04);
  private static final Tag BITS = new Tag(0x03);
  private static final Tag INTEGER = new Tag(0x02);
  private static final Tag SUBJECT_OR_SIZE = new Tag(0xA0);
  private static final Tag DETAILS = new Tag(0xA1);

  private static final Bytes PRIVATE_AND_MODIFIABLE = Bytes.of((byte) 0x06, (byte) 0xC0);
  private static final Bytes USER_PIN = Bytes.of((byte) 0x01);
  private static final Bytes NO_PATH =
      new Tlv(SEQUENCE, new Tlv(OCTETS, Bytes.EMPTY).encode()).encode();

  /** P-521, whose size some write as that of its bytes (section 2.5 no. 5 [1]). */
  private static final int ROUNDED_UP_521 = 528;

  /** The members are kept in their order. */
  public KeyDescription {
    common = List.copyOf(common);
    attributes = List.copyOf(attributes);
    details = List.copyOf(details);
  }

  /** The description of a new key, or of one that has none. */
  public static KeyDescription of(
      KeySpec spec, KeyId reference, KeyLabel label, PkcsId id, AllowedAlgorithms algorithms) {
    KeyKind kind = KeyKind.of(spec);
    Bytes size = new Tlv(INTEGER, integer(spec.bits())).encode();
    return new KeyDescription(
        kind,
        List.of(
            new Tlv(LABEL, label.encode()),
            new Tlv(BITS, PRIVATE_AND_MODIFIABLE),
            new Tlv(OCTETS, USER_PIN)),
        List.of(
            new Tlv(OCTETS, id.value()),
            new Tlv(BITS, Usage.of(spec, algorithms)),
            new Tlv(INTEGER, integer(reference.value()))),
        kind == KeyKind.SECRET
            ? List.of(
                new Tlv(SUBJECT_OR_SIZE, new Tlv(SEQUENCE, size).encode()),
                new Tlv(DETAILS, new Tlv(SEQUENCE, NO_PATH).encode()))
            : List.of(new Tlv(DETAILS, new Tlv(SEQUENCE, NO_PATH.plus(size)).encode())));
  }

  /**
   * The description in the content of the file.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static KeyDescription parse(Bytes content) throws ProblemException {
    Tlv whole = TlvReader.single(FORMAT, content);
    Optional<KeyKind> kind = KeyKind.tagged(whole.tag());
    if (kind.isEmpty()) {
      throw new Malformed(FORMAT, "tag", 0).asException();
    }
    TlvReader reader = TlvReader.of(FORMAT, whole.value());
    List<Tlv> common = reader.enter(SEQUENCE).rest();
    List<Tlv> attributes = reader.enter(SEQUENCE).rest();
    KeyDescription read = new KeyDescription(kind.get(), common, attributes, reader.rest());
    if (read.tagged(common, LABEL).count() > 1) {
      throw new Malformed(FORMAT, "label", 0).asException();
    }
    if (read.tagged(attributes, OCTETS).count() != 1) {
      throw new Malformed(FORMAT, "ID", 0).asException();
    }
    return read;
  }

  /** The content of the file. */
  public Bytes encode() {
    Bytes content =
        new Tlv(SEQUENCE, joined(common))
            .encode()
            .plus(new Tlv(SEQUENCE, joined(attributes)).encode())
            .plus(joined(details));
    return new Tlv(kind.tag(), content).encode();
  }

  private static Bytes joined(List<Tlv> members) {
    Bytes content = Bytes.EMPTY;
    for (Tlv member : members) {
      content = content.plus(member.encode());
    }
    return content;
  }

  /**
   * What the key is called, maybe nothing. Control characters, with which a device could write
   * anywhere in a terminal, and what is no UTF-8 are shown as a replacement character.
   */
  public String label() {
    return tagged(common, LABEL)
        .map(member -> new String(member.value().toByteArray(), StandardCharsets.UTF_8))
        .map(text -> text.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD"))
        .findFirst()
        .orElse("");
  }

  /** The ID that PKCS #11 shows. */
  public Bytes id() {
    return tagged(attributes, OCTETS).findFirst().orElseThrow().value();
  }

  /** What the key is for: content of the BIT STRING, which begins with the count of unused bits. */
  public Bytes usage() {
    return tagged(attributes, BITS).findFirst().map(Tlv::value).orElse(Bytes.EMPTY);
  }

  /** The reference that was written down; after a key was moved it may be the old one. */
  public OptionalInt reference() {
    return number(tagged(attributes, INTEGER));
  }

  /** Size of the key in bits, if the description tells it. */
  public OptionalInt size() {
    Tag where = kind == KeyKind.SECRET ? SUBJECT_OR_SIZE : DETAILS;
    OptionalInt told = number(tagged(details, where).flatMap(member -> inside(member.value())));
    boolean roundedUp = kind == KeyKind.EC && told.orElse(0) == ROUNDED_UP_521;
    return roundedUp ? OptionalInt.of(521) : told;
  }

  /** The same for a key that has this reference now. */
  public KeyDescription withReference(KeyId reference) {
    List<Tlv> changed = new ArrayList<>(attributes);
    changed.removeIf(member -> member.tag().equals(INTEGER));
    changed.add(new Tlv(INTEGER, integer(reference.value())));
    return new KeyDescription(kind, common, changed, details);
  }

  private Stream<Tlv> tagged(List<Tlv> members, Tag tag) {
    return members.stream().filter(member -> member.tag().equals(tag));
  }

  /** Numbers at any depth, for descriptions that have them one level higher or lower. */
  private static Stream<Tlv> inside(Bytes content) {
    List<Tlv> members;
    try {
      members = TlvReader.of(FORMAT, content).rest();
    } catch (ProblemException noTlv) {
      return Stream.empty();
    }
    return members.stream()
        .flatMap(
            member -> member.tag().isConstructed() ? inside(member.value()) : Stream.of(member))
        .filter(member -> member.tag().equals(INTEGER));
  }

  private static OptionalInt number(Stream<Tlv> integers) {
    Optional<Bytes> digits = integers.map(Tlv::value).findFirst();
    if (digits.isEmpty() || digits.get().size() < 1 || digits.get().size() > 3) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = 0; i < digits.get().size(); i++) {
      number = number << 8 | digits.get().at(i);
    }
    return OptionalInt.of(number);
  }

  /** DER of a number from 0 to 32767, at least one byte, the top bit not set. */
  private static Bytes integer(int number) {
    return number < 0x80 ? Bytes.of((byte) number) : Bytes.of((byte) (number >> 8), (byte) number);
  }
}
