// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileNamesTest {
  private static ListedKey key(int number, String label) {
    return new ListedKey("POSSIBLE", number, label, "secp256r1", "", "");
  }

  @ParameterizedTest
  @CsvSource({
    "Root CA 2026, Root-CA-2026.wky",
    "Schlüssel für Zürich, Schlüssel-für-Zürich.wky",
    "../../etc/passwd, etc-passwd.wky",
    "C:\\x, C-x.wky",
    ".hidden, hidden.wky",
    "-rf, rf.wky",
    "con, con-7.wky",
    "COM1, COM1-7.wky",
    "'', key-7.wky",
    "'***', key-7.wky",
    "$(date), date.wky",
  })
  void namesAFileByItsLabel(String label, String name) {
    assertEquals(Map.of(7, name), KeyFileNames.of(List.of(key(7, label))));
  }

  @Test
  void namesDifferInMoreThanTheCaseOfTheirLetters() {
    List<ListedKey> keys =
        List.of(
            key(1, "Root"),
            key(2, "ROOT"),
            key(3, "root-1"),
            key(4, "Root 1"),
            key(5, ""),
            key(6, "key-5"));
    Map<Integer, String> names = KeyFileNames.of(keys);
    assertEquals(
        keys.size(),
        names.values().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet())
            .size(),
        names::toString);
  }

  @Test
  void aLongLabelDoesNotMakeAnEndlessName() {
    String name = KeyFileNames.of(List.of(key(1, "🔑x".repeat(32)))).get(1);
    assertTrue(name.length() < 60, name);
  }
}
