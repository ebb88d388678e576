// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Language;

/**
 * An ordered list of steps, readable and printable before anything is touched.
 *
 * @param kind its id in the catalogue: {@code dkek-quorum}
 * @param words arguments of its texts
 * @param plan the plan it was made from, as facts; canonical part of the agenda hash
 * @param first its first part, for most ceremonies the only one
 */
public record Ceremony(String kind, List<Object> words, Facts plan, Part first) {
  /** The fact of a plan that decides on the language of its paper, as a tag. */
  public static final Fact<String> LANGUAGE = Fact.text("language");

  /**
   * Checks what can be known now: every need is yielded before, nothing is yielded twice, and no
   * made secret is read outside the section that makes it.
   */
  public Ceremony {
    words = List.copyOf(words);
    new Wiring(plan).check(List.of(first));
  }

  /** The language of its paper, if the plan decides on one. */
  public Optional<Language> language() {
    return plan.find(LANGUAGE).flatMap(Language::ofTag);
  }

  /** The canonical, language-free text of plan and agenda. */
  public String canonical() {
    StringBuilder text = new StringBuilder("ceremony " + kind + "\n");
    plan.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e ->
            text.append("plan ").append(e.getKey()).append('=').append(e.getValue()).append('\n'));
    return text.append(first.canonical()).toString();
  }

  /** SHA-256 of the canonical text; opens the journal and stands on the agenda. */
  public Bytes agendaHash() {
    return Bytes.of(canonical().getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
