// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What stock OpenSC 0.23 sent to another simulator (pico-hsm 6.6), sent to ours. Every answer is
 * the recorded one, or the difference is listed here with its reason.
 */
final class RecordedOpenScTest {
  private static final String FCI = "6F0A820178850500[0-9A-F]{2}0004019000";

  /** A command and what we answer to it instead; both are patterns. */
  private record Difference(String command, String ours, String reason) {}

  private static final List<Difference> DIFFERENCES =
      List.of(
          new Difference(
              "00A404000BE82B0601040181C31F020100",
              FCI,
              "the template of a card, whose version counts otherwise than the emulator's"),
          new Difference(
              "00A404000BE82B0601040181C31F0201",
              "9000",
              "without Le there is no data; the emulator says that there would be some"),
          new Difference("8052000000", "6D00", "a card without DKEK says so, the emulator 6B00"),
          new Difference("8052000020[0-9A-F]{64}00", "6D00", "as above; the emulator says 6986"),
          new Difference("0084000008", "[0-9A-F]{16}9000", "random bytes are others each time"),
          new Difference("0084000020", "[0-9A-F]{64}9000", "random bytes are others each time"),
          new Difference("00A40800022F0000", "6A82", "a card has no directory file"),
          new Difference("00A4090002503100", "6A82", "a card has no PKCS#15 file system"),
          new Difference(
              "00A40000022F0200",
              "6F0B800201D38201018302" + "2F029000",
              "a template without life cycle byte, and another certificate"),
          new Difference(
              "00B10000000004540200000400",
              "7F2181E6[0-9A-F]+9000",
              "our own certificates, also where the emulator's second device has none"),
          new Difference(
              "00B10000000004540201BB0245",
              "[0-9A-F]{48}9000",
              "the emulator's certificate ends here, ours are 24 bytes longer"),
          new Difference(
              "00A40000022F0300", "6A82", "a card has a label only when one was written"),
          new Difference(
              "80580000000000", "CC009000", "a card lists no descriptor of the device key"),
          new Difference("00A4000002C40000", "6A82", "nor has it one"),
          new Difference("00A4000002CE0000", "6A82", "nor a request of the device key"));

  private final Set<Difference> met = new HashSet<>();

  /** Plays a recording. What was read from a file that we do not have would not have been sent. */
  private void play(Talk talk, String name) throws IOException {
    boolean missing = false;
    List<String> lines = lines(name);
    for (int i = 0; i < lines.size(); i += 2) {
      String command = lines.get(i).substring(2);
      String recorded = lines.get(i + 1).substring(2).replace(" ", "");
      if (missing && command.startsWith("00B10000")) {
        continue;
      }
      String ours = talk.send(command);
      missing = command.startsWith("00A4") && ours.equals("6A82") && !recorded.equals("6A82");
      if (!ours.equals(recorded)) {
        met.add(listed(command, ours, name));
      }
    }
  }

  private static Difference listed(String command, String ours, String name) {
    List<Difference> fitting =
        DIFFERENCES.stream()
            .filter(each -> command.matches(each.command()) && ours.matches(each.ours()))
            .toList();
    assertEquals(1, fitting.size(), name + ": " + command + " was answered " + ours);
    return fitting.getFirst();
  }

  private static List<String> lines(String name) throws IOException {
    String resource = "/recordings/dkek/" + name + ".apdu";
    try (InputStream in = RecordedOpenScTest.class.getResourceAsStream(resource)) {
      List<String> lines = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(lines::add);
      assertTrue(lines.size() % 2 == 0, name);
      return lines;
    }
  }

  @Test
  void answersWhatWasRecordedOrWhatIsListed() throws IOException {
    Talk first = Talk.virgin();
    for (String name :
        List.of(
            "01-status-virgin",
            "02-create-password",
            "04-init-1share-dev1",
            "05-status-pending",
            "06-import-2of4-shares-3-4",
            "07-status-before-login",
            "08-login",
            "09-status-after-login",
            "42-import-wrong-password",
            "45-import-third-refused")) {
      first.device.reset();
      play(first, name);
    }
    Talk withoutDkek = Talk.initialised("");
    withoutDkek.device.reset();
    play(withoutDkek, "64-import-no-dkek");
    Talk withDomains = Talk.virgin();
    withDomains.device.reset();
    play(withDomains, "90-init-4-domains-raw");
    withDomains.device.reset();
    play(withDomains, "93-create-domains-0-and-1-raw");

    assertEquals(Set.copyOf(DIFFERENCES), met, "every difference that is listed is met");
  }
}
