// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.GenerateSecretKey;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Shell;

/** What a migration is refused for, each by its name, and what it leaves then. */
class MigrateRefusalsTest {
  private static final String STATUS = "8052000000";
  private static final int SPENT = 4;
  private static final int COUNTED = 5;

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private DeviceRoom room;
  private MigrateRoom.Devices devices;

  @BeforeEach
  void open() throws Exception {
    devices = MigrateRoom.devices(elsewhere);
    room =
        MigrateRoom.fill(
            new DeviceRoom(folder, 2), devices.source(), devices.target(), devices.stranger());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory story(String... chosen) {
    return new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
        .answering("keys.chosen", chosen.length == 0 ? new String[] {"all", "all"} : chosen);
  }

  private static Shell.Way abort(List<Shell.Way> ways) {
    return ways.stream()
        .filter(Shell.Way.Abort.class::isInstance)
        .map(way -> (Shell.Way) new Shell.Way.Abort("refused"))
        .findFirst()
        .orElseThrow();
  }

  /** After people gave up, the source has what it had, the target nothing, and both are clean. */
  private void requireNothingMoved() throws Exception {
    for (int d = 1; d <= 2; d++) {
      assertTrue(room.send(d, STATUS).toHex().startsWith("ff00" + "00".repeat(8)));
    }
    assertEquals(3, KeyRoom.keys(room, 1).size());
    assertEquals(List.of(), KeyRoom.keys(room, 2));
  }

  private static Map<Integer, String> states(CeremonyState end) {
    return end.facts().get(MigrateFacts.MOVABLE).stream()
        .collect(java.util.stream.Collectors.toMap(ListedKey::number, ListedKey::state));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aBlockedPinIsNamedBeforeAnythingIsMade(int d) throws Exception {
    String wrong = "00200081" + "06" + "313233343536";
    room.send(d, wrong, wrong, wrong);
    story().refuses(new PinProblem.PinBlocked());
    requireNothingMoved();
  }

  @Test
  void theExchangeKeyNeedsANumberOnTheTargetToo() throws Exception {
    KeyStock.unlocked(
        room,
        2,
        (hsm, device) -> {
          for (int number = 1; number <= KeyId.LARGEST - 3; number++) {
            hsm.send(new GenerateSecretKey(new KeyId(number), new KeySpec.Aes(128), KeyTerms.NONE));
          }
          return device;
        });
    CeremonyState end =
        story("all", "2,3").then(DeviceStory::again).refuses(new KeyProblem.TooFewPlaces(4, 3));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(3, end.facts().get(MigrateFacts.PLACES));
    assertEquals(2, end.facts().get(MigrateFacts.MOVED).size());
  }

  @Test
  void tooLittleMemoryIsNamedBeforeAnythingIsMade() throws Exception {
    room.liar(2).lies("8050000000", "0000012C0004019000");
    DeviceStory story = story("all", "1").then(DeviceStory::again);
    CeremonyState end = story.refusesA(KeyProblem.TooLittleMemory.class);
    assertEquals(300, ((KeyProblem.TooLittleMemory) story.refusals.getFirst()).free());
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(1, end.facts().get(MigrateFacts.MOVED).size());
  }

  @Test
  void aDeviceThatDoesNotTellItsMemoryIsNotRefusedForIt() throws Exception {
    room.liar(2).lies("8050000000", "6D00");
    CeremonyState end = story().refuses();
    assertEquals(KeyFacts.NONE, end.facts().get(MigrateFacts.MEMORY));
    assertEquals(3, end.facts().get(MigrateFacts.MOVED).size());
  }

  @Test
  void aKeyThatIsUsedUpStaysAndOneThatIsCountedIsSaidToLoseItsCounter() throws Exception {
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          KeyStock.create(hsm, device, "secp256r1", "Spent", SPENT, all(), OptionalLong.of(1));
          KeyStock.create(hsm, device, "secp256r1", "Counted", COUNTED, all(), OptionalLong.of(9));
          StoredKey spent = KeyList.read(hsm, new KeyId(SPENT)).orElseThrow();
          return new KeyProof(hsm, room.random).prove(spent, spent.requirePublicKey());
        });
    CeremonyState end = story("5").refuses();
    assertEquals(MigrateChance.USED_UP, states(end).get(SPENT));
    assertEquals(MigrateChance.COUNTED, states(end).get(COUNTED));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(
        List.of(OptionalLong.empty()),
        KeyRoom.keys(room, 2).stream().map(key -> key.terms().uses()).toList());
  }

  private static List<KeyUse> all() {
    return List.of(KeyUse.values());
  }

  @Test
  void aKeyThatOtherFirmwareMayNotTakeIsNamedAndCanBeChosen() {
    ListedKey large = new ListedKey(KeyRestoreWork.READY, 1, "Root", "RSA-4096", "01", "");
    ListedKey usual = new ListedKey(KeyRestoreWork.READY, 2, "Leaf", "RSA-2048", "02", "");
    assertEquals(MigrateChance.UNSURE, MigrateChance.unsure(large).state());
    assertEquals(usual, MigrateChance.unsure(usual));
    assertTrue(MigrateChance.GOING.contains(MigrateChance.UNSURE));
  }

  @Test
  void anExchangeRequestThatNamesNoGroupIsRefused() throws Exception {
    room.liar(2).mishears("910184", "910170");
    story().refuses(new ExchangeProblem.ExchangeRequestWithoutGroup(room.serial(2)));
  }

  @Test
  void anExchangeRequestOfAnotherDeviceIsRefused() throws Exception {
    Bytes[] other = new Bytes[1];
    KeyStock.unlocked(
        room,
        3,
        (hsm, device) -> {
          StoredKey made =
              new KeyCreation(hsm, device)
                  .create(
                      KeyList.read(hsm),
                      KeyExchange.newKey("Exchange", Bytes.of((byte) 1), KeyDomainIndex.FIRST));
          other[0] = hsm.readFile(FileId.ofCertificate(made.reference())).orElseThrow();
          return device;
        });
    room.remove(3);
    room.liar(2).lies("0046", other[0].toHex() + "9000");
    DeviceStory story = story().then(MigrateRefusalsTest::abort);
    CeremonyState end = story.refusesA(KeyProblem.RequestOfAnotherDevice.class);
    assertEquals(CeremonyState.Phase.ABORTED, end.phase());
    requireNothingMoved();
  }

  private String statusOfTarget(String kcv) {
    String now = room.send(2, STATUS).toHex();
    return now.substring(0, 4) + kcv + now.substring(4 + kcv.length());
  }

  @Test
  void otherCheckValuesAreRefused() throws Exception {
    DeviceStory story = story();
    story.before(
        "xkekMigrate.agreeTarget",
        () -> room.liar(2).lies(STATUS, statusOfTarget("1122334455667788")));
    CeremonyState end = story.refusesA(ExchangeProblem.CheckValuesOfPartnersDiffer.class);
    assertEquals("xkekMigrate.compare", end.current().orElseThrow().id().toString());
  }

  @Test
  void aCheckValueOfZerosIsRefused() throws Exception {
    DeviceStory story = story();
    story.before(
        "xkekMigrate.agreeTarget", () -> room.liar(2).lies(STATUS, statusOfTarget("00".repeat(8))));
    story.refuses(new ExchangeProblem.NothingAgreed(room.serial(2), 0));
  }

  static Stream<Map.Entry<String, Map.Entry<String, Problem>>> answers() {
    return Stream.of(
        Map.entry("8074", Map.entry("6A81", new KeyProblem.WrappedKindNotHeld())),
        Map.entry("80620184", Map.entry("6984", new KeyProblem.KeyUsedUp(1))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void whatADeviceRefusesIsNamedAndBothAreCleanAfterwards(
      Map.Entry<String, Map.Entry<String, Problem>> told) throws Exception {
    room.liar(2).lies(told.getKey(), told.getValue().getKey());
    DeviceStory story = story().then(MigrateRefusalsTest::abort);
    CeremonyState end = story.refuses(told.getValue().getValue());
    assertEquals(CeremonyState.Phase.ABORTED, end.phase());
    requireNothingMoved();
  }

  @Test
  void aNumberThatWasTakenMeanwhileIsNotOverwritten() throws Exception {
    DeviceStory story = story();
    story
        .before(
            "xkekMigrate.take[1]",
            () ->
                KeyStock.unlocked(
                    room,
                    2,
                    (hsm, device) -> {
                      KeyStock.create(hsm, device, "AES-128", "Stranger", 77);
                      return device;
                    }))
        .then(MigrateRefusalsTest::abort);
    CeremonyState end = story.refuses(new KeyProblem.KeyExists(2));
    assertEquals(CeremonyState.Phase.ABORTED, end.phase());
    assertEquals(
        List.of(Optional.of("Stranger")),
        KeyRoom.keys(room, 2).stream().map(StoredKey::label).toList());
  }
}
