// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.command.AppletInfo;
import org.keyrite.core.command.Firmware;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainSlot.Defined;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;

class KeyDomainsTest {
  private static final String STATUS = "01000011223344556677 9000";

  private final ScriptedChannel channel = new ScriptedChannel();

  private List<KeyDomainSlot> read(int major) throws ProblemException, IOException {
    AppletInfo applet = new AppletInfo(new Firmware(major, 0), OptionalInt.empty(), Set.of());
    CertificateChain chain =
        CertificateChain.parse(
            Vector.file("/vectors/cvc.json").list("chains").get(1).bytes("ef_2f02"));
    List<KeyDomainSlot> slots =
        KeyDomains.read(new SmartCardHsm(channel), new DeviceInfo(applet, chain)).slots();
    channel.assertFinished();
    return slots;
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A86", "6B00"})
  void goesOnOverRoomAndStopsAtTheEnd(String end) throws Exception {
    channel
        .then("8052000000", "6A88")
        .then("8052000100", STATUS)
        .then("8052000200", "6A88")
        .then("8052000300", end);
    List<KeyDomainSlot> slots = read(4);
    assertEquals(3, slots.size());
    assertEquals(new KeyDomainSlot.Undefined(), slots.get(0));
    assertInstanceOf(Defined.class, slots.get(1));
  }

  @Test
  void asksOldFirmwareForItsDkekOnly() throws Exception {
    channel.then("8052000000", STATUS);
    assertEquals(1, read(2).size());
  }

  @Test
  void aDeviceWithoutKeyDomainsHasNone() throws Exception {
    channel.then("8052000000", "6B00");
    assertEquals(List.of(), read(4));
  }

  @Test
  void stopsAtTheLastIndexThatThereIs() throws Exception {
    for (int i = 0; i <= 254; i++) {
      channel.then("805200%02X00".formatted(i), "6A88");
    }
    assertEquals(255, read(4).size());
  }
}
