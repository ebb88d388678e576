// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.KeyProblem.CertificateOfAnotherKey;
import org.keyrite.core.problem.KeyProblem.KeyIdInUse;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.ProblemException;

/** Making, listing, describing and deleting keys. */
class KeyCreationContractTest {
  private static final KeyId ONE = new KeyId(1);
  private static final KeyId TWO = new KeyId(2);

  @Test
  void everythingAboutAKeyIsListed() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    NewKey rsa = KeyDesk.key("RSA-2048", 0x10, KeyUse.SIGN, KeyUse.BACK_UP);
    StoredKey made = desk.create(rsa);
    assertEquals(List.of(made), desk.list().keys());
    assertEquals(ONE, made.reference());
    assertEquals(Optional.of("Key 16"), made.label());
    assertEquals(Optional.of(Bytes.of((byte) 0x10)), made.pkcsId());
    assertEquals(Optional.of(rsa.spec()), made.spec());
    assertEquals(rsa.terms(), made.terms());
    assertEquals(1, made.description().orElseThrow().reference().orElse(0));
    assertFalse(made.hasCertificate());
    assertFalse(made.isInvisible());
    assertEquals(BackupChance.POSSIBLE, made.backupChance(desk.domains()));
    KeyCertificate.Request request =
        assertInstanceOf(KeyCertificate.Request.class, made.certificate().orElseThrow());
    request.request().verify(desk.hsm().identify().certificates());
  }

  @Test
  void refusesAnIdThatIsInUse() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(KeyDesk.key("AES-128", 1));
    assertRefused(new KeyIdInUse("01"), () -> desk.create(KeyDesk.key("secp256r1", 1)));
    assertEquals(1, desk.list().keys().size());
  }

  @Test
  void refusesADomainThatIsNotThere() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    KeyTerms terms =
        new KeyTerms(
            AllowedAlgorithms.ALL, Optional.of(new KeyDomainIndex(9)), OptionalLong.empty());
    assertRefused(
        new KeyDomainNotCreated(9), () -> desk.create(KeyDesk.key("secp256r1", 1, terms)));
    assertEquals(List.of(), desk.list().keys());
  }

  @Test
  void nothingIsMadeOnALockedDevice() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    var creation = desk.creation();
    desk.hsm().select();
    for (String spec : List.of("secp256r1", "AES-128")) {
      assertRefused(new NotLoggedIn(), () -> creation.create(desk.list(), KeyDesk.key(spec, 1)));
    }
    assertEquals(List.of(), desk.list().keys());
  }

  @Test
  void aKeyWithoutDescriptionIsFoundAndDescribed() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey made = desk.create(KeyDesk.key("secp256r1", 1));
    desk.hsm().send(new DeleteFile(FileId.ofDescription(ONE)));
    StoredKey hidden = desk.list().get(ONE);
    assertTrue(hidden.isInvisible());
    assertEquals(List.of(hidden), desk.list().keys());
    assertEquals(Optional.empty(), hidden.label());
    assertEquals(made.spec(), hidden.spec());
    desk.creation()
        .describe(
            hidden,
            hidden.spec().orElseThrow(),
            KeyLabel.of("Key 1"),
            PkcsId.of(Bytes.of((byte) 1)));
    assertEquals(List.of(made), desk.list().keys());
  }

  @Test
  void aDescriptionThatNobodyCanReadMakesAKeyInvisible() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(KeyDesk.key("secp256r1", 1));
    desk.hsm().writeFile(FileId.ofDescription(ONE), Bytes.fromHex("3003020101"));
    desk.hsm().writeFile(FileId.ofCertificate(ONE), Bytes.fromHex("670101"));
    StoredKey key = desk.list().get(ONE);
    assertTrue(key.isInvisible());
    assertEquals(Optional.empty(), key.publicKey());
    assertEquals(Optional.empty(), key.spec());
  }

  @Test
  void deletesAKeyWithAllThatStandsBesideIt() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(KeyDesk.key("secp256r1", 1));
    StoredKey other = desk.create(KeyDesk.key("AES-128", 2));
    KeyDeletion.delete(desk.hsm(), ONE);
    assertEquals(List.of(other), desk.list().keys());
    assertEquals(Set.of(), desk.list().leftovers());
    assertRefused(new KeyMissing(1), () -> desk.list().get(ONE));
    KeyDeletion.delete(desk.hsm(), ONE);
    desk.hsm().select();
    assertRefused(new NotLoggedIn(), () -> KeyDeletion.delete(desk.hsm(), TWO));
    assertEquals(List.of(other), desk.list().keys());
  }

  @Test
  void leftoversAreNamedAndTheirPlaceIsNotFree() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(KeyDesk.key("secp256r1", 1));
    desk.hsm().send(new DeleteFile(FileId.ofKey(ONE)));
    KeyList list = desk.list();
    assertEquals(Set.of(ONE), list.leftovers());
    assertEquals(List.of(), list.keys());
    assertEquals(TWO, desk.create(KeyDesk.key("AES-128", 1)).reference());
    KeyDeletion.delete(desk.hsm(), ONE);
    assertEquals(Set.of(), desk.list().leftovers());
    assertEquals(ONE, desk.create(KeyDesk.key("AES-128", 3)).reference());
  }

  @Test
  void refusesTheCertificateOfAnotherKey() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey one = desk.create(KeyDesk.key("secp256r1", 1));
    StoredKey two = desk.create(KeyDesk.key("secp256r1", 2));
    Bytes content = Bytes.fromHex("3000");
    KeyCertificate.X509 ofTwo = new KeyCertificate.X509(content, two.publicKey());
    KeyCertificate.X509 unknown = new KeyCertificate.X509(content, Optional.empty());
    for (KeyCertificate.X509 wrong : List.of(ofTwo, unknown)) {
      assertRefused(new CertificateOfAnotherKey(1), () -> desk.creation().certify(one, wrong));
    }
    assertEquals(one, desk.list().get(ONE));
    desk.creation().certify(two, ofTwo);
    assertEquals(Optional.of(content), desk.hsm().readFile(FileId.ofCertificate(TWO)));
  }

  @Test
  void tellsWhetherAKeyCanLeave() throws ProblemException {
    KeyDesk settled = KeyDesk.withDkek(1);
    NewKey mayLeave = KeyDesk.key("AES-128", 1);
    assertEquals(BackupChance.POSSIBLE, settled.create(mayLeave).backupChance(settled.domains()));
    assertEquals(
        BackupChance.NEVER,
        settled.create(KeyDesk.key("AES-128", 2, KeyUse.ENCRYPT)).backupChance(settled.domains()));
    assertEquals(BackupChance.NO_KEY_ENCRYPTION_KEY, chance(new KeyDomainSetup.DkekShares(1)));
    assertEquals(BackupChance.ONLY_BACK_HERE, chance(new KeyDomainSetup.RandomDkek()));
    assertEquals(BackupChance.NEVER, chance(new KeyDomainSetup.None()));
    assertEquals(BackupChance.NEVER, chance(new KeyDomainSetup.KeyDomains(2)));
  }

  private static BackupChance chance(KeyDomainSetup setup) throws ProblemException {
    KeyDesk desk = new KeyDesk(Desk.loggedIn(setup));
    StoredKey key = desk.create(KeyDesk.key("secp256r1", 1, KeyTerms.NONE));
    return key.backupChance(desk.domains());
  }
}
