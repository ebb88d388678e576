// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.AnotherApplet;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * Selects the SmartCard-HSM program of a card, which also ends every log-in: {@code 00 A4 04 00}
 * with its name (section 1.1 [2+]). The answer is a template 6F, or 62 on pico-hsm, in which tag 85
 * ends with options (2 bytes), platform, major, minor; devices before 2.0 tell the last two only.
 */
public record SelectApplet() implements Command<AppletInfo> {
  private static final String NAME = "SELECT";
  private static final Bytes APPLICATION = Bytes.fromHex("e82b0601040181c31f0201");

  private static final int TERMINATED = 0x6285;
  private static final int NOT_SELECTED = 0x6999;

  private static final Tag CONTROL_INFORMATION = new Tag(0x6F);
  private static final Tag CONTROL_PARAMETERS = new Tag(0x62);
  private static final Tag PROPRIETARY = new Tag(0x85);
  private static final int VERSION = 2;
  private static final int WITH_OPTIONS = 5;

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0xA4, 0x04, 0x00).put(APPLICATION).expecting(256).build();
  }

  @Override
  public AppletInfo decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> read(answer.data());
      case Refusal.FILE_NOT_FOUND,
          Refusal.UNKNOWN_INSTRUCTION,
          Refusal.NOT_ALLOWED,
          TERMINATED,
          NOT_SELECTED ->
          throw new AnotherApplet().asException();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }

  private static AppletInfo read(Bytes data) throws ProblemException {
    Tlv template = TlvReader.single(NAME, data);
    if (!template.tag().equals(CONTROL_INFORMATION) && !template.tag().equals(CONTROL_PARAMETERS)) {
      throw new Malformed(NAME, "tag 6F", 0).asException();
    }
    List<Tlv> members = TlvReader.ofAnyLengthForm(NAME, template.value()).rest();
    Bytes told =
        members.stream()
            .filter(member -> member.tag().equals(PROPRIETARY))
            .map(Tlv::value)
            .findFirst()
            .orElse(Bytes.EMPTY);
    int end = told.size();
    if (end < VERSION) {
      throw new Malformed(NAME, "tag 85", 0).asException();
    }
    Firmware firmware = new Firmware(told.at(end - 2), told.at(end - 1));
    return end < WITH_OPTIONS
        ? new AppletInfo(firmware, OptionalInt.empty(), Set.of())
        : new AppletInfo(
            firmware,
            OptionalInt.of(told.at(end - 3)),
            DeviceOption.in(told.at(end - 5) << 8 | told.at(end - 4)));
  }
}
