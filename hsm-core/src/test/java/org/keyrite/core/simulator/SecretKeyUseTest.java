// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

/** AES with the key and the first block of FIPS 197, SP 800-38A and RFC 4493. */
final class SecretKeyUseTest {
  private static final String KEY = "2B7E151628AED2A6ABF7158809CF4F3C";
  private static final String PLAIN =
      "6BC1BEE22E409F96E93D7E117393172A" + "AE2D8A571E03AC9C9EB76FAC45AF8E51";

  private Talk user;

  @BeforeEach
  void holdKey() {
    SimulatedState state = Talk.loggedIn("").device.state();
    AesKey key = new AesKey(Hidden.of(Bytes.fromHex(KEY)));
    KeyRules rules = new KeyRules(Optional.of(3L), Bytes.fromHex("10111899"), Optional.empty());
    user = Talk.with(state.with(state.keys().with(4, new StoredKey(key, rules))));
    user.expect("9000", Talk.LOGIN);
  }

  private static String command(String algorithm, String data) {
    return Talk.command("807804" + algorithm, data) + "00";
  }

  @ParameterizedTest
  @CsvSource({
    "10, 6BC1BEE22E409F96E93D7E117393172A, 3AD77BB40D7A3660A89ECAF32466EF97",
    "11, 3AD77BB40D7A3660A89ECAF32466EF97, 6BC1BEE22E409F96E93D7E117393172A",
    "18, 6BC1BEE22E409F96E93D7E117393172A, 070A16B46B4D4144F79BDD9DD04A287C"
  })
  void agreesWithTheStandards(String algorithm, String data, String answer) {
    user.expect(answer + "9000", command(algorithm, data));
  }

  @Test
  void chainsBlocksFromZero() {
    String sealed = user.send(command("10", PLAIN));
    user.expect(PLAIN + "9000", command("11", sealed.substring(0, 64)));
  }

  @Test
  void derivesSoThatItCanBeComputed() {
    Bytes expected = Bytes.fromHex("00000001" + KEY + "0102").sha256();
    user.expect(expected.toHex().toUpperCase(Locale.ROOT) + "9000", command("99", "0102"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "11", "18"})
  void refusesWhatIsNoWholeBlock(String algorithm) {
    user.expect("6A80", command(algorithm, "00"));
    user.expect("6A80", command(algorithm, "00".repeat(17)));
    user.expect("6A80", "807804" + algorithm);
  }

  @Test
  void refusesDerivationFromNothing() {
    user.expect("6A80", "80780499");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "12", "20", "51", "70", "92", "98"})
  void refusesOtherAlgorithms(String algorithm) {
    user.expect("6A81", command(algorithm, PLAIN));
  }

  @Test
  void countsUses() {
    for (int i = 0; i < 3; i++) {
      user.send(command("18", PLAIN));
    }
    user.expect("6984", command("18", PLAIN));
  }
}
