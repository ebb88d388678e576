// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * Selects a file and asks about it: {@code 00 A4 00 00 02 file 00} (section 2.4 [2+]). The answer
 * is a template 62 or 6F; pico-hsm writes a length in it in a longer form than needed. Nothing if
 * there is no such file.
 *
 * @param file its name
 */
public record SelectFile(FileId file) implements Command<Optional<FileControl>> {
  private static final String NAME = "SELECT FILE";
  private static final Tag CONTROL_PARAMETERS = new Tag(0x62);
  private static final Tag CONTROL_INFORMATION = new Tag(0x6F);
  private static final Tag SIZE = new Tag(0x80);
  private static final Tag SIZE_WITH_STRUCTURE = new Tag(0x81);
  private static final Tag PROPRIETARY = new Tag(0xA5);

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0xA4, 0x00, 0x00)
        .put(file.type(), file.number())
        .expecting(256)
        .build();
  }

  @Override
  public Optional<FileControl> decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Optional.of(read(answer.data()));
      case Refusal.FILE_NOT_FOUND -> Optional.empty();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }

  private static FileControl read(Bytes data) throws ProblemException {
    TlvReader whole = TlvReader.ofAnyLengthForm(NAME, data);
    Tlv template = whole.next();
    whole.finish();
    if (!template.tag().equals(CONTROL_PARAMETERS) && !template.tag().equals(CONTROL_INFORMATION)) {
      throw new Malformed(NAME, "tag 62", 0).asException();
    }
    List<Tlv> members = TlvReader.ofAnyLengthForm(NAME, template.value()).rest();
    return new FileControl(size(members), find(members, PROPRIETARY).orElse(Bytes.EMPTY));
  }

  private static OptionalInt size(List<Tlv> members) throws ProblemException {
    Optional<Bytes> told = find(members, SIZE).or(() -> find(members, SIZE_WITH_STRUCTURE));
    if (told.isEmpty()) {
      return OptionalInt.empty();
    }
    if (told.get().size() != 2) {
      throw new Malformed(NAME, "size", 0).asException();
    }
    return OptionalInt.of(told.get().at(0) << 8 | told.get().at(1));
  }

  private static Optional<Bytes> find(List<Tlv> members, Tag tag) {
    return members.stream().filter(member -> member.tag().equals(tag)).map(Tlv::value).findFirst();
  }
}
