// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;

/** Both ceremonies from end to end, with people who do everything right. */
class DeviceCeremoniesTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  @TempDir Path folder;

  private static Ceremony plan(String id, String... decided) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("name", "Vault 2030"));
    for (int i = 0; i < decided.length; i += 2) {
      all.put(decided[i], decided[i + 1]);
    }
    return Catalogue.find(id).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  private CeremonyState run(Ceremony ceremony, DeviceRoom room, DevicePeople people)
      throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony,
            "T-1",
            Bytes.EMPTY,
            Journal.inMemory(),
            room.place(() -> NOW, true),
            Runnable::run)) {
      CeremonyState end = new Walk(runner, people).toTheEnd();
      assertEquals(List.of(), people.refusals);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertTrue(people.secrets.stream().allMatch(Secret::isWiped));
      return end;
    }
  }

  @Test
  void setsUpTwoDevicesWithOneReaderAndTheSheetsOfAQuorum() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.device();
      room.device();
      CeremonyState end =
          run(
              plan("device-setup", "expectedKcv", room.kcv(), "label", "Tresor Zürich"),
              room,
              new DevicePeople(room, sheets));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      assertEquals(room.kcv(), room.kcv(1));
      assertEquals(room.kcv(), room.kcv(2));
    }
  }

  @Test
  void setsUpDevicesWithKeyDomainsAndPasswords() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 2)) {
      room.shareByPassword(1);
      room.shareByPassword(2);
      room.device();
      room.device();
      CeremonyState end =
          run(
              plan(
                  "device-setup",
                  "openedBy",
                  "passwords",
                  "shares",
                  "2",
                  "readers",
                  "2",
                  "keyDomains",
                  "3",
                  "reset",
                  "unblock"),
              room,
              new DevicePeople(room, List.of()));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      assertEquals(room.kcv(), room.kcv(1));
      assertEquals(room.kcv(), room.kcv(2));
    }
  }

  @Test
  void importsSharesIntoDevicesThatWereSetUpElsewhere() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 2)) {
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.shareByPassword(2);
      for (int d = 1; d <= 3; d++) {
        room.device();
        room.initialised(d, "920102");
      }
      CeremonyState end =
          run(
              plan("dkek-import", "devices", "3", "readers", "2", "shares", "2"),
              room,
              new DevicePeople(room, sheets));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      for (int d = 1; d <= 3; d++) {
        assertEquals(room.kcv(), room.kcv(d));
      }
    }
  }

  private static ShareContent content(List<char[]> lines) throws Exception {
    try (Secret payload =
        new SheetLines(PayloadKind.SHARE_128).join(lines.stream().map(char[]::clone).toList())) {
      return (ShareContent) SheetPayload.parse(payload);
    }
  }

  /** Hex as sc-hsm-tool shows it. */
  private static String withColons(byte[] bytes) {
    return HexFormat.ofDelimiter(":").formatHex(bytes);
  }

  private static String plain(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private Optional<Problem> importValues(UnaryOperator<DevicePeople> doing) throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.device();
      room.initialised(1, "920101");
      DevicePeople people = new DevicePeople(room, List.of());
      try (ShareContent one = content(sheets.get(2));
          ShareContent other = content(sheets.getFirst())) {
        people.answering("prime", one.prime().toHex());
        people.answering("shareValue[1].id", "3").answering("shareValue[2].id", "1");
        people.answering("shareValue[1]", one.value().use(DeviceCeremoniesTest::withColons));
        people.answering("shareValue[2]", other.value().use(DeviceCeremoniesTest::plain));
      }
      doing.apply(people);
      try (CeremonyRunner runner =
          CeremonyRunner.start(
              plan("dkek-import", "devices", "1", "openedBy", "values"),
              "T-1",
              Bytes.EMPTY,
              Journal.inMemory(),
              room.place(() -> NOW, true),
              Runnable::run)) {
        CeremonyState end = new Walk(runner, people).toTheEnd();
        assertEquals(people.refusals.isEmpty(), room.kcv().equals(room.kcv(1)));
        assertEquals(people.refusals.isEmpty(), end.phase() == CeremonyState.Phase.FINISHED);
        return people.refusals.stream().findFirst();
      }
    }
  }

  @Test
  void importsAShareWhoseQuorumWroteDownWhatTheStockToolShowed() throws Exception {
    assertEquals(Optional.empty(), importValues(people -> people));
  }

  @Test
  void refusesTheSameShareFromTwoCustodians() throws Exception {
    assertEquals(
        Optional.of(new QuorumProblem.ShareRepeated(3)),
        importValues(people -> people.instead("shareValue[2].id", "3")));
  }

  @Test
  void refusesAValueThatIsNoNumber() throws Exception {
    assertEquals(
        Optional.of(new QuorumProblem.HexUnreadable()),
        importValues(people -> people.instead("shareValue[1]", "5g")));
  }

  @Test
  void refusesAValueAsLargeAsThePrime() throws Exception {
    assertEquals(
        Optional.of(new QuorumProblem.ShareValueTooLarge(1)),
        importValues(people -> people.instead("shareValue[2]", "ff".repeat(17))));
  }

  @Test
  void refusesAPrimeThatIsNone() throws Exception {
    assertEquals(
        Optional.of(new QuorumProblem.PrimeUnusable()),
        importValues(people -> people.instead("prime", "00000000ffffffff")));
  }

  @Test
  void saysThatValuesOfAnotherSetDoNotOpenTheFile() throws Exception {
    assertEquals(
        "ShareFileNotOpened",
        importValues(people -> people.instead("shareValue[2]", "0102030405060708"))
            .orElseThrow()
            .getClass()
            .getSimpleName());
  }
}
