// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * A block of PEM (RFC 7468) as it stands in a file; what stands around it does not count.
 *
 * @param label what it says that it is, such as {@code CERTIFICATE}
 * @param text what stands between its first and its last line
 * @param offset where that begins in the file
 */
public record Pem(String label, String text, int offset) {
  private static final String FORMAT = "PEM";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \\1-----");

  /** The blocks in a file, in their order. */
  public static List<Pem> in(Bytes file) {
    // One character a byte, so that offsets are those of the file.
    Matcher found = BLOCK.matcher(new String(file.toByteArray(), StandardCharsets.ISO_8859_1));
    List<Pem> blocks = new ArrayList<>();
    while (found.find()) {
      blocks.add(new Pem(found.group(1), found.group(2), found.start(2)));
    }
    return blocks;
  }

  /**
   * The bytes in it.
   *
   * @throws ProblemException {@link Malformed} if it is no base64
   */
  public Bytes content() throws ProblemException {
    try {
      return Bytes.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException noBase64) {
      throw new Malformed(FORMAT, label, offset).asException();
    }
  }
}
