// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;

class PcscCodeTest {

  private static CardException thrown(long code) {
    return new JnaPCSCException(code, "text");
  }

  @ParameterizedTest
  @ValueSource(longs = {0x80100013L, 0x8010001DL, 0x8010001EL, 0x80100003L, 0xFFFFFFFF8010001DL})
  void knowsThatTheServiceIsGone(long code) {
    assertTrue(PcscCode.isServiceLost(thrown(code)));
    assertTrue(PcscCode.isServiceLost(new CardException(thrown(code))));
    assertEquals(new DeviceGone("r"), PcscCode.of(thrown(code)).whenTransmitting("r"));
    assertEquals(new ReaderServiceMissing(), PcscCode.of(thrown(code)).whenConnecting("r"));
  }

  @Test
  void aContextThatCannotBeMadeIsAMissingService() {
    assertTrue(
        PcscCode.isServiceLost(
            new EstablishContextException(new JnaPCSCException(0x8010002EL, "no readers"))));
    assertFalse(PcscCode.isServiceLost(thrown(0x8010000BL)));
    assertFalse(PcscCode.isServiceLost(new CardException("text")));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0x8010000CL, 0x80100066L, 0x80100067L, 0x80100068L, 0x80100069L, 0x80100009L})
  void knowsThatTheDeviceIsGone(long code) {
    assertEquals(new DeviceGone("r"), PcscCode.of(thrown(code)).whenTransmitting("r"));
  }

  @Test
  void tellsApartWhyThereIsNoSession() {
    assertEquals(new DeviceMissing("r"), PcscCode.of(thrown(0x8010000CL)).whenConnecting("r"));
    assertEquals(
        new DeviceMissing("r"),
        PcscCode.of(new JnaCardNotPresentException(0x80100069L, "gone")).whenConnecting("r"));
    assertEquals(new ReaderBusy("r"), PcscCode.of(thrown(0x8010000BL)).whenConnecting("r"));
    assertEquals(new ReaderMissing("r"), PcscCode.of(thrown(0x80100009L)).whenConnecting("r"));
  }

  @Test
  void namesCodesItDoesNotKnow() {
    assertEquals(
        new NotTransmitted("r", "80100016"),
        PcscCode.of(thrown(0x80100016L)).whenTransmitting("r"));
    assertEquals(
        new NotTransmitted("r", "00000000"),
        PcscCode.of(new CardException("text")).whenTransmitting("r"));
  }
}
