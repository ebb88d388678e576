// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

class PemTest {
  private static final String ONE =
      """
      Said before: \u00e4
      -----BEGIN CERTIFICATE-----
      AQID
      BA==
      -----END CERTIFICATE-----
      """;

  private static List<Pem> in(String text) {
    return Pem.in(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsBlocksInTheirOrderWithWhatStandsAround() throws ProblemException {
    List<Pem> blocks =
        in(ONE + "and\r\n" + ONE.replace("CERTIFICATE", "X Y").replace("\n", "\r\n"));
    assertEquals(List.of("CERTIFICATE", "X Y"), blocks.stream().map(Pem::label).toList());
    for (Pem block : blocks) {
      assertEquals(Bytes.fromHex("01020304"), block.content());
    }
    assertEquals(43, blocks.getFirst().offset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE-----\nAQID\n",
        "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICAT-----\n",
        "-----BEGIN a-----\nAQID\n-----END a-----\n",
        "----BEGIN X----\nAQID\n----END X----\n"
      })
  void findsNoneWhereNoneIsWhole(String text) {
    assertEquals(List.of(), in(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQ=", "AQ!D", "AQ==AQ==", "Proc-Type: 4"})
  void refusesWhatIsNoBase64ByPlace(String text) {
    List<Pem> blocks = in("-----BEGIN X-----\n" + text.replace("-", "") + "\n-----END X-----");
    assertRefused(new Malformed("PEM", "X", 17), () -> blocks.getFirst().content());
  }
}
