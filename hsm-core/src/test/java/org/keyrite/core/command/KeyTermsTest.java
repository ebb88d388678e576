// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/** What a device tells about a key when its file is selected. */
class KeyTermsTest {
  private static final KeyId FIVE = new KeyId(5);

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
  @CsvSource({
    "'', '', -1, -1",
    "90040000000a, '', -1, 10",
    "9004ffffffff, '', -1, 4294967295",
    "910210ff, 10ff, -1, -1",
    "9201fe, '', 254, -1",
    "90040000000a 910170 920103, 70, 3, 10",
    "920103 910170 90040000000a, 70, 3, 10",
    // in a longer form than needed, and with something unknown, as pico-hsm may write it
    "81020800 92810103, '', 3, -1",
  })
  void readsTheTermsOfAKey(String hex, String algorithms, int domain, long uses)
      throws ProblemException {
    KeyTerms read = KeyTerms.parse(Bytes.fromHex(hex.replace(" ", "")));
    assertEquals(algorithms, read.algorithms().ids().toHex());
    assertEquals(domain, read.domain().map(KeyDomainIndex::value).orElse(-1));
    assertEquals(uses, read.uses().orElse(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "9003000000, use counter",
    "9000, use counter",
    "9200, key domain",
    "9201ff, key domain",
    "92020000, key domain",
    "91110102030405060708090a0b0c0d0e0f1011, allowed algorithms",
  })
  void refusesTermsThatAreNone(String hex, String field) {
    assertRefused(
        new Malformed("terms of a key", field, 0), () -> KeyTerms.parse(Bytes.fromHex(hex)));
  }

  @Test
  void aKeyThatIsNotThereHasNoTerms() throws ProblemException {
    assertEquals(Optional.empty(), decode(new QueryKeyTerms(FIVE), "6a82"));
    assertEquals(Optional.of(KeyTerms.NONE), decode(new QueryKeyTerms(FIVE), "6f00" + "9000"));
    assertEquals(
        Optional.of(terms("70", 1)),
        decode(new QueryKeyTerms(FIVE), "620ca58106910170920101" + "8a0105" + "9000"));
    assertThrows(
        ProblemException.class, () -> decode(new QueryKeyTerms(FIVE), "6f04a5029200" + "9000"));
  }
}
