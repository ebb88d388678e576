// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;

class AgendasTest {
  private static Ceremony plan(String id, Map<String, String> decided) throws ProblemException {
    Map<String, String> all = new HashMap<>(Map.of("name", "Vault 2026"));
    all.putAll(decided);
    CeremonyKind kind = Catalogue.find(id).orElseThrow();
    return kind.plan(Facts.ofTexts(all)).ceremony();
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = AgendasTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theAgendaOfAQuorumIsAsAgreed() throws Exception {
    assertEquals(golden("dkek-quorum.agenda"), plan("dkek-quorum", Map.of()).canonical());
  }

  @Test
  void theAgendaOfAQuorumWrittenByHandIsAsAgreed() throws Exception {
    assertEquals(
        golden("dkek-quorum-by-hand.agenda"),
        plan("dkek-quorum", Map.of("byHand", "yes")).canonical());
  }

  @Test
  void theAgendaOfSharesIsAsAgreed() throws Exception {
    assertEquals(golden("dkek-shares.agenda"), plan("dkek-shares", Map.of()).canonical());
  }

  @Test
  void theAgendaOfASetUpIsAsAgreed() throws Exception {
    assertEquals(golden("device-setup.agenda"), plan("device-setup", Map.of()).canonical());
  }

  @Test
  void theAgendaOfAnImportIsAsAgreed() throws Exception {
    Map<String, String> decided =
        Map.of("shares", "2", "openedBy", "passwords", "devices", "3", "readers", "2");
    assertEquals(golden("dkek-import.agenda"), plan("dkek-import", decided).canonical());
  }

  @Test
  void theAgendaOfANewKeyIsAsAgreed() throws Exception {
    Map<String, String> decided = Map.of("request", "yes", "subject", "CN=Root 2026");
    assertEquals(golden("key-create.agenda"), plan("key-create", decided).canonical());
  }

  @Test
  void theShareFileComesBeforeTheSheetsThatCarryIt() throws Exception {
    List<String> steps =
        Agenda.of(List.of(plan("dkek-quorum", Map.of("fileOnEverySheet", "yes")).first()))
            .rows()
            .stream()
            .map(row -> row.step().id().toString())
            .toList();
    assertTrue(steps.indexOf("dkekQuorum.shareFile") < steps.indexOf("dkekQuorum.print[1]"));
  }

  @Test
  void everyDecisionChangesTheAgendaHash() throws Exception {
    Ceremony plain = plan("dkek-quorum", Map.of());
    for (String[] change :
        List.of(
            new String[] {"name", "Vault 2027"},
            new String[] {"threshold", "3"},
            new String[] {"custodians", "4"},
            new String[] {"bits", "64"},
            new String[] {"alone", "no"})) {
      Ceremony other = plan("dkek-quorum", Map.of(change[0], change[1]));
      assertNotEquals(plain.agendaHash(), other.agendaHash(), change[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 3", "1, 3", "2, 2", "2, 100", "0, 5", "100, 100"})
  void refusesAQuorumThatCannotBe(int threshold, int custodians) {
    Map<String, String> decided =
        Map.of("threshold", String.valueOf(threshold), "custodians", String.valueOf(custodians));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> plan("dkek-quorum", decided));
    assertInstanceOf(QuorumProblem.ThresholdOutOfRange.class, refused.problem());
  }

  @Test
  void theLargestQuorumExpands() throws Exception {
    Ceremony largest = plan("dkek-quorum", Map.of("threshold", "99", "custodians", "99"));
    assertEquals(
        99 * 7 + 4 + 3 + 3 + 2 + 4 + 102, Agenda.of(List.of(largest.first())).rows().size());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyStepHasItsWords(Language language) throws Exception {
    Set<String> missing = new TreeSet<>();
    Messages messages = Messages.in(language);
    Consumer<String> needed =
        key -> {
          if (!messages.has(key)) {
            missing.add(key);
          }
        };
    for (CeremonyKind kind : Catalogue.ALL) {
      needed.accept("kind." + kind.id() + ".name");
      needed.accept("kind." + kind.id() + ".what");
      needed.accept("kind." + kind.id() + ".end");
      kind.planning().forEach(field -> words(field, needed));
      Ceremony ceremony = plan(kind.id(), Map.of());
      for (Agenda.Row row : Agenda.of(List.of(ceremony.first())).rows()) {
        row.path().stream().map(Section::title).forEach(title -> needed.accept(title.key()));
        words(row.step(), needed);
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static void words(Step step, Consumer<String> needed) {
    needed.accept(step.title().key());
    needed.accept(step.text().key());
    needed.accept(step.seat().title().key());
    for (Slot slot : step.yields()) {
      needed.accept(slot.label().key());
    }
    switch (step) {
      case Attest attest -> needed.accept(attest.sentence().key());
      case org.keyrite.wizards.ceremony.Ask ask ->
          ask.fields().forEach(field -> words(field, needed));
      default -> {
        // the title and the text are all there is
      }
    }
  }

  private static void words(Field field, Consumer<String> needed) {
    needed.accept(field.slot().label().key());
    if (field.editor() instanceof Editor.Choice(List<String> options)) {
      options.forEach(option -> needed.accept("choice." + field.slot().family() + "." + option));
    }
  }
}
