// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.JournalCheck;

/** Keys move between two sites. */
class MigrateVisitsTest {
  private static final String NOTHING_AGREED = "ff00" + "00".repeat(8);

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private static MigrateStick.Made made() throws Exception {
    return MigrateStick.made(elsewhere);
  }

  private static SimulatedState source() throws Exception {
    return MigrateRoom.devices(elsewhere).source();
  }

  private static SimulatedState target() throws Exception {
    return MigrateRoom.devices(elsewhere).target();
  }

  private static DeviceRoom room(Path folder, SimulatedState target) throws Exception {
    return MigrateRoom.fill(new DeviceRoom(folder, 1), source(), target);
  }

  /** What people bring to a visit, and the device that is there. */
  private static DeviceStory story(DeviceRoom room, String visit) throws Exception {
    return switch (visit) {
      case "offer" -> MigrateStick.story(room, visit, null);
      case "send" -> MigrateStick.story(room, visit, made().offer());
      default -> MigrateStick.story(room, visit, made().send());
    };
  }

  private static DeviceRoom room(Path folder, String visit) throws Exception {
    return room(folder, visit.equals("take") ? made().waiting() : target());
  }

  private static int here(String visit) {
    return visit.equals("send") ? 1 : 2;
  }

  private static String status(DeviceRoom room, int d) {
    return room.send(d, "8052000000").toHex();
  }

  static List<StoredKey> keys(DeviceRoom room, int d) throws Exception {
    room.insert(d);
    return room.devices.use(room.serial(d), (hsm, device) -> KeyList.read(hsm).keys());
  }

  static List<StoredKey> exchangeKeys(DeviceRoom room, int d) throws Exception {
    room.insert(d);
    return room.devices.use(
        room.serial(d), (hsm, device) -> KeyExchange.find(KeyList.read(hsm), KeyDomainIndex.FIRST));
  }

  @ParameterizedTest
  @CsvSource({"offer", "send", "take"})
  void theAgendaIsAsAgreed(String visit) throws Exception {
    try (DeviceRoom room = room(folder, visit)) {
      assertEquals(
          Golden.text("xkek-migrate-" + visit + ".agenda"),
          story(room, visit).ceremony().canonical());
    }
  }

  @ParameterizedTest
  @CsvSource({"offer", "send", "take"})
  void theStepsAreAsAgreed(String visit) throws Exception {
    try (DeviceRoom room = room(folder, visit)) {
      assertEquals(
          Golden.text("xkek-migrate-" + visit + ".steps"),
          Golden.steps(new Told().run(story(room, visit), folder, true)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "offer, ENGLISH",
    "offer, GERMAN",
    "send, ENGLISH",
    "send, GERMAN",
    "take, ENGLISH",
    "take, GERMAN"
  })
  void theTranscriptIsAsAgreed(String visit, Language language) throws Exception {
    try (DeviceRoom room = room(folder, visit)) {
      assertEquals(
          Golden.text("xkek-migrate-" + visit + "." + language.tag() + ".transcript"),
          new Told().transcript(MigrateStick.story(room, visit, onStick(visit)), folder, language));
    }
  }

  /** The record holds the path, and the hash at its end goes over it. */
  private static Path onStick(String visit) throws Exception {
    return switch (visit) {
      case "offer" -> null;
      case "send" -> MigrateStick.again(made().offer(), Path.of("target", "stick-offer"));
      default -> MigrateStick.again(made().send(), Path.of("target", "stick-send"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    for (String visit : List.of("offer", "send", "take")) {
      try (DeviceRoom room = room(folder, visit)) {
        CeremonyState end = story(room, visit).refuses();
        assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
      }
    }
  }

  @Test
  void theOfferLeavesAnExchangeKeyThatNamesMigrationAndPartner() throws Exception {
    try (DeviceRoom room = room(folder, made().waiting())) {
      List<StoredKey> keys = exchangeKeys(room, 2);
      assertEquals(keys, keys(room, 2));
      assertEquals("Exchange " + room.serial(1), keys.getFirst().label().orElseThrow());
      assertEquals(
          MigrationBundle.read(made().offer()).manifest().head().migration(),
          keys.getFirst().pkcsId().orElseThrow());
      assertTrue(status(room, 2).startsWith(NOTHING_AGREED));
    }
  }

  @Test
  void theSourceKeepsItsKeysAndNothingElse() throws Exception {
    SimulatedState after = MigrateStick.send(folder, made().offer(), source());
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(folder, 1), after)) {
      assertEquals(List.of(), exchangeKeys(room, 1));
      assertEquals(3, keys(room, 1).size());
      assertTrue(status(room, 1).startsWith(NOTHING_AGREED));
    }
    assertEquals(3, MigrationBundle.read(folder).manifest().wrappedKeys());
  }

  @Test
  void theTargetTakesAllKeysAndForgets() throws Exception {
    try (DeviceRoom room = room(folder, "take")) {
      CeremonyState end = story(room, "take").refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(
          List.of("proven", "proven", "proven"),
          end.facts().get(MigrateFacts.MOVED).stream().map(ListedKey::state).toList());
      assertEquals(MigrateExchange.CLEAN, end.facts().get(MigrateFacts.cleaned(2)));
      assertEquals(List.of(), exchangeKeys(room, 2));
      assertEquals(3, keys(room, 2).size());
      assertTrue(status(room, 2).startsWith(NOTHING_AGREED));
    }
  }

  /** By which the keys of the source may go: an act of its own, at the source. */
  @Test
  void theRecordOfTheLastVisitTellsThatCopiesWereProven() throws Exception {
    try (DeviceRoom room = room(folder, "take")) {
      new Told().run(story(room, "take"), folder, true);
      RestoreRecord record =
          RestoreRecord.read(folder.resolve("journal.jsonl"), Practice.REHEARSAL);
      assertEquals(room.serial(2), record.serial());
      assertEquals(3, record.proven().size());
    }
    Path send = made().send().resolve("journal.jsonl");
    assertThrows(ProblemException.class, () -> RestoreRecord.read(send, Practice.REHEARSAL));
  }

  @Test
  void eachVisitCitesTheRecordOfTheOneBefore() throws Exception {
    try (DeviceRoom room = room(folder, "take")) {
      CeremonyState end = story(room, "take").refuses();
      String last = JournalCheck.of(made().send().resolve("journal.jsonl")).lastHash().toHex();
      assertEquals("T-1 " + last, end.facts().get(EnrolFacts.VISITS));
    }
    MigrationManifest.Sent sent =
        (MigrationManifest.Sent) MigrationBundle.read(made().send()).manifest().content();
    assertEquals(
        JournalCheck.of(made().offer().resolve("journal.jsonl")).lastHash(), sent.offerRecord());
    assertEquals(MigrationBundle.read(made().offer()).hash(), sent.offer());
  }

  @Test
  void theStickMayGoOnceItWasRead() throws Exception {
    Path stick = MigrateStick.copy(made().send(), folder.resolve("stick"));
    Path here = Files.createDirectories(folder.resolve("here"));
    try (DeviceRoom room = room(here, "take")) {
      DeviceStory story =
          MigrateStick.story(room, "take", stick)
              .before(
                  "xkekMigrate.fromSent", () -> Files.delete(stick.resolve(MigrationManifest.NAME)))
              .before("xkekMigrate.fetch", () -> Files.delete(MigrateStick.file(stick, ".wky")));
      assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
    }
  }

  @Test
  void aKeyThatTheTargetHasMeanwhileIsNamedAndNotTakenTwice() throws Exception {
    SimulatedState with;
    try (DeviceRoom room = room(folder, "take")) {
      story(room, "take").refuses();
      with = room.hsm(2).state();
    }
    Path offer = Files.createDirectories(folder.resolve("again"));
    SimulatedState waiting = MigrateStick.offer(offer, source(), with);
    Path here = Files.createDirectories(folder.resolve("send"));
    try (DeviceRoom room = room(here, waiting)) {
      CeremonyState end = MigrateStick.story(room, "send", offer).refuses();
      assertEquals(
          // Of a secret key, only its ID tells.
          List.of("ID_IN_USE", "PRESENT", "PRESENT"),
          end.facts().get(MigrateFacts.MOVABLE).stream().map(ListedKey::state).toList());
      assertEquals(List.of(), exchangeKeys(room, 1));
    }
  }

  @Test
  void aNewOfferTakesTheOldOneBackAndSaysSo() throws Exception {
    try (DeviceRoom room = room(folder, made().waiting())) {
      CeremonyState end = story(room, "offer").refuses();
      assertEquals(MigrateExchange.LEFT, end.facts().get(MigrateFacts.leftover(2)));
      assertEquals(MigrateVisitFacts.WAITING, end.facts().get(MigrateFacts.cleaned(2)));
      List<StoredKey> keys = exchangeKeys(room, 2);
      assertEquals(1, keys.size());
      assertEquals(
          end.facts().get(MigrateVisitFacts.MIGRATION), keys.getFirst().pkcsId().orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "offer, xkekMigrate.writeOffer",
    "offer, xkekMigrate.leave",
    "send, xkekMigrate.wrap[2]",
    "send, xkekMigrate.cleanSource",
    "take, xkekMigrate.agreeTarget",
    "take, xkekMigrate.take[2]"
  })
  void whoeverGivesUpLeavesNothingOfTheExchange(String visit, String step) throws Exception {
    int d = here(visit);
    try (DeviceRoom room = room(folder, visit)) {
      int before = keys(room, d).size() - exchangeKeys(room, d).size();
      DeviceStory story = story(room, visit);
      if (step.equals("xkekMigrate.writeOffer")) {
        // It needs no device, so something else hinders it.
        story.before(step, () -> Files.createDirectories(folder.resolve("migration.json/x")));
      } else {
        story.before(step, () -> room.remove(d));
      }
      CeremonyState end =
          story
              .then(ways -> {
                room.insert(d);
                return new Shell.Way.Abort("enough");
              })
              .refusesA(
                  step.equals("xkekMigrate.writeOffer")
                      ? FileProblem.class
                      : DeviceProblem.DeviceNotHere.class);
      assertEquals(CeremonyState.Phase.ABORTED, end.phase());
      assertEquals(MigrateExchange.CLEAN, end.facts().get(MigrateFacts.cleaned(d)));
      assertEquals(List.of(), exchangeKeys(room, d));
      assertTrue(status(room, d).startsWith(NOTHING_AGREED), status(room, d));
      int come = step.equals("xkekMigrate.take[2]") ? 1 : 0;
      assertEquals(before + come, keys(room, d).size());
    }
  }
}
