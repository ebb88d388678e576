// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts that are searched for in files, as single bytes and as UTF-16. */
final class Canary {
  private static final int PIECE = 1 << 16;

  private final List<byte[]> forms;

  Canary(List<String> texts) {
    forms =
        texts.stream()
            .flatMap(text ->
                Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE)
                    .map(text::getBytes))
            .toList();
  }

  /** Whether one is in a file, wherever in it. */
  boolean isIn(Path file) throws IOException {
    int overlap = forms.stream().mapToInt(form -> form.length).max().orElse(0);
    byte[] window = new byte[PIECE + overlap];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(window, 0, PIECE); read > 0; read = in.read(window, kept, PIECE)) {
        int end = kept + read;
        if (isIn(window, end)) {
          return true;
        }
        kept = Math.min(overlap, end);
        System.arraycopy(window, end - kept, window, 0, kept);
      }
    }
    return false;
  }

  private boolean isIn(byte[] bytes, int end) {
    for (byte[] form : forms) {
      for (int at = 0; at + form.length <= end; at++) {
        if (bytes[at] == form[0] && matches(bytes, at, form)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] form) {
    for (int i = 0; i < form.length; i++) {
      if (bytes[at + i] != form[i]) {
        return false;
      }
    }
    return true;
  }
}
