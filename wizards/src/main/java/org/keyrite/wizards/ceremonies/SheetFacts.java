// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The facts about a set and its sheets, alike in all ceremonies that make paper. */
final class SheetFacts {
  static final Fact<String> SET = Fact.text("set.id");
  static final Fact<Bytes> PRIME = new Fact<>("prime", Codec.HEX);
  static final Fact<String> KCV = Fact.text("kcv");
  static final Fact<String> RANDOM_SOURCES = Fact.text("random.sources");
  static final Fact<String> FILE_NAME = Fact.text("shareFile.name");
  static final Fact<Bytes> FILE_HASH = new Fact<>("shareFile.sha256", Codec.HEX);
  static final Fact<String> FILE_SHEET = Fact.text("fileSheet.output");
  static final Fact<Integer> FILE_COPY = Fact.number("fileSheet.copy");
  static final Fact<String> LABELS = Fact.text("labels.output");
  static final Fact<Integer> QUORUMS_TRIED = Fact.number("quorums.tried");
  static final Fact<String> QUORUMS = Fact.text("quorums.all");

  private static final int LONGEST_SERIAL = 40;

  private SheetFacts() {}

  static Fact<Integer> number(int i) {
    return Fact.number("sheet[" + i + "].number");
  }

  static Fact<Integer> copy(int i) {
    return Fact.number("sheet[" + i + "].copy");
  }

  static Fact<String> output(int i) {
    return Fact.text("sheet[" + i + "].output");
  }

  static Fact<String> bagSerial(int i) {
    return Fact.text("sheet[" + i + "].bag");
  }

  /** The copy numbers of all sheets of a set. */
  static Set<Slot> copies(int sheets) {
    return IntStream.rangeClosed(1, sheets)
        .<Slot>mapToObj(SheetFacts::copy)
        .collect(Collectors.toSet());
  }

  /** Asks the officer for the serial of the bag that a sheet was sealed in. */
  static Ask askForBag(StepId id, int i, List<Object> words) {
    return new Ask(
        id,
        Seat.OFFICER,
        words,
        Set.of(),
        List.of(new Field(bagSerial(i), PlanFields.printed(1, LONGEST_SERIAL))),
        facts -> repeated(facts, i));
  }

  private static Optional<Problem> repeated(Facts facts, int i) {
    String serial = facts.get(bagSerial(i));
    return facts.texts().entrySet().stream()
        .filter(fact -> Fact.text(fact.getKey()).family().equals(bagSerial(i).family()))
        .filter(fact -> !fact.getKey().equals(bagSerial(i).name()))
        .filter(fact -> fact.getValue().equalsIgnoreCase(serial))
        .findAny()
        .map(fact -> new CeremonyProblem.BagSerialRepeated(serial));
  }
}
