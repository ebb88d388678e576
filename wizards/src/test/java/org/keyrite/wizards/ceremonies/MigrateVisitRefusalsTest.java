// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because each thing that can be wrong with a stick has a test of its own.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.GenerateSecretKey;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.CeremonyProblem.JournalChanged;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

/** What does not belong to a migration is refused by its name, and no device is changed by it. */
class MigrateVisitRefusalsTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;
  @TempDir Path stick;

  private static MigrateStick.Made made() throws Exception {
    return MigrateStick.made(elsewhere);
  }

  private static SimulatedState source() throws Exception {
    return MigrateRoom.devices(elsewhere).source();
  }

  private static SimulatedState stranger() throws Exception {
    return MigrateRoom.devices(elsewhere).stranger();
  }

  private Path bundle(String visit) throws Exception {
    return MigrateStick.copy(
        visit.equals("send") ? made().offer() : made().send(), stick.resolve("came"));
  }

  private void refuses(String visit, Path came, String words, Class<? extends Problem> expected)
      throws Exception {
    assertInstanceOf(expected, refused(visit, source(), made().waiting(), came, words));
  }

  private void refuses(String visit, Path came, Class<? extends Problem> expected)
      throws Exception {
    refuses(visit, came, MigrateStick.words(came), expected);
  }

  /** With these devices, the problem of a visit; nothing was changed on them. */
  private Problem refused(
      String visit, SimulatedState one, SimulatedState two, Path came, String words)
      throws Exception {
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(folder, 1), one, two)) {
      DeviceStory story = MigrateStick.story(room, visit, came, words, new String[0]);
      CeremonyState end = story.refusesA(Problem.class);
      assertEquals(CeremonyState.Phase.RUNNING, end.phase());
      assertEquals(one, room.hsm(1).state());
      assertEquals(two, room.hsm(2).state());
      return story.refusals.getFirst();
    }
  }

  private static void flip(Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
  }

  /** Changes a manifest; whoever did also reads other words to the other site. */
  private static Path edit(Path bundle, String found, String replacement) throws Exception {
    Path manifest = bundle.resolve(MigrationManifest.NAME);
    String text = Files.readString(manifest);
    assertEquals(true, text.contains(found), found);
    Files.writeString(manifest, text.replace(found, replacement));
    return bundle;
  }

  /** Puts another file in the place of the request, and its hash into the manifest. */
  private static Path request(Path bundle, Bytes other) throws Exception {
    Path file = MigrateStick.file(bundle, ".xkek");
    String before = Bytes.of(Files.readAllBytes(file)).sha256().toHex();
    Files.write(file, other.toByteArray());
    return edit(bundle, before, other.sha256().toHex());
  }

  /** The target with so many more keys. */
  private SimulatedState filled(SimulatedState target, int keys) throws Exception {
    Path here = Files.createDirectories(folder.resolve("filling"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(here, 1), source(), target)) {
      KeyStock.unlocked(
          room,
          2,
          (hsm, device) -> {
            KeyList present = KeyList.read(hsm);
            for (int number = 1, made = 0; made < keys; number++) {
              KeyId id = new KeyId(number);
              if (present.keys().stream().noneMatch(key -> key.reference().equals(id))) {
                hsm.send(new GenerateSecretKey(id, new KeySpec.Aes(128), KeyTerms.NONE));
                made++;
              }
            }
            return device;
          });
      return room.hsm(2).state();
    }
  }

  @Test
  void keysThatHaveNoNumberOnTheTargetAreRefusedBeforeTheFirstComes() throws Exception {
    SimulatedState full = filled(made().waiting(), KeyId.LARGEST - 3);
    Path came = bundle("take");
    assertEquals(
        new KeyProblem.BundleNeedsPlaces(3, 2),
        refused("take", source(), full, came, MigrateStick.words(came)));
  }

  @Test
  void aTargetWithoutANumberForAKeyMakesNoOffer() throws Exception {
    SimulatedState full = filled(MigrateRoom.devices(elsewhere).target(), KeyId.LARGEST - 1);
    assertEquals(new KeyProblem.TooFewPlaces(2, 1), refused("offer", source(), full, null, ""));
  }

  @Test
  void keysThatHaveNoMemoryOnTheTargetAreRefusedBeforeTheFirstComes() throws Exception {
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 1), source(), made().waiting())) {
      room.liar(2).lies("8050000000", "0000012C0004019000");
      DeviceStory story = MigrateStick.story(room, "take", made().send());
      story.refusesA(KeyProblem.BundleNeedsMemory.class);
      assertEquals(made().waiting(), room.hsm(2).state());
    }
  }

  @Test
  void aKeyOfAnotherKindThanIsListedIsRefused() throws Exception {
    Path came = edit(bundle("take"), "\"secp256k1\"", "\"RSA-2048\"");
    assertInstanceOf(
        ExchangeProblem.MigrationManifestUnreadable.class,
        refused("take", source(), made().waiting(), came, MigrateStick.words(came)));
  }

  @ParameterizedTest
  @CsvSource({
    "send, .xkek",
    "send, journal.jsonl",
    "take, .xkek",
    "take, .wky",
    "take, journal.jsonl"
  })
  void aMissingFileIsNamed(String visit, String ending) throws Exception {
    Path came = bundle(visit);
    String name = MigrateStick.file(came, ending).getFileName().toString();
    Files.delete(came.resolve(name));
    assertEquals(
        new ExchangeProblem.BundleFileMissing(name),
        refused(visit, source(), made().waiting(), came, MigrateStick.words(came)));
  }

  @ParameterizedTest
  @CsvSource({"send, .xkek", "take, .xkek", "take, .wky"})
  void anAlteredFileIsNamed(String visit, String ending) throws Exception {
    Path came = bundle(visit);
    Path file = MigrateStick.file(came, ending);
    flip(file);
    assertEquals(
        new ExchangeProblem.BundleFileAltered(file.getFileName().toString()),
        refused(visit, source(), made().waiting(), came, MigrateStick.words(came)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "take"})
  void anAlteredManifestHasOtherWords(String visit) throws Exception {
    Path came = bundle(visit);
    String words = MigrateStick.words(came);
    refuses(visit, edit(came, "2030-", "2031-"), words, ExchangeProblem.BundleWordsDiffer.class);
  }

  @Test
  void theRecordTellsAnAlteredManifestAlthoughItsWordsWereRead() throws Exception {
    refuses(
        "send", edit(bundle("send"), "2030-", "2031-"), ExchangeProblem.BundleRecordDiffers.class);
  }

  @Test
  void theWordsOfAnotherBundleAreRefused() throws Exception {
    refuses(
        "take",
        made().send(),
        MigrateStick.words(made().offer()),
        ExchangeProblem.BundleWordsDiffer.class);
  }

  @Test
  void theFilesOfAnotherVisitAreNamed() throws Exception {
    assertEquals(
        new ExchangeProblem.BundleOfAnotherVisit(1, 2),
        refused(
            "send", source(), made().waiting(), made().send(), MigrateStick.words(made().send())));
    assertEquals(
        new ExchangeProblem.BundleOfAnotherVisit(2, 1),
        refused(
            "take",
            source(),
            made().waiting(),
            made().offer(),
            MigrateStick.words(made().offer())));
  }

  @Test
  void theSameBundleIsNotTakenTwice() throws Exception {
    SimulatedState after;
    Path here = Files.createDirectories(folder.resolve("first"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(here, 1), source(), made().waiting())) {
      MigrateStick.story(room, "take", made().send()).refuses();
      after = room.hsm(2).state();
    }
    assertInstanceOf(
        ExchangeProblem.BundleOfAnotherMigration.class,
        refused("take", source(), after, made().send(), MigrateStick.words(made().send())));
  }

  @Test
  void ofTwoAnswersToOneOfferOnlyOneIsTaken() throws Exception {
    Path second = Files.createDirectories(folder.resolve("second"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(second, 1), source())) {
      room.random.bytes(1);
      DeviceStory story = MigrateStick.story(room, "send", made().offer());
      assertEquals(CeremonyState.Phase.FINISHED, new Told().run(story, second, true).phase());
    }
    SimulatedState after;
    Path here = Files.createDirectories(folder.resolve("first"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(here, 1), source(), made().waiting())) {
      MigrateStick.story(room, "take", second).refuses();
      after = room.hsm(2).state();
    }
    assertInstanceOf(
        ExchangeProblem.BundleOfAnotherMigration.class,
        refused("take", source(), after, made().send(), MigrateStick.words(made().send())));
  }

  @Test
  void theBundleOfAnEarlierOfferIsRefused() throws Exception {
    SimulatedState waiting;
    Path offer = Files.createDirectories(folder.resolve("offer"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source(), made().waiting())) {
      room.random.bytes(1);
      MigrateStick.story(room, "offer", null).refuses();
      waiting = room.hsm(2).state();
    }
    assertInstanceOf(
        ExchangeProblem.BundleOfAnotherMigration.class,
        refused("take", source(), waiting, made().send(), MigrateStick.words(made().send())));
  }

  @Test
  void aDeviceThatTheOfferDoesNotNameSendsNothing() throws Exception {
    assertInstanceOf(
        ExchangeProblem.BundleForAnotherDevice.class,
        refused(
            "send",
            stranger(),
            made().waiting(),
            made().offer(),
            MigrateStick.words(made().offer())));
  }

  @Test
  void aDeviceThatTheKeysAreNotForTakesNothing() throws Exception {
    assertInstanceOf(
        ExchangeProblem.BundleForAnotherDevice.class,
        refused("take", source(), stranger(), made().send(), MigrateStick.words(made().send())));
  }

  @Test
  void anOfferOfAnotherGroupIsRefused() throws Exception {
    Path offer = Files.createDirectories(stick.resolve("offer"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source(), stranger())) {
      DeviceStory story = MigrateStick.story(room, "offer", null).answering("pin[2]", "secret3");
      assertEquals(CeremonyState.Phase.FINISHED, new Told().run(story, offer, true).phase());
    }
    assertInstanceOf(
        GroupProblem.DomainOfAnotherGroup.class,
        refused("send", source(), made().waiting(), offer, MigrateStick.words(offer)));
  }

  @Test
  void theRequestOfAnotherGroupIsRefused() throws Exception {
    Path offer = Files.createDirectories(folder.resolve("offer"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source(), stranger())) {
      DeviceStory story = MigrateStick.story(room, "offer", null).answering("pin[2]", "secret3");
      new Told().run(story, offer, true);
    }
    Bytes other = Bytes.of(Files.readAllBytes(MigrateStick.file(offer, ".xkek")));
    refuses("send", request(bundle("send"), other), ExchangeProblem.PartnerOfAnotherGroup.class);
  }

  @Test
  void theRequestOfAnotherDeviceOfTheGroupIsRefused() throws Exception {
    Bytes other = Bytes.of(Files.readAllBytes(MigrateStick.file(made().send(), ".xkek")));
    refuses("send", request(bundle("send"), other), ExchangeProblem.PartnerNotTheNamedOne.class);
  }

  @Test
  void aRequestUnderTheCertificatesOfAnotherDeviceIsRefused() throws Exception {
    ExchangeRequest own = parse(made().offer());
    ExchangeRequest other = parse(made().send());
    Bytes mixed = new ExchangeRequest(other.issuer(), other.device(), own.request()).encode();
    refuses(
        "send",
        request(bundle("send"), mixed),
        ExchangeProblem.ExchangeRequestOfAnotherDevice.class);
  }

  @Test
  void aRequestWithoutItsSignaturesIsRefused() throws Exception {
    byte[] content = Files.readAllBytes(MigrateStick.file(made().offer(), ".xkek"));
    content[content.length - 1] ^= 1;
    refuses(
        "send",
        request(bundle("send"), Bytes.of(content)),
        ExchangeProblem.ExchangeKeyUnproven.class);
  }

  private static ExchangeRequest parse(Path bundle) throws Exception {
    return ExchangeRequest.parse(Bytes.of(Files.readAllBytes(MigrateStick.file(bundle, ".xkek"))));
  }

  @Test
  void aRequestThatNamesNoGroupIsRefused() throws Exception {
    Bytes[] plain = new Bytes[1];
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 1), source(), made().waiting())) {
      KeyStock.unlocked(
          room,
          2,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "brainpoolP256r1", "No group", 77);
            StoredKey key = KeyList.read(hsm).withId(Bytes.of((byte) 77)).getFirst();
            KeyCertificate.Request made = (KeyCertificate.Request) key.certificate().orElseThrow();
            plain[0] =
                ExchangeRequest.of(DeviceId.of(device.certificates()), made.request()).encode();
            return device;
          });
    }
    refuses(
        "send",
        request(bundle("send"), plain[0]),
        ExchangeProblem.ExchangeRequestWithoutGroup.class);
  }

  @Test
  void aCheckValueOfZerosIsRefused() throws Exception {
    String value = MigrationBundle.read(made().send()).manifest().keyCheckValue().orElseThrow();
    refuses(
        "take",
        edit(bundle("take"), value, "0".repeat(16)),
        ExchangeProblem.BundleWithoutCheckValue.class);
  }

  @Test
  void anotherCheckValueThanThatOfTheKeysIsRefused() throws Exception {
    String value = MigrationBundle.read(made().send()).manifest().keyCheckValue().orElseThrow();
    refuses(
        "take",
        edit(bundle("take"), value, "1".repeat(16)),
        DeviceProblem.CheckValueUnexpected.class);
  }

  @Test
  void nothingIsTakenIfTheTargetShowsAnotherCheckValue() throws Exception {
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 1), source(), made().waiting())) {
      Bytes answer = room.send(2, "8052000000");
      String lie = "ff00" + "11".repeat(8) + answer.slice(10, 42).toHex() + "9000";
      DeviceStory story =
          MigrateStick.story(room, "take", made().send())
              .before("xkekMigrate.agreeTarget", () -> room.liar(2).lies("80520000", lie));
      story.refusesA(ExchangeProblem.CheckValuesOfPartnersDiffer.class);
      assertEquals(0, MigrateVisitsTest.keys(room, 2).size() - 1);
    }
  }

  @Test
  void anotherCertificateThanWasNamedIsRefused() throws Exception {
    Path offer = Files.createDirectories(stick.resolve("offer"));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source(), made().waiting())) {
      DeviceStory story = new DeviceStory(room, List.of(), XkekMigrate.ID, "visit", "offer");
      story.answering("partner.serial", room.serial(1)).answering("partner.typed", "AB".repeat(32));
      assertEquals(CeremonyState.Phase.FINISHED, new Told().run(story, offer, true).phase());
    }
    assertInstanceOf(
        ExchangeProblem.PartnerCertificateChanged.class,
        refused("send", source(), made().waiting(), offer, MigrateStick.words(offer)));
  }

  /** The label of the exchange key that waits is changed on the device itself. */
  private static SimulatedState awaiting(SimulatedState waiting, String label) throws Exception {
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(elsewhere, 1), source(), waiting)) {
      KeyStock.unlocked(
          room,
          2,
          (hsm, device) -> {
            StoredKey key = KeyList.read(hsm).keys().getFirst();
            String was = key.label().orElseThrow();
            String file = key.descriptionFile().orElseThrow().toHex();
            String to = label + was.substring(label.length());
            hsm.writeFile(
                FileId.ofDescription(key.reference()),
                Bytes.fromHex(file.replace(hex(was), hex(to))));
            return device;
          });
      return room.hsm(2).state();
    }
  }

  private static String hex(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).toHex();
  }

  @Test
  void keysOfAnotherDeviceThanTheTargetAwaitsAreRefused() throws Exception {
    assertEquals(
        "NOBO",
        assertInstanceOf(
                ExchangeProblem.PartnerNotTheNamedOne.class,
                refused(
                    "take",
                    source(),
                    awaiting(made().waiting(), "Exchange NOBO"),
                    made().send(),
                    MigrateStick.words(made().send())))
            .expected()
            .substring(0, 4));
  }

  @Test
  void theAwaitedCertificateIsComparedWithWhatTheTargetRemembers() throws Exception {
    Path offer = Files.createDirectories(stick.resolve("offer"));
    SimulatedState waiting;
    Bytes fingerprint = parse(made().send()).device().encode().sha256();
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(offer, 1), source(), made().waiting())) {
      DeviceStory story = new DeviceStory(room, List.of(), XkekMigrate.ID, "visit", "offer");
      story
          .answering("partner.serial", room.serial(1).toLowerCase(Locale.ROOT))
          .answering("partner.typed", fingerprint.toHex().toUpperCase().replaceAll("..", "$0 "));
      new Told().run(story, offer, true);
      waiting = room.hsm(2).state();
    }
    Path send = Files.createDirectories(stick.resolve("send"));
    MigrateStick.send(send, offer, source());
    String label = "Exchange " + MigrationBundle.read(send).manifest().source().serial() + " ";
    assertInstanceOf(
        ExchangeProblem.PartnerCertificateChanged.class,
        refused("take", source(), awaiting(waiting, label + "0"), send, MigrateStick.words(send)));
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(folder, 1), source(), waiting)) {
      assertEquals(
          CeremonyState.Phase.FINISHED, MigrateStick.story(room, "take", send).refuses().phase());
    }
  }

  @Test
  void theOfferNamesAnotherDevice() throws Exception {
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 1), source(), made().waiting())) {
      DeviceStory story = new DeviceStory(room, List.of(), XkekMigrate.ID, "visit", "offer");
      story.answering("partner.serial", room.serial(2)).answering("partner.typed", "");
      story.refusesA(ExchangeProblem.PartnerIsSameDevice.class);
    }
  }

  @Test
  void theRecordOfAnotherVisitIsRefused() throws Exception {
    Path came = bundle("send");
    Path record = came.resolve("journal.jsonl");
    Files.delete(record);
    Files.deleteIfExists(came.resolve("journal.jsonl.tip"));
    Files.copy(made().send().resolve("journal.jsonl"), record);
    refuses("send", came, ExchangeProblem.BundleRecordDiffers.class);
  }

  @Test
  void theRecordOfAVisitThatIsNotOverIsRefused() throws Exception {
    Path came = bundle("send");
    Path record = came.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(record);
    Files.writeString(record, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
    Files.deleteIfExists(came.resolve("journal.jsonl.tip"));
    refuses("send", came, ExchangeProblem.BundleRecordUnfinished.class);
  }

  @Test
  void anAlteredRecordIsRefused() throws Exception {
    Path came = bundle("send");
    flip(came.resolve("journal.jsonl"));
    refuses("send", came, JournalChanged.class);
  }

  @Test
  void theRecordOfARehearsalIsRefusedInProduction() throws Exception {
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 1), source(), made().waiting())) {
      MigrateStick.story(room, "send", made().offer())
          .inProduction()
          .refusesA(FileProblem.RecordOfPractice.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aardvark",
        "aardvark adroitness aardvark adroitness aardvark adroitness aardvark adroitness "
            + "aardvark adroitness aardvark",
        "adroitness aardvark adroitness aardvark adroitness aardvark adroitness aardvark "
            + "adroitness aardvark adroitness aardvark",
        "aardvark adroitness aardvark adroitness aardvark adroitness aardvark adroitness "
            + "aardvark adroitness aardvark nonsense"
      })
  void whatAreNotTwelveWordsIsRefusedWhileItIsTyped(String typed) {
    assertEquals(
        Optional.of(new ExchangeProblem.BundleWordsUnreadable(12)),
        MigrationBundle.refusesWords(typed));
  }

  @Test
  void wordsAreHeardHoweverTheyAreTyped() throws Exception {
    String words = MigrateStick.words(made().offer()).toUpperCase().replace(" ", ",\n  ");
    MigrationBundle.read(made().offer()).requireWords(words);
  }
}
