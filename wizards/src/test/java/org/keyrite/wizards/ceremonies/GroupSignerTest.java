// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.GroupProblem.NoSignerOnDevice;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;

/** Group signers that are made or found, and what the record, the sheet and the register say. */
class GroupSignerTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private DeviceRoom room(SimulatedState state) {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(state);
    return room;
  }

  private DeviceRoom room() throws ProblemException {
    return room(KeyStock.empty(1, KeyStock.FILLING));
  }

  private static DeviceStory story(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), GroupSigner.ID, decided);
  }

  private static CeremonyState finished(DeviceStory story) throws ProblemException {
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    return end;
  }

  private static org.keyrite.core.hsm.GroupSigner only(DeviceRoom room) throws ProblemException {
    KeyList keys = KeyStock.keys(room, 1);
    assertEquals(1, keys.keys().size());
    return org.keyrite.core.hsm.GroupSigner.find(keys).getFirst();
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = story(room);
      assertEquals(Golden.text("group-signer.agenda"), story.ceremony().canonical());
      assertEquals(Golden.text("group-signer.steps"), Golden.steps(story.refuses()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("group-signer." + language.tag() + ".transcript"),
          new Told().transcript(story(room), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = finished(story(room));
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void makesAKeyThatCanBeBackedUpAndSaysWhoseItIs() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room, "signerLabel", "Gruppe Süd")).facts();
      org.keyrite.core.hsm.GroupSigner signer = only(room);
      assertEquals(Optional.of("Gruppe Süd"), signer.key().label());
      assertTrue(signer.key().terms().algorithms().allows(Algorithm.WRAP));
      assertTrue(signer.key().terms().algorithms().allows(Algorithm.ECDSA));
      assertFalse(signer.key().terms().algorithms().allows(Algorithm.ECDH));
      assertEquals(signer.uid(), end.get(GroupFacts.UID));
      assertEquals(
          String.join(" ", new PgpWords().words(signer.uid().value())), end.get(GroupFacts.WORDS));
      assertEquals("POSSIBLE", end.get(NewKeyFacts.BACKUP));
      assertTrue(end.get(GroupFacts.SHEET).startsWith("group-"));
    }
  }

  @Test
  void opensTheRegisterOfMembers() throws Exception {
    try (DeviceRoom room = room()) {
      Facts end = finished(story(room)).facts();
      KeyDomainUid uid = end.get(GroupFacts.UID);
      assertEquals(
          "members-" + uid.toHex().substring(0, 16) + ".jsonl", end.get(GroupFacts.REGISTER));
      MemberRegister register = MemberRegister.read(folder.resolve(end.get(GroupFacts.REGISTER)));
      assertEquals(uid, register.group().uid());
      assertEquals(room.serial(1), register.group().signer());
      assertEquals("Olga Officer", register.group().who());
      assertEquals(List.of(), register.members());
    }
  }

  @Test
  void warnsBeforeAKeyIsMadeThatCanNeverBeBackedUp() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device();
      room.initialised(1, "970102");
      CeremonyState end = finished(story(room, "domain", "1"));
      assertTrue(
          end.agenda().rows().stream()
              .anyMatch(row -> row.step().id().toString().equals("groupSigner.alone")));
      assertEquals("NEVER", end.facts().get(GroupFacts.CHANCE));
      assertEquals("NEVER", end.facts().get(NewKeyFacts.BACKUP));
      StoredKey key = only(room).key();
      assertFalse(key.terms().algorithms().allows(Algorithm.WRAP));
      assertEquals(Optional.empty(), key.terms().domain());
    }
  }

  @Test
  void findsTheOnlyGroupSignerThatIsThere() throws Exception {
    try (DeviceRoom room = room()) {
      KeyDomainUid made = finished(story(room)).facts().get(GroupFacts.UID);
      Facts end = finished(story(room, "signer", "existing")).facts();
      assertEquals(made, end.get(GroupFacts.UID));
      assertEquals(1, KeyStock.keys(room, 1).keys().size());
    }
  }

  @Test
  void asksWhichOfTwoGroupSignersIsMeant() throws Exception {
    try (DeviceRoom room = room()) {
      finished(story(room));
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "secp256r1", "Web", 7);
            KeyStock.create(
                hsm,
                device,
                "brainpoolP256r1",
                "Second",
                8,
                List.of(KeyUse.SIGN),
                OptionalLong.empty());
            return device;
          });
      Facts end =
          finished(story(room, "signer", "existing").answering("newKey.reference", "3")).facts();
      assertEquals("Second", end.get(NewKeyFacts.LABEL));
      assertEquals(2, end.get(GroupFacts.FOUND).size());
    }
  }

  @Test
  void aDeviceWithoutGroupSignerIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      story(room, "signer", "existing").refuses(new NoSignerOnDevice(room.serial(1)));
    }
  }

  @Test
  void aNewDeviceIsRefused() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device();
      story(room).refuses(new NotInitialised());
    }
  }

  private static DisturbedRun run() throws Exception {
    return new DisturbedRun(
        GroupSigner.ID,
        Map.of(),
        KeyStock.empty(1, KeyStock.FILLING),
        people -> {},
        (room, end) -> {
          org.keyrite.core.hsm.GroupSigner signer = only(room);
          assertEquals(signer.uid(), end.facts().get(GroupFacts.UID));
          assertEquals(Set.of(), KeyStock.keys(room, 1).leftovers());
          assertEquals(signer.key().pkcsId(), Optional.<Bytes>of(end.facts().get(NewKeyFacts.ID)));
        });
  }

  static List<Fault> pulls() throws Exception {
    return run().pulls(elsewhere);
  }

  static List<Integer> lines() throws Exception {
    return run().lines(elsewhere);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithOneGroupSignerWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    run().pulled(folder, fault);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithOneGroupSignerWhereverItsProcessWasKilled(Fault fault) throws Exception {
    run().killed(folder, fault, room -> {});
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithOneGroupSignerWhereverItWasStopped(int line) throws Exception {
    run().stopped(folder, line);
  }
}
