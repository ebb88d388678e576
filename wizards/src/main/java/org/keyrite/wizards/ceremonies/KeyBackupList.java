// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;

/**
 * What the list of a backup says ({@code docs/formats/key-backup.md}).
 *
 * @param ceremony in which it was made
 * @param created when, UTC, ISO 8601
 * @param device the serial of the device that the keys were on
 * @param keyCheckValue of the DKEK that they are wrapped under
 * @param keys how many were wrapped
 * @param leftBehind how many were not
 */
public record KeyBackupList(
    String ceremony,
    String created,
    String device,
    String keyCheckValue,
    int keys,
    int leftBehind) {
  private static final int HEAD = 200;

  /** Whether these bytes are meant as one. */
  public static boolean isOne(Bytes content) {
    byte[] head = content.slice(0, Math.min(content.size(), HEAD)).toByteArray();
    return new String(head, StandardCharsets.UTF_8).contains('"' + KeyManifest.FORMAT + '"');
  }

  /**
   * Reads a list and compares every file that it names with it.
   *
   * @throws ProblemException {@code ManifestUnreadable}, {@code FileMissing}, {@code
   *     KeyFileChanged}
   */
  public static KeyBackupList read(Path file) throws ProblemException {
    KeyManifest manifest = KeyManifestFile.read(file);
    KeyFolder folder = new KeyFolder(file.toAbsolutePath().getParent());
    for (KeyManifest.Backup key : manifest.keys()) {
      folder.require(key.file(), key.sha256());
    }
    return new KeyBackupList(
        manifest.ceremony(),
        manifest.created(),
        manifest.device(),
        manifest.keyCheckValue(),
        manifest.keys().size(),
        manifest.leftBehind().size());
  }
}
