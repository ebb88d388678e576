// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.KeptFile;
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
    new KeptFile(path).replace(content.toByteArray());
    if (!KeyFolder.read(path).equals(content)) {
      throw new FileProblem.KeyFileChanged(path.toString()).asException();
    }
    return content.sha256();
  }
}
