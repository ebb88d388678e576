// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.paper.Row;

/**
 * What a device that was checked told, as rows of its sheet: which device it is first, then what it
 * was set up for, its key domains and its keys, each key on a row of its own. Seen from the names
 * of facts.
 *
 * @param words says what stands in facts
 */
record StatusRows(Words words) {
  /** In which order people read about a device; what is not named here stands behind. */
  static final List<String> ORDER =
      List.of(
          "device.serial",
          "device.label",
          "device.origin",
          "device.certificates",
          "device.outdated",
          "device.fingerprint",
          "device.firmware",
          "device.features",
          "device.state",
          "device.userTries",
          "device.soTries",
          "device.options",
          "device.room",
          "device.domains");

  private static final List<String> DEVICE = List.of("device.", "keyDomain.");
  private static final String KEYS = "keys.";

  List<Row> of(Map<String, String> facts) {
    List<Row> rows = new ArrayList<>();
    told(facts, DEVICE).forEach(fact -> rows.add(row(fact, words.value(fact, facts.get(fact)))));
    for (String fact : told(facts, List.of(KEYS))) {
      List<String> keys = Sentences.values(words.messages(), fact, facts.get(fact));
      rows.add(row(fact, keys.getFirst()));
      keys.stream().skip(1).forEach(key -> rows.add(new Row("", key)));
    }
    return rows;
  }

  private static List<String> told(Map<String, String> facts, List<String> families) {
    return facts.keySet().stream()
        .map(Fact::text)
        .filter(fact -> families.stream().anyMatch((fact.family() + ".")::startsWith))
        .sorted(
            Comparator.<Fact<String>>comparingInt(fact -> place(fact.name()))
                .thenComparing(Fact::index)
                .thenComparing(Fact::name))
        .map(Fact::name)
        .toList();
  }

  private static int place(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  private Row row(String fact, String value) {
    return new Row(words.label(fact), RecordPages.inGroups(value));
  }
}
