// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Secret;

/** The secrets of a running ceremony, by slot. Owns them all. */
final class Vault implements AutoCloseable {
  private final Map<String, Secret> secrets = new HashMap<>();

  /** Takes a secret over; one that was there before is wiped. */
  void put(String slot, Secret secret) {
    Secret before = secrets.put(slot, secret);
    if (before != null) {
      before.close();
    }
  }

  boolean holds(SecretSlot slot) {
    return secrets.containsKey(slot.name());
  }

  /** A secret that is held, lent. */
  Secret get(SecretSlot slot) {
    Secret secret = secrets.get(slot.name());
    if (secret == null) {
      throw new IllegalStateException("no secret in " + slot);
    }
    return secret;
  }

  Map<String, Secret> lend(Set<Slot> needs) {
    Map<String, Secret> lent = new HashMap<>();
    for (Slot need : needs) {
      if (need instanceof SecretSlot && secrets.containsKey(need.name())) {
        lent.put(need.name(), secrets.get(need.name()));
      }
    }
    return lent;
  }

  /** Wipes everything but these. */
  void keepOnly(Set<SecretSlot> live) {
    Set<String> names = live.stream().map(SecretSlot::name).collect(Collectors.toSet());
    secrets
        .entrySet()
        .removeIf(entry -> {
          if (names.contains(entry.getKey())) {
            return false;
          }
          entry.getValue().close();
          return true;
        });
  }

  @Override
  public void close() {
    keepOnly(Set.of());
  }
}
