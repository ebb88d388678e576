// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;

/**
 * The program as it was installed from a native package, and the list of its files that the package
 * brings ({@code SHA256SUMS}, as sha256sum(1) writes it). The hash of that list stands for all of
 * it: it is printed when the package is built, and people compare it on the day.
 *
 * <p>This notices a damaged or half-replaced installation. Against somebody who may write there it
 * is no defence, since he can replace this class too; the hash of the package is compared before it
 * is installed.
 *
 * @param folder where the list is
 * @param root what the names in the list are relative to
 */
record Installation(Path folder, Path root) {
  private static final String PROPERTY = "keyrite.installation";
  private static final String LIST = "SHA256SUMS";
  private static final int HASH_DIGITS = 64;
  private static final int BUFFER = 1 << 16;

  /** What was found. */
  sealed interface Finding {
    /**
     * Every file is the one that was packed, and there is no other.
     *
     * @param hash SHA-256 of the list
     */
    record Whole(Bytes hash) implements Finding {}

    /**
     * Some files are not what was packed.
     *
     * @param files those that are different, missing or too many, by name; never empty
     */
    record Changed(List<String> files) implements Finding {}
  }

  /** Where this program was installed; empty when it runs from its sources. */
  static Optional<Installation> ofSystem() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Installation::in);
  }

  /** The installation whose list is in this folder, two levels below its root. */
  static Installation in(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return new Installation(whole, whole.getParent().getParent());
  }

  /** Reads and compares all files; takes about a second. */
  Finding look() {
    try {
      byte[] list = Files.readAllBytes(folder.resolve(LIST));
      Map<String, String> packed = new TreeMap<>();
      List<String> changed = new ArrayList<>();
      for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
        if (line.matches("[0-9a-f]{" + HASH_DIGITS + "} [ *].+")) {
          packed.put(line.substring(HASH_DIGITS + 2), line.substring(0, HASH_DIGITS));
        } else {
          changed.add(LIST);
        }
      }
      TreeSet<String> names = new TreeSet<>(packed.keySet());
      names.addAll(present());
      for (String name : names) {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file) || !hash(file).toHex().equals(packed.get(name))) {
          changed.add(name);
        }
      }
      return changed.isEmpty()
          ? new Finding.Whole(Bytes.of(sha256().digest(list)))
          : new Finding.Changed(List.copyOf(changed));
    } catch (IOException e) {
      return new Finding.Changed(List.of(LIST));
    }
  }

  private List<String> present() throws IOException {
    Path list = folder.resolve(LIST);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !Files.isSymbolicLink(file) && !file.equals(list))
          .map(file -> root.relativize(file).toString())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Bytes hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Bytes.of(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
