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
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

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
              "80580000000000",
              "(CC[0-9A-F]{2})+(C[4E][0-9A-F]{2})*9000",
              "a card lists no descriptor of the device key, and lists certificates"),
          new Difference("00A4000002C40000", "6A82", "nor has it one"),
          new Difference("00A4000002CE0000", "6A82", "nor a request of the device key"),
          new Difference(
              "00A4000002C[4E][0-9A-F]{2}00",
              "6F0B8002[0-9A-F]{4}8201018302C[4E][0-9A-F]{2}9000",
              "a template without life cycle byte"),
          new Difference(
              "00A4000002C[4E]0[1-4A-D]00",
              "6A82",
              "not written yet, since a card leaves that to the client; or a file of the other"
                  + " device, which was read and recorded as well"),
          new Difference("0046.*", "67[0-9A-F]+9000", "a new key is another each time"),
          new Difference(
              "80720[1-3]92000000",
              "4858C119E82A582E(06|0C).*9000",
              "the key that was generated here, with its factors if it is RSA"),
          new Difference(
              "80680[BC]70.*", "30[0-9A-F]+9000", "a signature is another for each device"),
          new Difference("80680D70.*", "6A82", "a key whose coming was not recorded"),
          new Difference(
              "8074(02|1E)93.*", "6A80", "a card says so of another DKEK, the emulator 6400"),
          new Difference("80720192000000", "6D00", "a card without DKEK; the emulator 6A88"));

  private final Set<Difference> met = new HashSet<>();

  /**
   * Plays a recording. What was read from a file that we do not have would not have been sent, and
   * what was written to it would have been written after the file was made.
   */
  private void play(Talk talk, String name) throws IOException {
    boolean missing = false;
    String selected = "";
    List<String> lines = lines(name);
    for (int i = 0; i < lines.size(); i += 2) {
      String command = lines.get(i).substring(2);
      String recorded = lines.get(i + 1).substring(2).replace(" ", "");
      if (missing && command.startsWith("00B10000")) {
        continue;
      }
      if (missing && command.startsWith("00D70000")) {
        talk.expect("9000", "00D7" + selected + "06540200005300");
      }
      selected = command.startsWith("00A4000002") ? command.substring(10, 14) : selected;
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

  private void play(Talk talk, List<String> names) throws IOException {
    for (String name : names) {
      talk.device.reset();
      play(talk, name);
    }
  }

  @Test
  void answersWhatWasRecordedOrWhatIsListed() throws Exception {
    Talk first = Talk.virgin();
    play(
        first,
        List.of(
            "01-status-virgin",
            "02-create-password",
            "04-init-1share-dev1",
            "05-status-pending",
            "33-unwrap-before-dkek",
            "06-import-2of4-shares-3-4",
            "07-status-before-login",
            "08-login",
            "09-status-after-login",
            "10-keygen-rsa2048",
            "11-keygen-ec-p256",
            "12-keygen-ec-bp256",
            "14-pkcs15-dump",
            "16-wrap-rsa",
            "17-wrap-ecp256",
            "18-wrap-bp256",
            "37-unwrap-exists",
            "42-import-wrong-password",
            "45-import-third-refused"));

    Talk second = Talk.virgin();
    play(
        second,
        List.of(
            "20-init-1share-dev2",
            "21-import-2of4-shares-1-3-dev2",
            "22-login-dev2",
            "23-status-dev2",
            "24-unwrap-rsa-dev2",
            "25-unwrap-ecp256-dev2",
            "26-unwrap-bp256-dev2",
            "28-pkcs15-dump-dev2",
            "29-sign-dev2"));

    Talk otherDkek = Talk.initialised("920101");
    otherDkek.send("8052000020" + "01".repeat(32) + "00");
    play(otherDkek, List.of("58-unwrap-wrong-dkek"));

    Talk withoutDkek = Talk.initialised("");
    play(withoutDkek, List.of("63-wrap-no-dkek", "64-import-no-dkek"));

    play(Talk.virgin(), List.of("90-init-4-domains-raw", "93-create-domains-0-and-1-raw"));

    assertEquals(Set.copyOf(DIFFERENCES), met, "every difference that is listed is met");
  }

  /** The recorded keys, unwrapped here, sign for the public keys that were recorded with them. */
  @ParameterizedTest
  @CsvSource({"wrap-ecp256.bin, pub-11.der", "wrap-bp256.bin, pub-12.der"})
  void recordedKeysSignForTheirPublicKeys(String wrapped, String key) throws Exception {
    Vector file = Vector.file("/recordings/dkek/vectors.json");
    String dkek = file.<Vector>get("dkek").<Vector>get("nm").text("dkek");
    String blob = file.<Vector>get("wrapped").<Vector>get(wrapped).text("blob");
    Talk talk = Talk.loggedIn("920101");
    talk.send("8052000020" + dkek + "00");
    talk.expect("9000", KeyTalk.extended("80740193", blob));
    byte[] hash = Bytes.fromHex("7D".repeat(32)).toByteArray();
    String signature = KeyTalk.good(talk.send("8068017020" + "7D".repeat(32) + "00"));
    TlvReader parts = TlvReader.of("signature", Bytes.fromHex(signature)).enter(new Tag(0x30));
    ECDSASigner verifier = new ECDSASigner();
    try (InputStream in = getClass().getResourceAsStream("/recordings/dkek/" + key)) {
      verifier.init(false, PublicKeyFactory.createKey(in));
    }
    assertTrue(
        verifier.verifySignature(
            hash,
            KeyTalk.number(parts.next(new Tag(0x02))),
            KeyTalk.number(parts.next(new Tag(0x02)))));
  }
}
