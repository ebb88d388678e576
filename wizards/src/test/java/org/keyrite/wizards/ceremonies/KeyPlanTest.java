// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Facts;

/** Plans for a new key that do not go together. */
class KeyPlanTest {
  @ParameterizedTest
  @CsvSource({
    "keyKind, AES-128, keyUse, sign",
    "keyKind, RSA-2048, keyUse, derive",
    "keyKind, secp256r1, keyUse, decrypt",
    "keyKind, secp256r1, keyUse, encrypt",
    "keyKind, RSA-2048, keyUse, authenticate"
  })
  void refusesUsesOfAnotherKind(String key, String kind, String use, String what) {
    assertEquals(new PlanProblem.UseOfAnotherKind(kind), refused(key, kind, use, what));
  }

  private static Problem refused(String... decided) {
    Map<String, String> all = new HashMap<>(Map.of("name", "Vault 2030"));
    for (int i = 0; i < decided.length; i += 2) {
      all.put(decided[i], decided[i + 1]);
    }
    return assertThrows(ProblemException.class, () -> new KeyCreate().plan(Facts.ofTexts(all)))
        .problem();
  }

  @Test
  void refusesACertificateForAKeyThatCannotSign() {
    Problem expected = new PlanProblem.RequestNeedsSigning();
    assertEquals(expected, refused("request", "yes", "keyKind", "AES-256"));
    assertEquals(expected, refused("request", "yes", "keyUse", "derive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Root", "CN", "XYZZY=1", "=a"})
  void refusesWhatIsNoNameInACertificate(String subject) {
    assertEquals(new KeyProblem.SubjectUnreadable(), refused("request", "yes", "subject", subject));
  }

  @Test
  void refusesCountersThatTheCeremonyWouldUseUp() {
    assertEquals(new PlanProblem.TooFewUses(1, 2), refused("uses", "1"));
    assertEquals(new PlanProblem.TooFewUses(2, 3), refused("uses", "2", "request", "yes"));
  }

  @Test
  void refusesLabelsAndIdsThatProgramsDoNotTake() {
    assertEquals(new PlanProblem.TextTooLong(65, 64), refused("keyLabel", "x".repeat(65)));
    assertEquals(new PlanProblem.TextUnprintable(), refused("keyLabel", "a\u0007b"));
    assertEquals(new PlanProblem.NoKeyId("abc"), refused("keyId", "abc"));
    assertEquals(new PlanProblem.NoKeyId("xy"), refused("keyId", "xy"));
    assertInstanceOf(PlanProblem.NoKeyId.class, refused("keyId", "00".repeat(33)));
  }
}
