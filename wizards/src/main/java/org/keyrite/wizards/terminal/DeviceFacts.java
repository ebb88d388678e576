// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.command.PinState;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;

/**
 * What a device tells, for a script.
 *
 * @param status what it tells
 * @param anchors the roots that are known
 * @param today on which its certificates are looked at
 */
record DeviceFacts(DeviceStatus status, TrustAnchors anchors, LocalDate today) {

  Map<String, Object> members() {
    ChainVerdict verdict = status.device().certificates().verdict(anchors, today);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("serial", status.device().serial().text());
    status.label().ifPresent(label -> members.put("label", label));
    members.put("origin", verdict.origin().name());
    members.put("certificates", status.device().certificates().path());
    members.put("outdated", verdict.outdated());
    members.put("firmware", status.device().applet().firmware().toString());
    members.put("initialised", status.pins().isInitialised());
    pin(members, "userPin", status.pins().user());
    pin(members, "soPin", status.pins().so());
    members.put("keyDomains", new Json.JsonList(keyDomains()));
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

  private List<Map<String, Object>> keyDomains() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (KeyDomainSlot slot : status.keyDomains().slots()) {
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
