// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.journal.Transcript.Table;

/**
 * Tells what is known of the devices and keys of a ceremony, seen from the names of facts. What
 * people only chose from, and long values that no program is compared by, stand with their steps.
 *
 * @param messages the language
 * @param words says what stands in facts
 */
record ThingTeller(Messages messages, Words words) {
  private static final List<String> DEVICES = List.of("device.", "keyDomain.");
  private static final List<String> KEYS = List.of("key.", "newKey.", "keys.");
  private static final Set<String> ONLY_WITH_THEIR_STEP =
      Set.of(
          "device.typed",
          "device.missing",
          "newKey.publicKey",
          "newKey.challenge",
          "newKey.answer",
          "key.proof",
          "keys.chosen",
          "keys.onDevice",
          "keys.files",
          "keys.fitting");

  /** A device after the other, each by its serial first. */
  Table devices(Map<String, String> facts) {
    return table("journal.table.devices", DEVICES, facts);
  }

  /** A key after the other. */
  Table keys(Map<String, String> facts) {
    return table("journal.table.keys", KEYS, facts);
  }

  private Table table(String title, List<String> families, Map<String, String> facts) {
    return new Table(
        messages.text(title),
        List.of(messages.text("journal.column.what"), messages.text("journal.column.value")),
        facts.keySet().stream()
            .map(Fact::text)
            .filter(fact -> families.stream().anyMatch((fact.family() + ".")::startsWith))
            .filter(fact -> !ONLY_WITH_THEIR_STEP.contains(fact.family()))
            .sorted(
                Comparator.<Fact<String>>comparingInt(Fact::index)
                    .thenComparing(fact -> !fact.family().endsWith(".serial"))
                    .thenComparing(Fact::name))
            .map(fact -> row(fact.name(), facts.get(fact.name())))
            .toList());
  }

  private List<String> row(String name, String value) {
    return List.of(words.label(name), words.value(name, value));
  }
}
