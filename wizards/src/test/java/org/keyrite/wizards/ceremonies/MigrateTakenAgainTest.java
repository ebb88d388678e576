// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

/**
 * The last visit ended somewhere and is not resumed, since its laptop is gone; people begin it anew
 * with the same stick. Nothing is lost, and what was left is named and goes.
 */
class MigrateTakenAgainTest {
  private static final String NOTHING_AGREED = "ff00" + "00".repeat(8);
  private static final int KEYS = 3;

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private static MigrateStick.Made made() throws Exception {
    return MigrateStick.made(elsewhere);
  }

  private DeviceRoom room(String name, SimulatedState target) throws Exception {
    Path here = Files.createDirectories(folder.resolve(name));
    SimulatedState source = MigrateRoom.devices(elsewhere).source();
    return MigrateRoom.fill(new DeviceRoom(here, 1), source, target);
  }

  private static DeviceStory taking(DeviceRoom room) throws Exception {
    return MigrateStick.story(room, "take", made().send());
  }

  /** The target as an earlier attempt left it, which ended before this step. */
  private SimulatedState leftBefore(String step) throws Exception {
    try (DeviceRoom room = room("first", made().waiting())) {
      taking(room).before(step, () -> room.remove(2)).refusesA(DeviceProblem.DeviceNotHere.class);
      return room.hsm(2).state();
    }
  }

  private static void requireClean(DeviceRoom room) throws Exception {
    assertEquals(List.of(), MigrateVisitsTest.exchangeKeys(room, 2));
    assertTrue(room.send(2, "8052000000").toHex().startsWith(NOTHING_AGREED));
  }

  private static List<String> states(CeremonyState end) {
    return end.facts().get(MigrateFacts.MOVABLE).stream().map(ListedKey::state).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "xkekMigrate.agreeTarget, waiting, 3",
    "xkekMigrate.place, agreed, 3",
    "xkekMigrate.take[1], agreed, 3",
    "xkekMigrate.take[2], agreed, 2",
    "xkekMigrate.take[3], agreed, 1",
    "xkekMigrate.check, agreed, 0"
  })
  void whatWasAgreedServesOnceMore(String step, String left, int missing) throws Exception {
    try (DeviceRoom room = room("second", leftBefore(step))) {
      CeremonyState end = taking(room).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(left, end.facts().get(MigrateFacts.leftover(2)));
      assertEquals(
          missing, states(end).stream().filter(KeyRestoreWork.READY::equals).count(), step);
      assertEquals(KEYS, MigrateVisitsTest.keys(room, 2).size());
      requireClean(room);
    }
  }

  @Test
  void anAgreementThatIsGoneNeedsANewOfferWhichDeletesTheRest() throws Exception {
    SimulatedState forgotten;
    try (DeviceRoom room = room("between", leftBefore("xkekMigrate.take[2]"))) {
      KeyStock.unlocked(
          room, 2, (hsm, device) -> hsm.send(new ClearKeyEncryptionKey(KeyDomainIndex.FIRST)));
      forgotten = room.hsm(2).state();
    }
    try (DeviceRoom room = room("second", forgotten)) {
      taking(room).refusesA(ExchangeProblem.OfferUsedUp.class);
      assertEquals(forgotten, room.hsm(2).state(), "only looked at");
    }
    try (DeviceRoom room = room("anew", forgotten)) {
      CeremonyState end = MigrateStick.story(room, "offer", null).refuses();
      assertEquals(MigrateExchange.LEFT, end.facts().get(MigrateFacts.leftover(2)));
      List<StoredKey> waiting = MigrateVisitsTest.exchangeKeys(room, 2);
      assertEquals(1, waiting.size(), "the one of the new offer");
      assertEquals(1 + 1, MigrateVisitsTest.keys(room, 2).size(), "and the key that came");
    }
  }

  static List<Fault> pulls() throws Exception {
    Path counted = Files.createTempDirectory(elsewhere, "counted");
    try (DeviceRoom room =
        MigrateRoom.fill(
            new DeviceRoom(counted, 1),
            MigrateRoom.devices(elsewhere).source(),
            made().waiting())) {
      taking(room).refuses();
      return Pulls.between(1, room.card(2).count());
    }
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void noKeyIsLostWhereverTheEarlierAttemptEnded(Fault fault) throws Exception {
    SimulatedState left;
    try (DeviceRoom room = new DeviceRoom(Files.createDirectories(folder.resolve("1")), 1)) {
      room.happensTo(2, fault);
      MigrateRoom.fill(room, MigrateRoom.devices(elsewhere).source(), made().waiting());
      new Told().run(taking(room), folder.resolve("1"), true);
      left = room.hsm(2).state();
    }
    try (DeviceRoom room = room("2", left)) {
      DeviceStory again = taking(room);
      CeremonyState end = new Told().run(again, folder.resolve("2"), true);
      if (end.phase() == CeremonyState.Phase.FINISHED) {
        requireClean(room);
        requireEveryKey(room, end);
      } else {
        // All keys had come, and the exchange key went at the end.
        assertEquals(
            new ExchangeProblem.BundleOfAnotherMigration("", "").key(),
            again.refusals.getLast().key());
        int rest = MigrateVisitsTest.exchangeKeys(room, 2).size();
        assertEquals(KEYS + rest, MigrateVisitsTest.keys(room, 2).size());
        requireNextOfferCleansUp(rest, room.hsm(2).state());
      }
    }
  }

  private void requireNextOfferCleansUp(int rest, SimulatedState target) throws Exception {
    try (DeviceRoom room = room("3", target)) {
      CeremonyState end = MigrateStick.story(room, "offer", null).refuses();
      String named = rest == 0 ? MigrateExchange.CLEAN : MigrateExchange.LEFT;
      assertEquals(named, end.facts().get(MigrateFacts.leftover(2)));
      assertEquals(1, MigrateVisitsTest.exchangeKeys(room, 2).size());
    }
  }

  /** One that had come without its name stays beside its copy, or in its place, and is shown. */
  private void requireEveryKey(DeviceRoom room, CeremonyState end) throws Exception {
    List<ListedKey> before = end.facts().get(MigrateFacts.ON_TARGET);
    int bare = (int) before.stream().filter(this::isBare).count();
    int found = MigrateVisitsTest.keys(room, 2).size();
    assertTrue(bare <= 1 && found >= KEYS && found <= KEYS + bare, found + " of " + before);
    long whole =
        before.stream().filter(key -> !isBare(key)).count()
            + states(end).stream().filter(KeyRestoreWork.READY::equals).count();
    long inItsPlace = found == KEYS ? bare : 0;
    assertEquals(KEYS, whole + inItsPlace, before::toString);
  }

  private boolean isBare(ListedKey key) {
    return key.id().isEmpty();
  }
}
