// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.MigrationBundle;
import org.keyrite.wizards.ceremonies.MigrationManifest;

/**
 * What a bundle of a migration is, told by its manifest. Every file beside it is compared with the
 * list first.
 */
final class MigrationFindings {
  private MigrationFindings() {}

  /** What is found, if the file is a manifest by its name. */
  static Optional<List<Map<String, Object>>> in(Path file) throws ProblemException {
    return MigrationBundle.isManifest(String.valueOf(file.getFileName()))
        ? Optional.of(List.of(told(file)))
        : Optional.empty();
  }

  private static Map<String, Object> told(Path file) throws ProblemException {
    MigrationBundle bundle = MigrationBundle.read(file);
    MigrationManifest manifest = bundle.manifest();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("file", file.toString());
    found.put("kind", "migration." + manifest.visit().word());
    found.put("migration", manifest.head().migration().toHex());
    found.put("ceremony", manifest.head().ceremony());
    found.put("when", manifest.head().created());
    found.put("uid", manifest.head().group().toText());
    found.put("words", String.join(" ", new PgpWords().words(manifest.head().group().value())));
    tell(found, "source", manifest.source());
    tell(found, "target", manifest.target());
    manifest.keyCheckValue().ifPresent(value -> found.put("keyCheckValue", value));
    if (manifest.wrappedKeys() > 0) {
      found.put("wrappedKeys", manifest.wrappedKeys());
    }
    found.put("hash", bundle.hash().toHex());
    found.put("spoken", String.join(" ", MigrationBundle.spoken(bundle.hash())));
    return found;
  }

  private static void tell(
      Map<String, Object> found, String which, MigrationManifest.Device device) {
    found.put(which, device.serial());
    device.fingerprint().map(Bytes::toHex).ifPresent(hash -> found.put(which + "Hash", hash));
  }
}
