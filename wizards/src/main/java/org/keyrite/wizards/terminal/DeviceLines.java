// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.LocalDate;
import java.util.List;
import org.keyrite.core.command.PinState;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;

/**
 * Tells people what is in a reader.
 *
 * @param room where they sit
 * @param anchors the roots that are known
 * @param today on which certificates are looked at
 */
record DeviceLines(Room room, TrustAnchors anchors, LocalDate today) {

  void tell(String reader, DeviceStatus status) {
    ChainVerdict verdict = status.device().certificates().verdict(anchors, today);
    room.say("terminal.devices.device", reader, status.device().serial().text());
    status.label().ifPresent(label -> row("label", label));
    row("origin", room.text("terminal.devices.origin." + verdict.origin()));
    if (verdict.outdated()) {
      row("origin", room.text("terminal.devices.outdated"));
    }
    row("firmware", status.device().applet().firmware().toString());
    if (!status.pins().isInitialised()) {
      row("state", room.text("terminal.devices.notInitialised"));
      return;
    }
    row("userPin", pinState(status.pins().user()));
    row("soPin", pinState(status.pins().so()));
    domains(status.keyDomains().slots());
  }

  private void row(String part, String value) {
    line(room.text("terminal.devices.part." + part), value);
  }

  private void line(String name, String value) {
    room.screen().line("  " + room.text("terminal.devices.row", name, value));
  }

  private String pinState(PinState state) {
    return switch (state) {
      case PinState.Verified() -> room.text("terminal.devices.pin.given");
      case PinState.Unverified(int tries) -> room.text("terminal.devices.pin.tries", tries);
      case PinState.Blocked() -> room.text("terminal.devices.pin.blocked");
      case PinState.ToBeChanged() -> room.text("terminal.devices.pin.toBeChanged");
      case PinState.Absent() -> room.text("terminal.devices.pin.absent");
    };
  }

  private void domains(List<KeyDomainSlot> slots) {
    if (slots.isEmpty()) {
      row("domains", room.text("terminal.devices.domains.none"));
    }
    int free = 0;
    for (int index = 0; index < slots.size(); index++) {
      if (slots.get(index) instanceof KeyDomainSlot.Defined(KeyDomainStatus told)) {
        line(room.text("terminal.devices.part.domain", index), domain(told));
      } else {
        free++;
      }
    }
    if (free > 0) {
      row("domains", room.text("terminal.devices.domains.free", free));
    }
  }

  private String domain(KeyDomainStatus told) {
    if (told.hasKey()) {
      return room.text("terminal.devices.domain.key", told.keyCheckValue().toText());
    }
    return told.outstanding() > 0 && !told.isExchanged()
        ? room.text("terminal.devices.domain.missing", told.outstanding(), told.shares())
        : room.text("terminal.devices.domain.noKey");
  }
}
