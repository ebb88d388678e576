// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;

/** Names that paper has no letters for are refused where they are entered. */
class NamesOnPaperTest {
  private static final String FOREIGN = "山田";
  private static final Optional<Problem> REFUSED =
      Optional.of(new PlanProblem.LettersNotOnPaper("山 田"));
  private static final Set<String> PLANNED =
      Set.of("name", "organisation", "place", "laptop", "keyLabel", "label", "signerLabel");

  static Stream<Field> planned() {
    return Catalogue.ALL.stream()
        .map(CeremonyKind::planning)
        .flatMap(List::stream)
        .filter(field -> PLANNED.contains(field.slot().name()));
  }

  @ParameterizedTest
  @MethodSource("planned")
  void whatIsPlannedIsRefused(Field field) {
    assertEquals(REFUSED, field.refuses(FOREIGN));
    assertEquals(Optional.empty(), field.refuses("Łódź Ωμ Ж"));
  }

  @Test
  void everyNameOfAPlanIsTried() {
    assertEquals(PLANNED, Set.copyOf(planned().map(field -> field.slot().name()).toList()));
  }

  @Test
  void peopleAndBagsAreRefused() throws ProblemException {
    List<Field> fields =
        Agenda.of(List.of(quorum().plan(Facts.ofTexts(Map.of("name", "V"))).ceremony().first()))
            .rows()
            .stream()
            .flatMap(row -> row.step() instanceof Ask ask ? ask.fields().stream() : Stream.of())
            .filter(field -> field.refuses("Jo Exemplar").isEmpty())
            .filter(field -> field.slot() instanceof org.keyrite.wizards.ceremony.Fact<?>)
            .toList();
    assertEquals(6 + 3, fields.size());
    fields.forEach(field -> assertEquals(REFUSED, field.refuses(FOREIGN), field::toString));
  }

  @Test
  void whoeverTakesASeatLaterIsRefusedToo(@TempDir Path folder) throws Exception {
    PaperRoom room = new PaperRoom(folder);
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner =
        room.start(quorum().plan(Facts.ofTexts(Map.of("name", "V"))).ceremony())) {
      room.to(runner, people, StepId.of("opening.clock"));
      ProblemException refused =
          assertThrows(
              ProblemException.class, () -> runner.seat(Seat.custodian(1), FOREIGN, "ill"));
      assertEquals(REFUSED, Optional.of(refused.problem()));
      runner.seat(Seat.custodian(1), "Yamada", "ill");
      assertEquals("Yamada", runner.state().person(Seat.custodian(1)));
    }
  }

  private static CeremonyKind quorum() {
    return Catalogue.find(DkekQuorum.ID).orElseThrow();
  }
}
