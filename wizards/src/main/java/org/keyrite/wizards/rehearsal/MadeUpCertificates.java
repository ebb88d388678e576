// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.practice.PracticeIssuer;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.InReader;

/**
 * The certificates that made-up people bring for keys of their device, worth nothing.
 *
 * @param folder where they are
 * @param count how many are asked for
 */
public record MadeUpCertificates(Path folder, int count) {
  private static final String FOLDER = "certificates";

  /** What a ceremony in this folder asks for, if it does. */
  static Optional<MadeUpCertificates> of(Ceremony ceremony, Path ceremonyFolder) {
    int count =
        (int)
            Beforehand.asked(ceremony)
                .filter(field ->
                    field.editor() instanceof Editor.OpenFile(Editor.OpenFile.Content content)
                        && content == Editor.OpenFile.Content.CERTIFICATE)
                .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(new MadeUpCertificates(ceremonyFolder.resolve(FOLDER), count));
  }

  /** Issues them for the first keys of the first device, which are there already. */
  void make(Workplace place) throws ProblemException {
    Devices devices = place.devices();
    String serial =
        devices.look().stream()
            .flatMap(in -> in.device().stream())
            .map(InReader.Device::serial)
            .findFirst()
            .orElseThrow();
    List<StoredKey> keys =
        devices.use(serial, (hsm, device) -> KeyList.read(hsm)).keys().stream()
            .filter(key -> key.publicKey().isPresent())
            .toList();
    PracticeIssuer issuer = new PracticeIssuer();
    Instant yesterday = place.clock().instant().minus(Duration.ofDays(1));
    try {
      Files.createDirectories(folder);
      for (int i = 1; i <= count; i++) {
        StoredKey key = keys.get((i - 1) % keys.size());
        Files.write(
            file(i),
            issuer
                .issue(key.requirePublicKey().encode(), key.label().orElse("–"), yesterday)
                .toByteArray());
      }
    } catch (IOException e) {
      throw new FileNotWritten(folder.toString(), String.valueOf(e.getMessage())).asException();
    }
  }

  /** The certificate with this number. */
  Path file(int index) {
    return folder.resolve("certificate-" + index + ".der");
  }
}
