// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.core.problem.Problem;

/**
 * What was found where the laptop was looked at. A journal has it as a word and what was seen, with
 * a blank between them: {@code fine}, {@code fine 12_GB} (the low line stands for a no-break
 * space), {@code problem.NetworkUp eth0}. The word of a fault is the key of its problem, whose
 * sentences tell it.
 */
public sealed interface Finding {
  /** It is as it should be. */
  String FINE = "fine";

  /** This ceremony does not need it. */
  String NOT_NEEDED = "notNeeded";

  /** Nothing can be said, and nobody need mind. */
  String NOTED = "noted";

  /** As it should be; what was seen may be empty. */
  record Fine(String seen) implements Finding {}

  /** Not needed in this ceremony, and not looked at. */
  record NotNeeded() implements Finding {}

  /** To be known, and no hindrance; what was seen may be several values with blanks between. */
  record Noted(String seen) implements Finding {}

  /** A hindrance where it is not a rehearsal. */
  record Fault(LaptopProblem problem) implements Finding {}

  /** As a journal keeps it. */
  default String text() {
    return switch (this) {
      case Fine(String seen) -> joined(FINE, seen);
      case NotNeeded() -> NOT_NEEDED;
      case Noted(String seen) -> seen.isEmpty() ? NOTED : NOTED + " " + seen;
      case Fault(LaptopProblem problem) -> joined(problem.key(), problem.seen());
    };
  }

  /** The fault that a journal keeps, empty where it keeps something better. */
  static Optional<LaptopProblem> faultIn(String text) {
    List<String> parts = List.of(text.split(" ", 2));
    return Optional.ofNullable(Faults.BY_KEY.get(parts.getFirst()))
        .map(made -> made.apply(parts.size() == 1 ? "" : parts.getLast()));
  }

  /** Whether a journal keeps findings under this name. */
  static boolean isCalled(String factName) {
    return factName.startsWith(Point.PREFIX) || factName.startsWith(Place.PREFIX);
  }

  /** Names in one text that has no blank, so that a journal keeps it as one value. */
  static String names(List<String> names) {
    return whole(String.join(", ", names));
  }

  /** A text with no-break spaces in place of blanks. */
  static String whole(String text) {
    return text.replaceAll("\\s", "\u00a0");
  }

  private static String joined(String word, String seen) {
    return seen.isEmpty() ? word : word + " " + whole(seen);
  }

  /** Makes faults again from what a journal keeps. */
  final class Faults {
    private static final Map<String, Function<String, LaptopProblem>> BY_KEY =
        Stream.<Function<String, LaptopProblem>>of(
                LaptopProblem.NetworkUp::new,
                LaptopProblem.RadioOn::new,
                LaptopProblem.SwapOn::new,
                LaptopProblem.SecondDisplay::new,
                LaptopProblem.ClockBehind::new,
                LaptopProblem.DiskNearlyFull::new,
                LaptopProblem.PrinterNotReady::new,
                LaptopProblem.ReaderServiceSilent::new,
                LaptopProblem.ReadersTooSmall::new,
                LaptopProblem.ProgramChanged::new,
                LaptopProblem.CoreDumpsOn::new,
                LaptopProblem.ResidueFound::new,
                LaptopProblem.NotToBeSeen::new)
            .collect(Collectors.toMap(Faults::key, made -> made));

    private Faults() {}

    private static String key(Function<String, LaptopProblem> made) {
      Problem problem = made.apply("");
      return problem.key();
    }
  }
}
