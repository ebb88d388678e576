// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem.DeviceFull;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.KeyProblem.KeyExists;
import org.keyrite.core.problem.KeyProblem.KeyKindRefused;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.NotExportable;
import org.keyrite.core.problem.KeyProblem.NothingToWrapUnder;
import org.keyrite.core.problem.KeyProblem.UseForbidden;
import org.keyrite.core.problem.KeyProblem.WrappedKeyRefused;
import org.keyrite.core.problem.KeyProblem.WrappedKindNotHeld;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** What each status word about keys becomes, by sections 6, 7, 13 and 15 of the byte reference. */
class KeyStatusWordsTest {
  private static final KeyId FIVE = new KeyId(5);
  private static final HolderReference HOLDER = new HolderReference("DENK010570200001");
  private static final KeySpec P256 = new KeySpec.Ec(Curve.SECP256R1);

  private static GenerateKeyPair pair(
      int id, KeySpec spec, HolderReference holder, KeyTerms terms) {
    return new GenerateKeyPair(new KeyId(id), spec, holder, terms);
  }

  private static KeyTerms terms(String algorithms, int domain) {
    return new KeyTerms(
        new AllowedAlgorithms(Bytes.fromHex(algorithms)),
        domain < 0 ? Optional.empty() : Optional.of(new KeyDomainIndex(domain)),
        OptionalLong.empty());
  }

  private static <R> R decode(Command<R> command, String hex) throws ProblemException {
    try (ResponseApdu answer = ResponseApdu.taking(Bytes.fromHex(hex).toByteArray())) {
      return command.decode(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A81", "6A80", "6700"})
  void sizesThatADeviceDoesNotHave(String status) {
    refuses(pair(5, P256, HOLDER, KeyTerms.NONE), status, new KeyKindRefused("secp256r1"));
    refuses(aes(KeyTerms.NONE), status, new KeyKindRefused("AES-192"));
  }

  @Test
  void ofGenerate() {
    for (Command<?> command : List.of(pair(5, P256, HOLDER, terms("", 3)), aes(terms("", 3)))) {
      refuses(command, "6A89", new KeyExists(5));
      refuses(command, "6A88", new KeyDomainNotCreated(3));
      refuses(command, "6982", new NotLoggedIn());
      refuses(command, "6A84", new DeviceFull());
    }
    refuses(aes(KeyTerms.NONE), "6F00", new UnexpectedStatus("GENERATE SECRET KEY", "6F00"));
    assertThrows(
        ProblemException.class, () -> decode(pair(5, P256, HOLDER, KeyTerms.NONE), "67009000"));
  }

  private static GenerateSecretKey aes(KeyTerms terms) {
    return new GenerateSecretKey(FIVE, new KeySpec.Aes(192), terms);
  }

  @Test
  void ofWrap() {
    WrapKey command = new WrapKey(FIVE);
    refuses(command, "6A88", new NothingToWrapUnder(5));
    refuses(command, "6A82", new KeyMissing(5));
    for (String status : List.of("6985", "6A81", "6D00")) {
      refuses(command, status, new NotExportable(5));
    }
    refuses(command, "6982", new NotLoggedIn());
    refuses(command, "6F00", new UnexpectedStatus("WRAP KEY", "6F00"));
    assertThrows(ProblemException.class, () -> decode(command, "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A80", "6400", "6984", "6700", "6985", "6A82", "6A88", "6D00"})
  void ofUnwrap(String status) {
    refuses(new UnwrapKey(FIVE, Optional.empty()), status, new WrappedKeyRefused(status));
  }

  @Test
  void ofUnwrapThatSaysWhy() {
    refuses(new UnwrapKey(FIVE, Optional.empty()), "6A81", new WrappedKindNotHeld());
    UnwrapKey command = new UnwrapKey(FIVE, Optional.empty());
    refuses(command, "6A89", new KeyExists(5));
    refuses(command, "6982", new NotLoggedIn());
    refuses(command, "6581", new DeviceFull());
    refuses(command, "6F00", new UnexpectedStatus("UNWRAP KEY", "6F00"));
  }

  @Test
  void ofUse() {
    List<Command<?>> commands =
        List.of(
            new SignWithKey(FIVE, Algorithm.ECDSA, Bytes.EMPTY, 256),
            new DecryptWithKey(FIVE, Algorithm.ECDH, Bytes.EMPTY, 256),
            new UseSecretKey(FIVE, Algorithm.AES_CMAC, Bytes.EMPTY));
    for (Command<?> command : commands) {
      refuses(command, "6A82", new KeyMissing(5));
      refuses(command, "6A81", new UseForbidden(5));
      refuses(command, "6985", new UseForbidden(5));
      refuses(command, "6984", new KeyUsedUp(5));
      refuses(command, "6A84", new KeyUsedUp(5));
      refuses(command, "6982", new NotLoggedIn());
    }
  }

  private static void refuses(Command<?> command, String status, Problem expected) {
    assertRefused(expected, () -> decode(command, status));
  }
}
