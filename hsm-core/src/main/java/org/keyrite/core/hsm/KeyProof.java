// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.DecryptWithKey;
import org.keyrite.core.command.UseSecretKey;
import org.keyrite.core.key.Agreement;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.KeyProblem.ProofWrong;
import org.keyrite.core.problem.KeyProblem.UseForbidden;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * Proves that a device holds the private half of a public key, or the same secret key as another
 * device. The device must be unlocked. A proof costs one use of a key with a use counter.
 *
 * @param hsm the device
 * @param random for challenges
 */
public record KeyProof(SmartCardHsm hsm, RandomSource random) {
  private static final int CHALLENGE = 32;
  private static final int LONGEST_SHORT = 256;
  private static final int LONGEST_RSA = 512;

  /** What devices answer to data that an algorithm cannot take with this key (section 13 [1]). */
  private static final Set<String> WRONG_DATA = Set.of("6A80", "6700");

  private static final List<Algorithm> OF_RSA =
      List.of(
          Algorithm.RSA_PKCS1,
          Algorithm.RSA_PSS,
          Algorithm.RSA_RAW_SIGN,
          Algorithm.RSA_PKCS1_SHA256,
          Algorithm.RSA_PSS_SHA256,
          Algorithm.RSA_RAW_DECRYPT);
  private static final List<Algorithm> OF_EC =
      List.of(Algorithm.ECDSA, Algorithm.ECDSA_SHA256, Algorithm.ECDH);
  private static final List<Algorithm> OF_AES =
      List.of(
          Algorithm.AES_CMAC,
          Algorithm.AES_CBC_ENCRYPT,
          Algorithm.AES_CBC_DECRYPT,
          Algorithm.AES_DERIVE);

  /** Everything by which a key can be proven. */
  public static List<Algorithm> ways() {
    return Stream.of(OF_RSA, OF_EC, OF_AES).flatMap(List::stream).toList();
  }

  /**
   * Has the key sign something random, or decrypt or agree where it may not sign, and verifies the
   * answer here.
   *
   * @param expected the public half, from where the key came, not from this device
   * @throws ProblemException {@link ProofWrong}, {@link NothingToProveWith}, {@code KeyUsedUp}
   */
  public Proof prove(StoredKey key, PublicKey expected) throws ProblemException {
    for (Algorithm algorithm : expected instanceof RsaPublicKey ? OF_RSA : OF_EC) {
      Optional<Proof> proof = allowed(key, algorithm, () -> prove(key, expected, algorithm));
      if (proof.isPresent()) {
        return proof.get();
      }
    }
    throw new NothingToProveWith(key.reference().value()).asException();
  }

  private Proof prove(StoredKey key, PublicKey expected, Algorithm algorithm)
      throws ProblemException {
    return switch (expected) {
      case RsaPublicKey rsa when algorithm == Algorithm.RSA_RAW_DECRYPT -> decrypt(key, rsa);
      case EcPublicKey ec when algorithm == Algorithm.ECDH -> agree(key, ec);
      default -> sign(key, expected, algorithm);
    };
  }

  private Proof sign(StoredKey key, PublicKey expected, Algorithm algorithm)
      throws ProblemException {
    Bytes message = random.bytes(CHALLENGE);
    Bytes signature = new Signing(hsm).sign(key.reference(), expected, algorithm, message);
    require(expected.verifies(algorithm, message, signature), key);
    return new Proof(algorithm, message, signature);
  }

  private Proof decrypt(StoredKey key, RsaPublicKey expected) throws ProblemException {
    Bytes content = random.bytes(CHALLENGE);
    Bytes block = expected.encrypt(content);
    try (Secret plain =
        hsm.send(
            new DecryptWithKey(key.reference(), Algorithm.RSA_RAW_DECRYPT, block, LONGEST_RSA))) {
      int from = plain.size() - content.size();
      require(from > 0 && plain.use(Bytes::of).slice(from, plain.size()).equals(content), key);
    }
    return new Proof(Algorithm.RSA_RAW_DECRYPT, block, Bytes.EMPTY);
  }

  /** pico-hsm answers the x-coordinate only, so only that is compared. */
  private Proof agree(StoredKey key, EcPublicKey expected) throws ProblemException {
    try (Agreement agreement = Agreement.with(expected);
        Secret point =
            hsm.send(
                new DecryptWithKey(
                    key.reference(), Algorithm.ECDH, agreement.point(), LONGEST_SHORT))) {
      require(agreement.matches(point), key);
      return new Proof(Algorithm.ECDH, agreement.point(), Bytes.EMPTY);
    }
  }

  /**
   * Has a secret key answer something random. What it answers means nothing by itself: keep it, and
   * have the copy of the key {@link #repeat} it.
   *
   * @throws ProblemException {@link NothingToProveWith}, {@code KeyUsedUp}
   */
  public Proof ask(StoredKey key) throws ProblemException {
    Bytes challenge = random.bytes(CHALLENGE);
    for (Algorithm algorithm : OF_AES) {
      Optional<Proof> proof =
          allowed(
              key,
              algorithm,
              () -> new Proof(algorithm, challenge, answer(key, algorithm, challenge)));
      if (proof.isPresent()) {
        return proof.get();
      }
    }
    throw new NothingToProveWith(key.reference().value()).asException();
  }

  /**
   * Has a secret key answer what its original answered.
   *
   * @throws ProblemException {@link ProofWrong} if it answers something else
   */
  public void repeat(StoredKey key, Proof original) throws ProblemException {
    Bytes answer = answer(key, original.algorithm(), original.challenge());
    require(answer.equals(original.answer()), key);
  }

  private Bytes answer(StoredKey key, Algorithm algorithm, Bytes challenge)
      throws ProblemException {
    try (Secret answer = hsm.send(new UseSecretKey(key.reference(), algorithm, challenge))) {
      return answer.use(Bytes::of);
    }
  }

  /** One way to prove a key. */
  @FunctionalInterface
  private interface Attempt {
    Proof make() throws ProblemException;
  }

  /**
   * Nothing if the key may not be used so, by its list or because its device says so. A device that
   * cannot take what the public half made has another key.
   */
  private static Optional<Proof> allowed(StoredKey key, Algorithm algorithm, Attempt attempt)
      throws ProblemException {
    if (!key.terms().algorithms().allows(algorithm)) {
      return Optional.empty();
    }
    try {
      return Optional.of(attempt.make());
    } catch (ProblemException e) {
      return switch (e.problem()) {
        case UseForbidden _ -> Optional.empty();
        case UnexpectedStatus(String _, String status) when WRONG_DATA.contains(status) ->
            throw new ProofWrong(key.reference().value()).asException();
        default -> throw e;
      };
    }
  }

  private static void require(boolean holds, StoredKey key) throws ProblemException {
    if (!holds) {
      throw new ProofWrong(key.reference().value()).asException();
    }
  }
}
