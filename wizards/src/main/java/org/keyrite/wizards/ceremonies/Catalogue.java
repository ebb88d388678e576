// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import org.keyrite.wizards.ceremony.CeremonyKind;

/** Every ceremony that can be planned, in the order in which it is offered. */
public final class Catalogue {
  /** All of them. */
  public static final List<CeremonyKind> ALL =
      List.of(
          new DkekQuorum(),
          new DkekShares(),
          new DeviceSetup(),
          new DkekImport(),
          new KeyCreate(),
          new KeyCertify(),
          new KeyBackup(),
          new KeyRestore(),
          new KeyDelete(),
          new KeyRepair(),
          new DeviceCheck(),
          new PinChange(),
          new KeyDomainCare(),
          new GroupSigner(),
          new DeviceEnrol(),
          new XkekMigrate());

  private Catalogue() {}

  /** The ceremony with this id. */
  public static Optional<CeremonyKind> find(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }
}
