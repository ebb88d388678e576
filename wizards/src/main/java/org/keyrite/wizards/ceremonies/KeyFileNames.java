// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files of backed-up keys are called: by their labels, with nothing in the name that a
 * file system, a shell or another computer takes for something else. Names differ in more than the
 * case of their letters.
 */
final class KeyFileNames {
  /** What the Smart Card Shell calls such files. */
  static final String ENDING = ".wky";

  private static final int LONGEST = 48;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Names that mean devices on some systems. */
  private static final Pattern RESERVED = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]|");

  private KeyFileNames() {}

  /** The name of the file for each of these keys, by its number. */
  static Map<Integer, String> of(List<ListedKey> keys) {
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    keys.stream()
        .map(key -> folded(safe(key.label())))
        .filter(name -> !once.add(name))
        .forEach(twice::add);
    Map<Integer, String> names = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (ListedKey key : keys) {
      String safe = safe(key.label());
      boolean alone = !RESERVED.matcher(safe).matches() && !twice.contains(folded(safe));
      String name = alone ? safe : (safe.isEmpty() ? "key" : safe) + "-" + key.number();
      while (!given.add(folded(name))) {
        name += "-" + key.number();
      }
      names.put(key.number(), name + ENDING);
    }
    return names;
  }

  private static String safe(String label) {
    String plain = UNSAFE.matcher(Normalizer.normalize(label, Normalizer.Form.NFC)).replaceAll("-");
    int end =
        plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
    return plain.substring(0, end).replaceAll("^-+|-+$", "");
  }

  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
