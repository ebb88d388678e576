// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import org.keyrite.wizards.ceremony.CeremonyKind;

/** Where a ceremony stands among the others, by what people want to work with. */
public enum Shelf {
  /** Splitting what opens everything, and proving that it still does. */
  SHARES("dkek-quorum", "dkek-shares", "custodian-change", "recovery-drill"),
  /** Preparing devices and looking after them. */
  DEVICES("device-setup", "dkek-import", "device-check", "key-domains", "pin-change"),
  /** Making, saving and bringing back keys. */
  KEYS(
      "key-create",
      "key-certificate",
      "key-backup",
      "key-restore",
      "key-delete",
      "key-repair",
      "key-authorisation"),
  /** Devices that belong together. */
  GROUP("group-signer", "device-enrol", "xkek-migrate");

  private final List<String> ids;

  Shelf(String... ids) {
    this.ids = List.of(ids);
  }

  /** The ceremonies of a catalogue that stand here, in the order of this shelf. */
  public List<CeremonyKind> of(List<CeremonyKind> catalogue) {
    return ids.stream()
        .flatMap(id -> catalogue.stream().filter(kind -> kind.id().equals(id)))
        .toList();
  }
}
