// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.command.PinState;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.device.DeviceReport;

/**
 * What a device tells, for a script.
 *
 * @param report what it tells
 */
record DeviceFacts(DeviceReport report) {

  Map<String, Object> members() {
    DeviceStatus status = report.status();
    ChainVerdict verdict = report.verdict();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("serial", status.device().serial().text());
    status.label().ifPresent(label -> members.put("label", label));
    members.put("origin", report.origin().name());
    members.put("proven", report.proven());
    members.put("certificates", status.device().certificates().path());
    members.put("outdated", verdict.outdated());
    members.put("fingerprint", DevicePoint.FINGERPRINT.in(report));
    members.put("firmware", status.device().applet().firmware().toString());
    members.put("features", new Json.TextList(report.features()));
    members.put("initialised", status.pins().isInitialised());
    pin(members, "userPin", status.pins().user());
    pin(members, "soPin", status.pins().so());
    members.put("options", new Json.TextList(report.options()));
    members.put("keyDomains", new Json.JsonList(keyDomains(status.keyDomains().slots())));
    return members;
  }

  private static void pin(Map<String, Object> members, String name, PinState state) {
    members.put(
        name,
        switch (state) {
          case PinState.Verified() -> "given";
          case PinState.Unverified _ -> "notGiven";
          case PinState.Blocked() -> "blocked";
          case PinState.ToBeChanged() -> "toBeChanged";
          case PinState.Absent() -> "absent";
        });
    if (state instanceof PinState.Unverified(int tries)) {
      members.put(name + "TriesLeft", tries);
    }
  }

  private static List<Map<String, Object>> keyDomains(List<KeyDomainSlot> slots) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (KeyDomainSlot slot : slots) {
      Map<String, Object> domain = new LinkedHashMap<>();
      domain.put("index", all.size());
      domain.put("created", slot instanceof KeyDomainSlot.Defined);
      if (slot instanceof KeyDomainSlot.Defined(KeyDomainStatus told)) {
        domain.put("shares", told.shares());
        domain.put("outstanding", told.outstanding());
        domain.put("hasKey", told.hasKey());
        if (told.hasKey()) {
          domain.put("keyCheckValue", told.keyCheckValue().toText());
        }
        told.uid().ifPresent(uid -> domain.put("uid", uid.toHex()));
      }
      all.add(domain);
    }
    return all;
  }
}
