// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.DeviceRandom;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.testing.Pins;

/**
 * Our own client inside the namespaces: says what is in the first reader, sets it up for two
 * shares, imports them, gives it a label, and says what is there then.
 */
final class ClientHost {
  static final String PIN = "471108";
  static final String SO_PIN = "3031323334353637";

  private ClientHost() {}

  public static void main(String[] arguments) throws Exception {
    try (PcscReaders readers = new PcscReaders()) {
      readers.list().forEach(each -> System.out.println("occupied " + each.isOccupied()));
      Reader first = readers.list().getFirst();
      try (CardSession session = first.connect()) {
        SmartCardHsm hsm = new SmartCardHsm(session);
        tell(hsm);
        setUp(hsm);
        tell(hsm);
        System.out.println("coding " + hsm.coding());
      }
    }
  }

  private static void setUp(SmartCardHsm hsm) throws Exception {
    DeviceStatus status = DeviceStatus.read(hsm);
    new DeviceRandom(hsm, status.device().serial()).fill(new byte[600]);
    try (UserPin pin = Pins.user(PIN);
        SoPin soPin = Pins.so(SO_PIN)) {
      hsm.sendWithSoPin(
          new InitializeDevice(
              Set.of(DeviceOption.RESET_RETRY_COUNTER),
              pin,
              soPin,
              3,
              new KeyDomainSetup.DkekShares(2)));
      hsm.select();
      hsm.send(new VerifyPin(pin));
    }
    for (int filling = 1; filling <= 2; filling++) {
      try (DkekShare share = share(filling)) {
        hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
      }
    }
    hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("by our own client").encode());
  }

  /** A share of 32 equal bytes. */
  static DkekShare share(int filling) {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) filling);
    return DkekShare.taking(Secret.taking(content));
  }

  private static void tell(SmartCardHsm hsm) throws Exception {
    DeviceStatus status = DeviceStatus.read(hsm);
    System.out.println("serial " + status.device().serial());
    System.out.println(
        status
            .device()
            .certificates()
            .verdict(TrustAnchors.known(), LocalDate.of(2026, 11, 21))
            .origin());
    System.out.println("label " + status.label().orElse("none"));
    System.out.println("initialised " + status.pins().isInitialised());
  }
}
