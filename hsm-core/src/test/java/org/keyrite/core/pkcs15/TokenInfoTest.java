// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.PlanProblem.TextTooLong;
import org.keyrite.core.problem.ProblemException;

class TokenInfoTest {
  private static final String RECORDED =
      "302f020106040800000000000000000c0d506f6c2048656e6172656a6f73"
          + "800d536d617274436172642d48534d03020430";

  @Test
  void readsTheOneOfTheRecordings() throws ProblemException {
    TokenInfo info = TokenInfo.parse(Bytes.fromHex(RECORDED));
    assertEquals(Optional.of("SmartCard-HSM"), info.label());
    assertEquals(RECORDED, info.encode().toHex());
  }

  @Test
  void writesWhatOpenScWrites() throws ProblemException {
    TokenInfo info = TokenInfo.labelled("revtok");
    assertEquals("300f0201008006726576746f6b03020520", info.encode().toHex());
    assertEquals(info, TokenInfo.parse(info.encode()));
  }

  @Test
  void labelsHaveUpTo32BytesOfUtf8() throws ProblemException {
    assertEquals(Optional.of("\u00fc".repeat(16)), TokenInfo.labelled("\u00fc".repeat(16)).label());
    assertRefused(new TextTooLong(33, 32), () -> TokenInfo.labelled("\u00fc".repeat(16) + "x"));
  }

  @Test
  void aDeviceMayHaveNoLabel() throws ProblemException {
    assertEquals(Optional.empty(), TokenInfo.parse(Bytes.fromHex("3003020100")).label());
  }

  @Test
  void aLabelCannotWriteAnywhereInATerminal() throws ProblemException {
    assertEquals(Optional.of("\uFFFD[2Jx\uFFFD"), TokenInfo.labelled("\u001b[2Jx\u202e").label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3000",
        "30030201",
        "3103020100",
        "300302010000",
        "3005020100800000",
        "3009020100800141800142",
        "30060201008001ff",
        "3006800141020100",
      })
  void refusesWhatIsNone(String hex) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> TokenInfo.parse(Bytes.fromHex(hex)));
    assertTrue(refused.problem() instanceof Malformed, refused::toString);
  }
}
