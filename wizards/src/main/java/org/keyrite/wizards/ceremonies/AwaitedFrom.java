// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The device from which a waiting exchange key awaits keys. It stands in the label of that key, so
 * that whatever came on a stick is compared with what the device itself remembers: {@code Exchange
 * SERIAL}, and behind it, where it was known, the first sixteen hex digits of the hash of the
 * certificate.
 *
 * @param device as it was named in the first visit
 */
record AwaitedFrom(MigrationManifest.Device device) {
  private static final int BYTES_IN_LABEL = 8;

  String label() {
    return MigrateExchange.LABEL
        + " "
        + device.serial()
        + device.fingerprint().map(hash -> " " + hash.slice(0, BYTES_IN_LABEL).toHex()).orElse("");
  }

  /**
   * The exchange key that waits for a migration.
   *
   * @param serial of the device that it is on
   * @throws ProblemException {@code BundleOfAnotherMigration}
   */
  static StoredKey key(KeyList keys, KeyDomainIndex domain, String serial, Bytes migration)
      throws ProblemException {
    return KeyExchange.find(keys, domain).stream()
        .filter(key -> key.pkcsId().equals(Optional.of(migration)))
        .findFirst()
        .orElseThrow(() ->
            new ExchangeProblem.BundleOfAnotherMigration(serial, migration.toHex()).asException());
  }

  /**
   * Refuses keys of another device than the one that is awaited.
   *
   * @param waiting the exchange key
   * @param from the device that sent keys
   * @throws ProblemException {@code PartnerNotTheNamedOne}, {@code PartnerCertificateChanged}
   */
  static void require(StoredKey waiting, MigrationManifest.Device from) throws ProblemException {
    String label = waiting.label().orElse("");
    if (label.equals(new AwaitedFrom(from).label())) {
      return;
    }
    String bare =
        new AwaitedFrom(new MigrationManifest.Device(from.serial(), Optional.empty())).label();
    if (label.startsWith(bare + " ")) {
      throw new ExchangeProblem.PartnerCertificateChanged(from.serial()).asException();
    }
    if (!label.equals(bare)) {
      String named = label.replaceFirst("^" + MigrateExchange.LABEL + " ", "").split(" ")[0];
      throw new ExchangeProblem.PartnerNotTheNamedOne(named, from.serial()).asException();
    }
  }
}
