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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
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
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.KeyProblem.ProofWrong;
import org.keyrite.core.problem.KeyProblem.PublicKeyUnknown;
import org.keyrite.core.problem.ProblemException;

/** Making, listing, describing, proving and deleting keys. */
class KeyCreationContractTest {
  private static final KeyId ONE = new KeyId(1);
  private static final KeyId TWO = new KeyId(2);

  @ParameterizedTest
  @EnumSource(names = ".*(R1|K1)", mode = EnumSource.Mode.MATCH_ALL)
  void makesAndProvesAKeyOnEveryCurve(Curve curve) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey made = desk.create(KeyDesk.key(curve.text(), 7));
    assertEquals(curve.text(), made.spec().orElseThrow().text());
    Proof proof = desk.proof().prove(made, made.requirePublicKey());
    assertEquals(Algorithm.ECDSA, proof.algorithm());
    assertTrue(
        made.requirePublicKey().verifies(proof.algorithm(), proof.challenge(), proof.answer()));
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"AES-128", "AES-192", "AES-256"})
  void makesSecretKeys(String spec) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey made = desk.create(KeyDesk.key(spec, 1));
    assertEquals(spec, made.spec().orElseThrow().text());
    assertEquals(Optional.empty(), made.certificate());
    assertRefused(new PublicKeyUnknown(1), made::requirePublicKey);
    Proof proof = desk.proof().ask(made);
    assertEquals(Algorithm.AES_CMAC, proof.algorithm());
    desk.proof().repeat(made, proof);
    StoredKey another = desk.create(KeyDesk.key(spec, 2));
    assertRefused(new ProofWrong(2), () -> desk.proof().repeat(another, proof));
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {
        "RSA_PKCS1",
        "RSA_PSS",
        "RSA_RAW_SIGN",
        "RSA_PKCS1_SHA256",
        "RSA_PSS_SHA256",
        "RSA_RAW_DECRYPT"
      })
  void provesAnRsaKeyByWhatItMayDo(Algorithm algorithm) throws ProblemException {
    provesBy("RSA-2048", algorithm);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSA", "ECDSA_SHA256", "ECDH"})
  void provesAnEcKeyByWhatItMayDo(Algorithm algorithm) throws ProblemException {
    provesBy("brainpoolP256r1", algorithm);
  }

  private static void provesBy(String spec, Algorithm algorithm) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey made = desk.create(KeyDesk.key(spec, 1, only(algorithm)));
    StoredKey another = desk.create(KeyDesk.key(spec, 2, only(algorithm)));
    assertEquals(algorithm, desk.proof().prove(made, made.requirePublicKey()).algorithm());
    assertRefused(new ProofWrong(1), () -> desk.proof().prove(made, another.requirePublicKey()));
  }

  private static KeyTerms only(Algorithm algorithm) {
    return new KeyTerms(
        new AllowedAlgorithms(Bytes.of((byte) algorithm.id())),
        Optional.of(KeyDomainIndex.FIRST),
        OptionalLong.empty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"AES_CMAC", "AES_CBC_ENCRYPT", "AES_CBC_DECRYPT", "AES_DERIVE"})
  void provesASecretKeyByWhatItMayDo(Algorithm algorithm) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey made = desk.create(KeyDesk.key("AES-256", 1, only(algorithm)));
    Proof proof = desk.proof().ask(made);
    assertEquals(algorithm, proof.algorithm());
    desk.proof().repeat(made, proof);
    Proof changed = new Proof(algorithm, proof.challenge(), proof.challenge());
    assertRefused(new ProofWrong(1), () -> desk.proof().repeat(made, changed));
  }

  @Test
  void provesNothingOfKeysThatMayOnlyLeave() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey ec = desk.create(KeyDesk.key("secp256r1", 1, KeyUse.BACK_UP));
    StoredKey aes = desk.create(KeyDesk.key("AES-128", 2, KeyUse.BACK_UP));
    assertRefused(new NothingToProveWith(1), () -> desk.proof().prove(ec, ec.requirePublicKey()));
    assertRefused(new NothingToProveWith(2), () -> desk.proof().ask(aes));
  }

  /** Blocks, hashes and points of another size or curve. */
  @ParameterizedTest
  @ValueSource(strings = {"RSA-2048", "secp256r1", "secp521r1"})
  void aKeyOfAnotherSizeIsNotTakenForTheExpectedOne(String spec) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey large = desk.create(KeyDesk.key("RSA-3072", 1, only(Algorithm.RSA_RAW_SIGN)));
    StoredKey curve = desk.create(KeyDesk.key("secp384r1", 2, only(Algorithm.ECDH)));
    StoredKey other = desk.create(KeyDesk.key(spec, 3));
    StoredKey key = spec.startsWith("RSA") ? large : curve;
    assertRefused(
        new ProofWrong(key.reference().value()),
        () -> desk.proof().prove(key, other.requirePublicKey()));
  }

  @Test
  void aUseCounterIsListedAndRunsOut() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    KeyTerms once = new KeyTerms(AllowedAlgorithms.ALL, Optional.empty(), OptionalLong.of(1));
    StoredKey made = desk.create(KeyDesk.key("secp256r1", 1, once));
    assertEquals(OptionalLong.of(1), made.terms().uses());
    desk.proof().prove(made, made.requirePublicKey());
    assertEquals(OptionalLong.of(0), desk.list().get(ONE).terms().uses());
    assertRefused(new KeyUsedUp(1), () -> desk.proof().prove(made, made.requirePublicKey()));
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
    assertEquals(List.of(hidden), desk.list().invisible());
    assertEquals(Optional.empty(), hidden.label());
    assertEquals(made.spec(), hidden.spec());
    desk.creation()
        .describe(
            hidden,
            hidden.spec().orElseThrow(),
            KeyLabel.of("Key 1"),
            PkcsId.of(Bytes.of((byte) 1)));
    assertEquals(List.of(made), desk.list().keys());
    assertEquals(List.of(), desk.list().invisible());
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
