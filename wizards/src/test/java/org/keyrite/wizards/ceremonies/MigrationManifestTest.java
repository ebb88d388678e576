// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.ExchangeProblem.MigrationManifestUnreadable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class MigrationManifestTest {
  private static final MigrationManifest.Head HEAD =
      new MigrationManifest.Head(
          Bytes.fromHex("0123456789abcdef"),
          "T-1",
          "2030-01-02T03:04:05Z",
          new KeyDomainUid(Bytes.fromHex("c3".repeat(32))));
  private static final MigrationManifest.Device TARGET = device("DENK0000002", "22");
  private static final MigrationManifest.Device SOURCE = device("DENK0000001", "11");
  private static final MigrationManifest.Listed REQUEST =
      new MigrationManifest.Listed("DENK000000200000.xkek", Bytes.EMPTY.sha256());
  private static final MigrationManifest OFFER =
      new MigrationManifest(
          HEAD,
          TARGET,
          new MigrationManifest.Device("DENK0000001", Optional.empty()),
          REQUEST,
          new MigrationManifest.Offer(
              "4.0",
              250,
              "76800",
              "1111111111111111, 2222222222222222",
              List.of(
                  new ListedKey("PRESENT", 3, "Wurzel, \"ä\"", "secp256r1", "01", "ab".repeat(32)),
                  new ListedKey("PRESENT", 4, "", "AES-128", "", ""))));
  private static final MigrationManifest SENT =
      new MigrationManifest(
          HEAD,
          TARGET,
          SOURCE,
          REQUEST,
          new MigrationManifest.Sent(
              Bytes.fromHex("aa".repeat(32)),
              Bytes.fromHex("bb".repeat(32)),
              "0123456789ABCDEF",
              List.of(
                  new KeyManifest.Backup(
                      "Wurzel.wky",
                      Bytes.EMPTY.sha256(),
                      new ListedKey("", 3, "Wurzel", "secp256r1", "01", "ab".repeat(32)),
                      Optional.empty()),
                  new KeyManifest.Backup(
                      "AES.wky",
                      Bytes.EMPTY.sha256(),
                      new ListedKey("", 4, "", "AES-128", "", ""),
                      Optional.of(
                          new Proof(
                              Algorithm.AES_CMAC, Bytes.fromHex("0a"), Bytes.fromHex("0b")))))));

  private static MigrationManifest.Device device(String serial, String print) {
    return new MigrationManifest.Device(serial, Optional.of(Bytes.fromHex(print.repeat(32))));
  }

  private static MigrationManifest manifest(String visit) {
    return visit.equals("offer") ? OFFER : SENT;
  }

  private static String text(String visit) {
    return new String(manifest(visit).encode().toByteArray(), StandardCharsets.UTF_8);
  }

  private static MigrationManifest read(String text) throws ProblemException {
    return MigrationManifestFile.parse(
        "list.json", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Problem refused(String text) {
    return assertThrows(ProblemException.class, () -> read(text), text).problem();
  }

  private static String with(String visit, String found, String replacement) {
    return text(visit).replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(replacement));
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer", "send"})
  void readsWhatItWrote(String visit) throws Exception {
    assertEquals(manifest(visit), read(text(visit)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer", "send"})
  void refusesAListThatLacksAnyOfItsLines(String visit) {
    List<String> lines = text(visit).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      assertInstanceOf(MigrationManifestUnreadable.class, refused(String.join("\n", rest)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer", "send"})
  void refusesAListThatEndsEarly(String visit) {
    String whole = text(visit).strip();
    for (int end = 0; end < whole.length(); end++) {
      assertInstanceOf(MigrationManifestUnreadable.class, refused(whole.substring(0, end)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offer | keyrite-migration | keyrite-key-backup | format",
        "offer | \"version\" : \"1\" | \"version\" : \"2\" | version",
        "offer | \"visit\" : \"offer\" | \"visit\" : \"take\" | visit",
        "offer | \"visit\" : \"offer\" | \"visit\" : \"together\" | visit",
        "offer | 0123456789abcdef | 0123456789abcde | migration",
        "offer | 0123456789abcdef | 0123456789ABCDEF | migration",
        "offer | \"T-1\" | \"\" | ceremony",
        "offer | \"T-1\" | \"T\\n1\" | ceremony",
        "offer | C3C3C3C3 | C3C3C3 | group",
        "offer | C3C3C3C3 | c3c3c3c3 | group",
        "offer | DENK0000002 | DE | targetSerial",
        "offer | DENK0000002 | DENK 000002 | targetSerial",
        "offer | DENK0000002 | DENK00000020 | targetSerial",
        "offer | DENK0000001 | DENK0000002 | sourceSerial",
        "offer | 22222222 | 222222 | targetFingerprint",
        "offer | DENK000000200000.xkek | ../DENK000000200000.xkek | request",
        "offer | DENK000000200000.xkek | .. | request",
        "offer | DENK000000200000.xkek | journal.jsonl | request",
        "offer | \"requestSha256\" : \"e3 | \"requestSha256\" : \" | requestSha256",
        "offer | \"targetFirmware\" : \"4.0\" | \"targetFirmware\" : \"new\" | targetFirmware",
        "offer | \"250\" | \"-1\" | targetPlaces",
        "offer | \"76800\" | \"much\" | targetMemory",
        "offer | 1111111111111111 | 111111111111111 | targetDkeks",
        "offer | 1111111111111111, | 1111111111111111 | targetDkeks",
        "offer | \"count\" : \"2\" | \"count\" : \"3\" | count",
        "offer | \"count\" : \"2\" | \"count\" : 2 | count",
        "offer | \"reference\" : \"3\" | \"reference\" : \"x\" | reference",
        "offer | \"publicKey\" : \"ab | \"publicKey\" : \" | publicKey",
        "offer | \"present\" | \"keys\" | present",
        "offer | \"count\" | \"more\" : \"1\", \"count\" | more",
        "offer | \"count\" | \"keyCheckValue\" : \"0123456789ABCDEF\", \"count\" | keyCheckValue",
        "send | 11111111 | 111111 | sourceFingerprint",
        "send | \"visit\" : \"send\" | \"visit\" : \"offer\" | present",
        "send | aaaaaaaa | aaaaaa | offer",
        "send | bbbbbbbb | bbbbbb | offerRecord",
        "send | 0123456789ABCDEF | 0123456789ABCDE | keyCheckValue",
        "send | 0123456789ABCDEF | 0123456789abcdef | keyCheckValue",
        "send | Wurzel.wky | ../Wurzel.wky | file",
        "send | Wurzel.wky | C:\\\\Wurzel.wky | file",
        "send | Wurzel.wky | aes.wky | file",
        "send | Wurzel.wky | journal.jsonl | file",
        "send | Wurzel.wky | DENK000000200000.xkek | file",
        "send | \"reference\" : \"3\" | \"reference\" : \"4\" | reference",
        "send | AES_CMAC | AES_MAGIC | proofAlgorithm",
        "send | \"count\" : \"2\" | \"count\" : \"1\" | count",
      })
  void refusesWhatCannotBe(String visit, String found, String replacement, String member) {
    assertEquals(
        new MigrationManifestUnreadable("list.json", member),
        refused(with(visit, found, replacement)));
  }

  @Test
  void refusesAListThatSendsNoKeys() {
    String text = text("send");
    String none =
        text.substring(0, text.indexOf("\"count\"")) + "\"count\" : \"0\", \"keys\" : [ ] }";
    assertEquals(new MigrationManifestUnreadable("list.json", "keys"), refused(none));
  }

  @Test
  void offersFromADeviceWithoutKeysAreRead() throws Exception {
    MigrationManifest empty =
        new MigrationManifest(
            HEAD,
            TARGET,
            SOURCE,
            REQUEST,
            new MigrationManifest.Offer("3.4", 0, "none", "none", List.of()));
    assertEquals(empty, read(new String(empty.encode().toByteArray(), StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{}", "{} {}", "{\"format\":\"x\",\"format\":\"x\"}"})
  void refusesWhatIsNoList(String text) {
    assertInstanceOf(MigrationManifestUnreadable.class, refused(text));
  }
}
