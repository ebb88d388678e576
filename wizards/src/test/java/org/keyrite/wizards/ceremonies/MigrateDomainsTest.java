// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

/** The group has another number on the device that gets the keys; its first one is taken. */
class MigrateDomainsTest {
  private static final KeyDomainIndex SECOND = new KeyDomainIndex(1);
  private static final String NOTHING_AGREED = "ff00" + "00".repeat(8);

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private SimulatedState source;
  private SimulatedState target;

  @BeforeEach
  void devices() throws Exception {
    source = MigrateRoom.devices(elsewhere).source();
    target = MigrateRoom.devices(elsewhere).both();
  }

  private DeviceRoom room() {
    return MigrateRoom.fill(new DeviceRoom(folder, 2), source, target);
  }

  private static DeviceStory story(DeviceRoom room, String domain) {
    return new DeviceStory(
            room, List.of(), XkekMigrate.ID, "readers", "2", "domain", "0", "targetDomain", domain)
        .answering("keys.chosen", "all");
  }

  /** All keys are in the second domain, and no domain remembers anything. */
  private static void requireMoved(DeviceRoom room) throws Exception {
    List<StoredKey> keys = MigrateVisitsTest.keys(room, 2);
    assertEquals(
        List.of(Optional.of(SECOND), Optional.of(SECOND), Optional.of(SECOND)),
        keys.stream().map(key -> key.terms().domain()).toList());
    for (String domain : List.of("00", "01")) {
      String status = room.send(2, "805200" + domain + "00").toHex();
      assertTrue(status.startsWith(NOTHING_AGREED), status);
    }
    room.devices.use(
        room.serial(2),
        (hsm, device) -> {
          KeyList all = KeyList.read(hsm);
          assertEquals(List.of(), KeyExchange.find(all, KeyDomainIndex.FIRST));
          assertEquals(List.of(), KeyExchange.find(all, SECOND));
          return device;
        });
  }

  @Test
  void keysMoveIntoAnotherNumber() throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(CeremonyState.Phase.FINISHED, story(room, "1").refuses().phase());
      requireMoved(room);
    }
  }

  @Test
  void aNumberThatAnotherGroupHasIsRefusedBeforeAnythingIsMade() throws Exception {
    try (DeviceRoom room = room()) {
      story(room, "0").refusesA(GroupProblem.DomainOfAnotherGroup.class);
      assertEquals(source, room.hsm(1).state());
      assertEquals(target, room.hsm(2).state());
    }
  }

  @Test
  void aNumberThatIsNotSetUpIsRefusedBeforeAnythingIsMade() throws Exception {
    try (DeviceRoom room = room()) {
      story(room, "2").refusesA(DeviceProblem.KeyDomainNotCreated.class);
      assertEquals(target, room.hsm(2).state());
    }
  }

  private Path made(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  @Test
  void theVisitsMoveKeysIntoAnotherNumber() throws Exception {
    String[] second = {"targetDomain", "1"};
    Path offer = made("offer");
    SimulatedState waiting;
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source, target)) {
      new Told().run(MigrateStick.story(room, "offer", null, second), offer, true);
      waiting = room.hsm(2).state();
    }
    Path send = made("send");
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(send, 1), source, target)) {
      new Told().run(MigrateStick.story(room, "send", offer, "domain", "0"), send, true);
    }
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(made("take"), 1), source, waiting)) {
      MigrateStick.story(room, "take", send).refusesA(GroupProblem.DomainOfAnotherGroup.class);
      assertEquals(waiting, room.hsm(2).state());
    }
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(made("again"), 1), source, waiting)) {
      CeremonyState end = MigrateStick.story(room, "take", send, second).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      requireMoved(room);
    }
  }

  @Test
  void anOfferInTheNumberOfAnotherGroupCannotBeAnswered() throws Exception {
    Path offer = made("offer");
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source, target)) {
      new Told().run(MigrateStick.story(room, "offer", null), offer, true);
    }
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(made("send"), 1), source, target)) {
      MigrateStick.story(room, "send", offer).refusesA(GroupProblem.DomainOfAnotherGroup.class);
      assertEquals(source, room.hsm(1).state());
    }
  }
}
