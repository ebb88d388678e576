// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.PlanProblem.TextTooLong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The content of file 2F03 (byte reference, section 2.7 [2+]). A device without it is shown by
 * OpenSC with the label SmartCard-HSM.
 *
 * <pre>
 * 30
 *   02  version, 0
 *   04  serial number          optional
 *   0C  manufacturer, UTF-8    optional
 *   80  label, UTF-8           optional
 *   03  flags
 *   …   what PKCS #15 has besides, kept as found
 * </pre>
 *
 * @param members all of them, in their order
 */
public record TokenInfo(List<Tlv> members) {
  /** The most bytes of a label: what PKCS #11 shows of it. [inf] */
  public static final int LONGEST_LABEL = 32;

  private static final String FORMAT = "token information";
  private static final Tag SEQUENCE = new Tag(0x30);
  private static final Tag VERSION = new Tag(0x02);
  private static final Tag LABEL = new Tag(0x80);
  private static final Tag FLAGS = new Tag(0x03);

  /** Log-in required, token initialised: what OpenSC writes. */
  private static final Bytes USUAL_FLAGS = Bytes.of((byte) 0x05, (byte) 0x20);

  /** The members are kept in their order. */
  public TokenInfo {
    members = List.copyOf(members);
  }

  /**
   * The information of a device with this label, as OpenSC writes it.
   *
   * @throws ProblemException {@link TextTooLong} if the label has more than 32 bytes in UTF-8
   */
  public static TokenInfo labelled(String label) throws ProblemException {
    Bytes encoded = Bytes.of(label.getBytes(StandardCharsets.UTF_8));
    if (encoded.size() > LONGEST_LABEL) {
      throw new TextTooLong(encoded.size(), LONGEST_LABEL).asException();
    }
    return new TokenInfo(
        List.of(
            new Tlv(VERSION, Bytes.of((byte) 0)),
            new Tlv(LABEL, encoded),
            new Tlv(FLAGS, USUAL_FLAGS)));
  }

  /**
   * The information in the content of the file.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static TokenInfo parse(Bytes content) throws ProblemException {
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader reader = whole.enter(SEQUENCE);
    List<Tlv> members = new ArrayList<>();
    members.add(new Tlv(VERSION, reader.next(VERSION)));
    members.addAll(reader.rest());
    whole.finish();
    TokenInfo info = new TokenInfo(members);
    info.refuseRepeatedOrBrokenLabel();
    return info;
  }

  private void refuseRepeatedOrBrokenLabel() throws ProblemException {
    List<Tlv> labels = members.stream().filter(member -> member.tag().equals(LABEL)).toList();
    if (labels.size() > 1 || (labels.size() == 1 && text(labels.getFirst().value()).isEmpty())) {
      throw new Malformed(FORMAT, "label", 0).asException();
    }
  }

  /** The content of the file. */
  public Bytes encode() {
    Bytes content = Bytes.EMPTY;
    for (Tlv member : members) {
      content = content.plus(member.encode());
    }
    return new Tlv(SEQUENCE, content).encode();
  }

  /**
   * What the device is called, if it was given a label. Control characters, with which a device
   * could write anywhere in a terminal, are shown as a replacement character.
   */
  public Optional<String> label() {
    return members.stream()
        .filter(member -> member.tag().equals(LABEL))
        .findFirst()
        .flatMap(member -> text(member.value()))
        .map(text -> text.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD"));
  }

  private static Optional<String> text(Bytes content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(content.toByteArray()))
              .toString());
    } catch (CharacterCodingException noUtf8) {
      return Optional.empty();
    }
  }
}
