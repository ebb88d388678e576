// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The request for a certificate of a key, PEM, in the folder of a ceremony. One of an earlier
 * attempt is replaced: it is of the same key.
 *
 * @param folder the ceremony's folder
 * @param id of the key
 */
record RequestFile(Path folder, Bytes id) {
  String name() {
    return "key-" + id.toHex() + ".csr";
  }

  /** Writes it, not returning before it is on the disk, and reads it back; SHA-256 of the file. */
  Bytes write(CertificateRequest request) throws ProblemException {
    Path path = folder.resolve(name());
    Bytes content = Bytes.of(request.toText().getBytes(StandardCharsets.US_ASCII));
    try {
      Files.write(
          path,
          content.toByteArray(),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      if (!Bytes.of(Files.readAllBytes(path)).equals(content)) {
        throw new IOException("read back differently");
      }
      return content.sha256();
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(path.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }
}
