// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because all of it is about the same two certificates.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;

class KeyCertifyTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;
  @TempDir Path stick;

  private static Bytes first;
  private static Bytes second;

  @BeforeEach
  void issue() throws Exception {
    if (first == null) {
      try (DeviceRoom room = room(folder)) {
        List<StoredKey> keys = KeyRoom.keys(room, 1);
        first = MadeUpCertificate.of("CN=Root CA,O=Zürich").over(half(keys.get(0)));
        second = MadeUpCertificate.of("CN=root ca").over(half(keys.get(1)));
      }
    }
  }

  private static Bytes half(StoredKey key) throws Exception {
    return key.requirePublicKey().encode();
  }

  private static DeviceRoom room(Path folder) throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
    return room;
  }

  private Path file(Bytes content) throws Exception {
    return Files.write(stick.resolve("certificate.der"), content.toByteArray());
  }

  private static DeviceStory certify(DeviceRoom room, Path... files) {
    DeviceStory story =
        new DeviceStory(
            room, List.of(), KeyCertify.ID, "certificates", String.valueOf(files.length));
    for (int i = 1; i <= files.length; i++) {
      story.answering("certificate[" + i + "].path", files[i - 1].toString());
    }
    return story;
  }

  private static Path pem(Path path, Bytes... certificates) throws Exception {
    StringBuilder text = new StringBuilder("subject: somebody\n");
    for (Bytes certificate : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(certificate.toByteArray()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(path, text);
  }

  private static void assertCertified(DeviceRoom room, int number, Bytes certificate)
      throws Exception {
    StoredKey key = KeyRoom.list(room, 1).get(new KeyId(number));
    assertEquals(certificate, key.certificate().orElseThrow().encode());
    assertTrue(key.hasCertificate());
  }

  /** Paths are in the record, and the hash at its end goes over them. */
  private static Path[] steady(Language language) throws Exception {
    Path there =
        Files.createDirectories(Path.of("target", "certificates on a stick " + language.tag()));
    Path der = there.resolve("root.der");
    Files.write(der, first.toByteArray());
    return new Path[] {der, pem(there.resolve("other.pem"), second)};
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    try (DeviceRoom room = room(folder)) {
      assertEquals(
          Golden.text("key-certificate.agenda"),
          certify(room, steady(Language.ENGLISH)).ceremony().canonical());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room(folder)) {
      assertEquals(
          Golden.text("key-certificate." + language.tag() + ".transcript"),
          new Told().transcript(certify(room, steady(language)), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = room(folder)) {
      CeremonyState end = certify(room, steady(language)).refuses();
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void eachCertificateGoesToItsKeyAndWhatStoodThereIsKept() throws Exception {
    try (DeviceRoom room = room(folder)) {
      List<StoredKey> before = KeyRoom.keys(room, 1);
      CeremonyState end = certify(room, steady(Language.ENGLISH)).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertCertified(room, 1, first);
      assertCertified(room, 2, second);
      List<StoredKey> after = KeyRoom.keys(room, 1);
      for (int i = 0; i < before.size(); i++) {
        assertEquals(before.get(i).descriptionFile(), after.get(i).descriptionFile());
        assertEquals(before.get(i).publicKey(), after.get(i).publicKey());
      }
      assertEquals(
          before.getFirst().certificate().orElseThrow().encode(),
          Bytes.of(Files.readAllBytes(folder.resolve("key-01-before.der"))));
      assertEquals("key-01-before.der", end.facts().get(new CertificateFacts(1).before()));
      assertEquals("2031-12-31 23:59:59 UTC", end.facts().get(new CertificateFacts(1).until()));
      assertEquals("CN=Some issuer,O=Example", end.facts().get(new CertificateFacts(1).issuer()));
    }
  }

  /** A backup made afterwards carries it, and a restoration brings it back. */
  @Test
  void aCertificateIsBackedUpAndRestoredWithItsKey() throws Exception {
    try (DeviceRoom room = room(folder)) {
      certify(room, file(first)).refuses();
      new DeviceStory(room, List.of(), KeyBackup.ID).answering("keys.chosen", "1").refuses();
    }
    Path target = Files.createDirectory(folder.resolve("target"));
    try (DeviceRoom room = new DeviceRoom(target, 1)) {
      room.device(KeyStock.empty(2, KeyStock.FILLING));
      CeremonyState end =
          new DeviceStory(room, List.of(), KeyRestore.ID)
              .answering("backup[1].path", folder.resolve(KeyManifest.NAME).toString())
              .answering("keys.chosen", "all")
              .refuses();
      assertEquals("proven ECDSA", end.facts().get(KeyFacts.outcome(1)));
      assertCertified(room, 1, first);
    }
  }

  /** Another tool has deleted the request; only the key itself can tell. */
  @Test
  void aKeyWithoutItsPublicHalfIsFoundByWhatItSigns() throws Exception {
    try (DeviceRoom room = room(folder)) {
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            for (int number = 1; number <= 2; number++) {
              hsm.send(new DeleteFile(FileId.ofCertificate(new KeyId(number))));
            }
            return device;
          });
      CeremonyState end = certify(room, file(first)).refuses();
      assertEquals(1, end.facts().get(new CertificateFacts(1).key()).getFirst().number());
      assertEquals("none", end.facts().get(new CertificateFacts(1).before()));
      assertCertified(room, 1, first);
    }
  }

  @Test
  void aCertificateIsRenewedAndTheOldOneIsKept() throws Exception {
    try (DeviceRoom room = room(folder)) {
      certify(room, file(first)).refuses();
      Path later = Files.createDirectory(folder.resolve("later"));
      Bytes renewed =
          MadeUpCertificate.of("CN=Root CA")
              .between("2030-01-01T00:00:00Z", "2060-01-01T00:00:00Z")
              .over(half(KeyRoom.keys(room, 1).getFirst()));
      Files.move(folder.resolve("key-01-before.der"), later.resolve("request of the device.cvr"));
      certify(room, file(renewed)).refuses();
      assertCertified(room, 1, renewed);
      assertEquals(first, Bytes.of(Files.readAllBytes(folder.resolve("key-01-before.der"))));
    }
  }

  @Test
  void oneThatIsNotValidYetIsTakenAndSaidToBeSo() throws Exception {
    try (DeviceRoom room = room(folder)) {
      Bytes early =
          MadeUpCertificate.of("CN=Root CA")
              .between("2030-02-01T00:00:00Z", "2032-01-01T00:00:00Z")
              .over(half(KeyRoom.keys(room, 1).getFirst()));
      CeremonyState end = certify(room, file(early)).refuses();
      assertEquals("early", end.facts().get(new CertificateFacts(1).validity()));
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    }
  }

  private void refuses(Path path, Problem expected) throws Exception {
    try (DeviceRoom room = room(folder)) {
      List<StoredKey> before = KeyRoom.keys(room, 1);
      certify(room, path).refuses(expected);
      assertEquals(before, KeyRoom.keys(room, 1), "as it was");
    }
  }

  @Test
  void refusesACertificateThatHasExpired() throws Exception {
    Bytes old =
        MadeUpCertificate.of("CN=Root CA")
            .between("2020-01-01T00:00:00Z", "2029-12-31T00:00:00Z")
            .over(KeyCertificate.X509.parse(first).publicKey().orElseThrow().encode());
    refuses(file(old), new KeyProblem.CertificateExpired("CN=Root CA", "2029-12-31 00:00:00 UTC"));
  }

  @Test
  void refusesACertificateForAKeyThatIsNotThere() throws Exception {
    try (DeviceRoom other = new DeviceRoom(folder, 1)) {
      other.device(KeyStock.empty(3, KeyStock.FILLING));
      KeyStock.unlocked(
          other,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "secp256k1", "Root CA", 1);
            return device;
          });
      Bytes foreign =
          MadeUpCertificate.of("CN=Root CA").over(half(KeyRoom.keys(other, 1).getFirst()));
      refuses(file(foreign), new KeyProblem.CertificateOfNoKey("CN=Root CA"));
    }
  }

  @Test
  void refusesWhatIsNoCertificate() throws Exception {
    List<Bytes> wrong = new ArrayList<>();
    wrong.add(Bytes.EMPTY);
    wrong.add(first.slice(0, first.size() - 1));
    wrong.add(first.plus(Bytes.of((byte) 0)));
    wrong.add(Bytes.of("-----BEGIN CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII)));
    try (DeviceRoom room = room(folder)) {
      // The request that the device made, which is what people have instead.
      wrong.add(KeyRoom.keys(room, 1).getFirst().certificate().orElseThrow().encode());
    }
    for (Bytes content : wrong) {
      Path path = file(content);
      refuses(path, new FileProblem.NoCertificateInFile(path.toString()));
    }
    Path missing = stick.resolve("nothing");
    refuses(missing, new FileProblem.FileMissing(missing.toString()));
  }

  @Test
  void refusesTwoCertificatesForOneKey() throws Exception {
    try (DeviceRoom room = room(folder)) {
      certify(room, file(first), pem(stick.resolve("again.pem"), first))
          .refuses(new KeyProblem.CertificateRepeated(1));
    }
  }

  @Test
  void refusesAFileThatWasExchangedAfterPeopleSawIt() throws Exception {
    try (DeviceRoom room = room(folder)) {
      Path path = file(first);
      certify(room, path)
          .before("keyCertify.found[1]", () -> Files.write(path, second.toByteArray()))
          .refuses(new FileProblem.KeyFileChanged(path.toString()));
    }
  }

  private static DisturbedRun disturbed() throws Exception {
    try (DeviceRoom room = room(elsewhere)) {
      List<StoredKey> keys = KeyRoom.keys(room, 1);
      first = MadeUpCertificate.of("CN=Root CA,O=Zürich").over(half(keys.get(0)));
      second = MadeUpCertificate.of("CN=root ca").over(half(keys.get(1)));
    }
    Path[] files = steady(Language.ENGLISH);
    return new DisturbedRun(
        KeyCertify.ID,
        Map.of("certificates", "2"),
        KeyStock.source(),
        people -> {
          for (int i = 1; i <= 2; i++) {
            String path = files[i - 1].toString();
            people.answering("certificate[" + i + "].path", path, path);
          }
        },
        (room, end) -> {
          assertCertified(room, 1, first);
          assertCertified(room, 2, second);
        });
  }

  static List<Fault> pulls() throws Exception {
    return disturbed().pulls(elsewhere);
  }

  static List<Integer> lines() throws Exception {
    return disturbed().lines(elsewhere);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsAlikeWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    disturbed().pulled(folder, fault);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsAlikeWhereverItWasStopped(int line) throws Exception {
    disturbed().stopped(folder, line);
  }
}
