// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import picocli.CommandLine;

class ChosenReadersTest {
  private static Map<String, String> chosen(String... arguments) {
    AwaitDevice first =
        AwaitDevice.first(
            StepId.of("toy.await"), Seat.OPERATOR, List.of(), "device[1]", Fact.text("one.serial"));
    Ceremony ceremony =
        new Ceremony("toy", List.of(), Facts.NONE, Part.last(Section.of("toy.all", first)));
    ShellOptions options = CommandLine.populateCommand(new ShellOptions(), arguments);
    return options.readers(
        ceremony, List.of("ACR 38", "Left = right"), new CommandLine(new ShellOptions()));
  }

  @Test
  void aReaderIsWhatStandsBehindTheFirstEqualsSign() {
    assertEquals(Map.of("device[1]", "Left = right"), chosen("--device", "device[1]=Left = right"));
    assertEquals(Map.of(), chosen());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "device[1]|--device takes NAME=READER, not \"device[1]\".",
        "device[2]=ACR 38|No device of this ceremony is called device[2]. There are: device[1]",
        "=ACR 38|No device of this ceremony is called . There are: device[1]",
        "device[1]=ACR|There is no reader \"ACR\". There are: ACR 38, Left = right"
      })
  void whatIsUnknownIsSaidInASentence(String device, String sentence) {
    UsageSentences.Wrong wrong =
        assertThrows(UsageSentences.Wrong.class, () -> chosen("--device", device));
    assertEquals(sentence, Messages.in(Language.ENGLISH).text(wrong.sentence()));
  }

  @Test
  void aDeviceIsChosenOnce() {
    assertThrows(
        UsageSentences.Wrong.class,
        () -> chosen("--device", "device[1]=ACR 38", "--device", "device[1]=ACR 38"));
  }
}
