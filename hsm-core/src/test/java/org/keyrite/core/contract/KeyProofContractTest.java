// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.KeyProblem.ProofWrong;
import org.keyrite.core.problem.KeyProblem.PublicKeyUnknown;
import org.keyrite.core.problem.ProblemException;

/** Proving that a device holds a key. */
class KeyProofContractTest {
  private static final KeyId ONE = new KeyId(1);

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
}
