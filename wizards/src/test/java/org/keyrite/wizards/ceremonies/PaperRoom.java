// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.CalmLaptop;

/** Where ceremonies that make paper are gone through step by step, without devices. */
final class PaperRoom {
  private final CountedRandom random = new CountedRandom();
  private final List<String> happened = new ArrayList<>();
  private final Map<String, Bytes> printed = new HashMap<>();
  private final Path folder;

  PaperRoom(Path folder) {
    this.folder = folder;
  }

  /** What was printed and shown, in order. */
  List<String> happened() {
    return happened;
  }

  /** The documents, by their names without the set. */
  Map<String, Bytes> printed() {
    return printed;
  }

  CeremonyRunner start(Ceremony ceremony) throws ProblemException {
    Workplace place =
        new Workplace(
            "Keyrite 0.1",
            Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
            folder,
            random,
            DerivationCost.forTests(1),
            (name, pdf) -> {
              String sheet = name.replaceAll("-set-.*", "");
              happened.add("printed " + sheet);
              printed.put(sheet, pdf.use(Bytes::of));
              return name + ".pdf";
            },
            new Devices(new PracticeReaders(List.of())),
            new CalmLaptop(),
            true);
    return CeremonyRunner.start(
        ceremony, "T-1", Bytes.EMPTY, Journal.inMemory(), place, Runnable::run);
  }

  /** Goes on until this step is the next. */
  void to(CeremonyRunner runner, MadeUpPeople people, StepId step) throws ProblemException {
    CeremonyState state = runner.state();
    while (!state.current().orElseThrow().id().equals(step)) {
      switch (state.current().orElseThrow()) {
        case Ask ask -> runner.answer(people.ask(ask, state));
        case Attest attest -> {
          people.attest(
              attest,
              state,
              held -> {
                happened.add("shown " + attest.id());
                return runner.reveal(held);
              });
          runner.attest(true, "");
        }
        case Perform _ -> runner.perform(Progress.NONE);
        case AwaitDevice await -> throw new IllegalStateException("no devices: " + await);
      }
      state = runner.state();
    }
  }
}
