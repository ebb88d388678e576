// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.FileProblem.FileUnreadable;
import org.keyrite.core.problem.FileProblem.ShareFileNotOpened;
import org.keyrite.core.problem.FileProblem.ShareFileNotSalted;
import org.keyrite.core.problem.FileProblem.ShareFileSize;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

/**
 * A share file ({@code .pbe}): a DKEK share under a password, as sc-hsm-tool and the Smart Card
 * Shell write it. 64 bytes (source: OpenSC sc-hsm-tool.c, Smart Card Shell DKEK.js, real files):
 *
 * <pre>
 * offset  length  meaning
 *      0       8  "Salted__" in ASCII
 *      8       8  salt
 *     16      48  AES-256-CBC of the share (32) and 16 bytes of 10; key and iv: {@link KeyDerivation}
 * </pre>
 *
 * <p>The format carries no checksum of the share itself: a changed salt, second or third encrypted
 * block is noticed when the file is opened, a change in the first (offsets 16 to 31) is not; it
 * yields another share. Only a check value or a hash kept elsewhere tells.
 *
 * @param name what the file is called, for problems; a path where there is one
 * @param content the 64 bytes
 */
public record ShareFile(String name, Bytes content) {
  /** How many bytes a share file has. */
  public static final int SIZE = 64;

  /** How many bytes a salt has. */
  public static final int SALT_SIZE = 8;

  /** Base64 of a share file has 88 characters; this leaves room for line ends and some blanks. */
  private static final int TEXT_LIMIT = 128;

  private static final Bytes MAGIC = Bytes.of("Salted__".getBytes(StandardCharsets.US_ASCII));

  /**
   * A share file of these bytes.
   *
   * @throws IllegalArgumentException if they are none; {@link #parse} is for bytes from outside
   */
  public ShareFile {
    if (content.size() != SIZE || !content.slice(0, MAGIC.size()).equals(MAGIC)) {
      throw new IllegalArgumentException("no share file");
    }
  }

  /** Reads the 64 bytes, or their base64 text as {@code openssl base64} prints it. */
  public static ShareFile parse(String name, Bytes found) throws ProblemException {
    Bytes content = found.size() == SIZE ? found : fromBase64(found);
    if (content.size() != SIZE) {
      throw new ShareFileSize(name, found.size()).asException();
    }
    if (!content.slice(0, MAGIC.size()).equals(MAGIC)) {
      throw new ShareFileNotSalted(name).asException();
    }
    return new ShareFile(name, content);
  }

  private static Bytes fromBase64(Bytes found) {
    String text = new String(found.toByteArray(), StandardCharsets.ISO_8859_1);
    String digits = text.replaceAll("[ \\t\\r\\n]", "");
    try {
      byte[] decoded = Base64.getDecoder().decode(digits);
      boolean exact = Base64.getEncoder().encodeToString(decoded).equals(digits);
      return exact ? Bytes.of(decoded) : Bytes.EMPTY;
    } catch (IllegalArgumentException notBase64) {
      return Bytes.EMPTY;
    }
  }

  /** Reads a file, of a large one only the beginning. */
  public static ShareFile read(Path path) throws ProblemException {
    String name = path.toString();
    byte[] found = RegularFile.at(path).begin(TEXT_LIMIT + 1);
    if (found.length > TEXT_LIMIT) {
      throw new ShareFileSize(name, size(path)).asException();
    }
    return parse(name, Bytes.of(found));
  }

  private static long size(Path path) throws ProblemException {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new FileUnreadable(path.toString()).asException();
    }
  }

  /**
   * Reads a file that was read or made before.
   *
   * @param sha256 of its 64 bytes as they were then
   * @param altered what is said if they are others now
   */
  public static ShareFile readSame(Path path, Bytes sha256, Problem altered)
      throws ProblemException {
    ShareFile file = read(path);
    if (!file.encode().sha256().equals(sha256)) {
      throw altered.asException();
    }
    return file;
  }

  /**
   * Encrypts a share. Share and password stay the caller's. Passwords for people should be plain
   * ({@link org.keyrite.core.bytes.Passphrase#isPlain}).
   *
   * @param salt 8 random bytes
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public static ShareFile create(
      String name,
      DkekShare share,
      Secret password,
      Bytes salt,
      DerivationCost cost,
      Progress progress) {
    if (salt.size() != SALT_SIZE) {
      throw new IllegalArgumentException("salt of " + salt.size() + " bytes");
    }
    try (KeyDerivation derivation = new KeyDerivation(password, salt, cost, progress);
        Secret key = derivation.key();
        Secret iv = derivation.iv()) {
      return new ShareFile(name, MAGIC.plus(salt).plus(ShareCipher.encrypt(share, key, iv)));
    }
  }

  /**
   * Decrypts the share; the caller owns it. A password that does not fit is refused after two
   * thirds of the work, when the whole last block is not padding.
   *
   * @throws ProblemException {@link ShareFileNotOpened}
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public DkekShare open(Secret password, DerivationCost cost, Progress progress)
      throws ProblemException {
    try (KeyDerivation derivation = new KeyDerivation(password, salt(), cost, progress);
        Secret key = derivation.key()) {
      if (!ShareCipher.endsInPadding(encrypted(), key)) {
        throw new ShareFileNotOpened(name).asException();
      }
      try (Secret iv = derivation.iv()) {
        return ShareCipher.decrypt(encrypted(), key, iv);
      }
    }
  }

  /**
   * Opens with the first of these passwords that fits; all are tried at once where there are cores
   * for it. The passwords stay the caller's.
   *
   * @throws ProblemException {@link ShareFileNotOpened} if none fits
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public DkekShare openAny(List<Secret> passwords, DerivationCost cost, Progress progress)
      throws ProblemException {
    if (passwords.isEmpty()) {
      throw new IllegalArgumentException("no passwords");
    }
    List<Derivations.Task<DkekShare>> tasks =
        passwords.stream()
            .<Derivations.Task<DkekShare>>map(password -> piece -> open(password, cost, piece))
            .toList();
    return Derivations.any(tasks, DkekShare::close, progress);
  }

  /** The salt. */
  public Bytes salt() {
    return content.slice(MAGIC.size(), MAGIC.size() + SALT_SIZE);
  }

  private Bytes encrypted() {
    return content.slice(MAGIC.size() + SALT_SIZE, SIZE);
  }

  /** The 64 bytes. */
  public Bytes encode() {
    return content;
  }

  /** Base64 as {@code openssl base64} prints it: 64 characters a line. */
  public String toText() {
    return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content.toByteArray())
        + "\n";
  }
}
