// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.problem.DeviceProblem.KeyDomainHasKeys;
import org.keyrite.core.problem.DeviceProblem.KeyDomainMissing;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.NoKeyDomains;
import org.keyrite.core.problem.DeviceProblem.NoKeyEncryptionKey;
import org.keyrite.core.problem.DeviceProblem.SerialTypedDiffers;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;

/** Key domains that are looked at, set up, cleared and deleted. */
class KeyDomainCareTest {
  private static final String SHARE = "8052000020" + "5A".repeat(32);
  private static final String LOG_IN = "0020008107" + "73656372657431";

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  /** Two key domains, the first with a key encryption key of one share. */
  private static void fill(DeviceRoom room) {
    room.device();
    room.initialised(1, "970102");
    room.send(1, LOG_IN, "80520100010100");
    room.send(1, SHARE + "00");
  }

  private DeviceRoom room() {
    DeviceRoom room = new DeviceRoom(folder, 1);
    fill(room);
    return room;
  }

  private static SimulatedState device(Path folder) {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      fill(room);
      return room.hsm(1).state();
    }
  }

  private static DeviceStory story(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), KeyDomainCare.ID, decided);
  }

  private static Facts finished(DeviceStory story) throws ProblemException {
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    return end.facts();
  }

  private static String shown(DeviceRoom room, int domain) {
    return room.send(1, "805200%02X00".formatted(domain)).toHex().toUpperCase();
  }

  @ParameterizedTest
  @CsvSource({"status", "create", "clear", "delete"})
  void theAgendaIsAsAgreed(String act) throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-domains-" + act + ".agenda"),
          story(room, "domainAct", act, "domain", act.equals("create") ? "1" : "0")
              .ceremony()
              .canonical());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-domains." + language.tag() + ".transcript"),
          new Told().transcript(story(room, "domainAct", "clear"), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    for (String act : List.of("delete", "create", "status")) {
      try (DeviceRoom room = room()) {
        DeviceStory story =
            story(room, "domainAct", act, "domain", act.equals("create") ? "1" : "0");
        assertEquals(Set.of(), KeyBackupTest.untold(story.refuses(), Messages.in(language)));
      }
    }
  }

  @Test
  void showsAllKeyDomains() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room));
      assertEquals("DKEK 0 " + room.kcv(1) + " 1, FREE 1", end.get(KeyDomainSteps.BEFORE));
      assertEquals(0, end.get(KeyDomainSteps.KEYS));
    }
  }

  @Test
  void setsOneUpForSharesAndLeavesTheOther() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room, "domainAct", "create", "domain", "1", "domainShares", "3"));
      assertEquals("DKEK 0 " + room.kcv(1) + " 1, WAITING 1 3 3", end.get(KeyDomainSteps.AFTER));
      assertEquals("0303" + "00".repeat(8) + "9000", shown(room, 1));
    }
  }

  @Test
  void deletesTheKeyEncryptionKeyAndKeepsTheDomain() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room, "domainAct", "clear"));
      assertEquals("WAITING 0 1 1, FREE 1", end.get(KeyDomainSteps.AFTER));
    }
  }

  @Test
  void deletesAnEmptyDomain() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room, "domainAct", "delete"));
      assertEquals("FREE 2", end.get(KeyDomainSteps.AFTER));
      assertEquals("6A88", shown(room, 0));
    }
  }

  @Test
  void deletesNoDomainWithKeys() throws Exception {
    try (DeviceRoom room = room()) {
      room.send(1, LOG_IN, "004805B006910192920100");
      story(room, "domainAct", "delete").refuses(new KeyDomainHasKeys(0));
      Facts end = finished(story(room));
      assertEquals(1, end.get(KeyDomainSteps.KEYS));
    }
  }

  @Test
  void refusesWhatCannotBeDone() throws Exception {
    try (DeviceRoom room = room()) {
      story(room, "domainAct", "create").refuses(new KeyDomainUnavailable(0));
      story(room, "domainAct", "clear", "domain", "1").refuses(new KeyDomainNotCreated(1));
      story(room, "domainAct", "delete", "domain", "1").refuses(new KeyDomainNotCreated(1));
      story(room, "domainAct", "create", "domain", "2").refuses(new KeyDomainMissing(2));
      finished(story(room, "domainAct", "clear"));
      story(room, "domainAct", "clear").refuses(new NoKeyEncryptionKey(0));
    }
  }

  @Test
  void refusesADeviceWithoutKeyDomains() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device();
      room.initialised(1, "");
      story(room, "domainAct", "create").refuses(new NoKeyDomains());
      assertEquals("none", finished(story(room)).get(KeyDomainSteps.BEFORE));
    }
  }

  @ParameterizedTest
  @CsvSource({"clear", "delete"})
  void nothingIsLostBeforeTheSerialWasTyped(String act) throws Exception {
    try (DeviceRoom room = room()) {
      String before = shown(room, 0);
      story(room, "domainAct", act)
          .answering("device[1].typed", "0000")
          .refuses(new SerialTypedDiffers("0000"));
      assertEquals(before, shown(room, 0));
    }
  }

  /** A run in which something is changed. */
  record Disturbed(String act, Fault fault, int line) {}

  private static DisturbedRun run(String act) {
    return new DisturbedRun(
        KeyDomainCare.ID,
        Map.of("domainAct", act, "domain", act.equals("create") ? "1" : "0"),
        device(elsewhere),
        people -> {},
        (room, end) ->
            assertEquals(
                switch (act) {
                  case "create" -> "DKEK 0 " + room.kcv(1) + " 1, WAITING 1 1 1";
                  case "clear" -> "WAITING 0 1 1, FREE 1";
                  default -> "FREE 2";
                },
                end.facts().get(KeyDomainSteps.AFTER)));
  }

  static List<Disturbed> pulls() throws Exception {
    List<Disturbed> all = new ArrayList<>();
    for (String act : List.of("create", "clear", "delete")) {
      run(act).pulls(elsewhere).forEach(fault -> all.add(new Disturbed(act, fault, 0)));
    }
    return all;
  }

  static List<Disturbed> lines() throws Exception {
    List<Disturbed> all = new ArrayList<>();
    for (String act : List.of("create", "clear", "delete")) {
      run(act).lines(elsewhere).forEach(line -> all.add(new Disturbed(act, null, line)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void isDoneOnceWhereverTheDeviceWasPulled(Disturbed at) throws Exception {
    run(at.act()).pulled(folder, at.fault());
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void isDoneOnceWhereverItsProcessWasKilled(Disturbed at) throws Exception {
    run(at.act()).killed(folder, at.fault(), room -> {});
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isDoneOnceWhereverItWasStopped(Disturbed at) throws Exception {
    run(at.act()).stopped(folder, at.line());
  }
}
