// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.ManifestUnreadable;
import org.keyrite.core.problem.ProblemException;

/** Reads a {@link KeyManifest}. */
final class KeyManifestFile {
  private KeyManifestFile() {}

  /** Whether a file says that it is one. */
  static boolean isOne(Bytes content) {
    return content.size() > 0 && content.at(0) == '{';
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException {@link ManifestUnreadable}, {@code FileMissing}, {@code
   *     FileUnreadable}
   */
  static KeyManifest read(Path path) throws ProblemException {
    return parse(path, KeyFolder.read(path));
  }

  /**
   * Reads what was in a file.
   *
   * @throws ProblemException {@link ManifestUnreadable}
   */
  static KeyManifest parse(Path path, Bytes content) throws ProblemException {
    ManifestMembers whole = ManifestMembers.read(path.toString(), content);
    whole.require(whole.text("format", ".*").equals(KeyManifest.FORMAT), "format");
    whole.require(whole.text("version", ".*").equals(KeyManifest.VERSION), "version");
    List<KeyManifest.Backup> keys = new ArrayList<>();
    for (ManifestMembers key : whole.list("keys")) {
      keys.add(ManifestKeys.backup(key));
    }
    List<KeyManifest.LeftBehind> left = new ArrayList<>();
    for (ManifestMembers key : whole.list("leftBehind")) {
      left.add(new KeyManifest.LeftBehind(ManifestKeys.key(key, ""), key.text("why", "\\w+")));
      key.finish();
    }
    whole.require(whole.text("count", "[0-9]+").equals(String.valueOf(keys.size())), "count");
    KeyManifest manifest =
        new KeyManifest(
            whole.text("ceremony", ".*"),
            whole.text("created", ".*"),
            whole.text("device", ".*"),
            whole.text("keyCheckValue", "[0-9A-F]{16}"),
            keys,
            left);
    whole.finish();
    return manifest;
  }
}
