// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DeviceReport;

/** Which device it is that was plugged in, so that people can compare it with the one they hold. */
final class DeviceLook {
  private DeviceLook() {}

  /** What {@link #identity} puts down, and more. */
  static Set<Slot> yields(int d, Slot... more) {
    Set<Slot> yields = new HashSet<>(List.of(more));
    yields.add(DeviceFacts.origin(d));
    yields.add(DeviceFacts.firmware(d));
    yields.add(DeviceFacts.label(d));
    return yields;
  }

  /** Puts down who the device is. */
  static void identity(Desk desk, int d, SmartCardHsm hsm, DeviceInfo device)
      throws ProblemException {
    LocalDate today = LocalDate.ofInstant(desk.place().clock().instant(), ZoneOffset.UTC);
    Origin told = device.certificates().verdict(TrustAnchors.known(), today).origin();
    boolean proven = desk.isProven(DeviceFacts.serial(d));
    desk.put(DeviceFacts.origin(d), (proven ? told : told.unproven()).name());
    desk.put(DeviceFacts.firmware(d), device.applet().firmware().toString());
    desk.put(DeviceFacts.label(d), DeviceStatus.label(hsm).orElse(DeviceReport.NONE));
  }

  /** The witness compares the device, which gets something, with what it says of itself. */
  static Attest named(StepId id, int d, List<Object> words, Attest.Shown... more) {
    return origins(d).guard(compared(id, d, words, more));
  }

  /** The same where whoever lets the device in gives the reason for it. */
  static Attest namedOnly(StepId id, int d, List<Object> words) {
    return origins(d).forged(compared(id, d, words));
  }

  private static DeviceOrigins origins(int d) {
    return new DeviceOrigins(DeviceFacts.serial(d), DeviceFacts.origin(d));
  }

  private static Attest compared(StepId id, int d, List<Object> words, Attest.Shown... more) {
    Attest.Shown[] shown = new Attest.Shown[more.length + 4];
    shown[0] = new Attest.Shown.Openly(DeviceFacts.serial(d));
    shown[1] = new Attest.Shown.Openly(DeviceFacts.origin(d));
    shown[2] = new Attest.Shown.Openly(DeviceFacts.firmware(d));
    shown[3] = new Attest.Shown.Openly(DeviceFacts.label(d));
    System.arraycopy(more, 0, shown, 4, more.length);
    return Attest.of(id, Seat.WITNESS, words, shown);
  }
}
