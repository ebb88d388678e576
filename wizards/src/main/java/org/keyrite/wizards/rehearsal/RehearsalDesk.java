// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.InReader;

/**
 * Answers a ceremony for made-up people: each question by what its editor takes, each sheet by the
 * code on the file that was saved, each device by the next that fits. A refusal stops the
 * rehearsal, which can be resumed.
 */
public final class RehearsalDesk implements Shell {
  static final String PRIME = "prime";
  private static final String SERIAL = ".serial";
  private static final String TYPED = ".typed";
  private static final String OUTPUT = ".output";
  private static final String KEYS_CHOSEN = "keys.chosen";

  /** What has to be typed to name a key is the last word of the step. */
  private static final String KEY_TYPED = "key.typed";

  private final Things things;
  private final BiConsumer<Agenda.Row, CeremonyState> narrator;
  private final Function<Perform, Progress> watcher;
  private final Consumer<Problem> refusals;

  /**
   * What made-up people have.
   *
   * @param people who they are
   * @param sheets where the sheets are saved that they make
   * @param before what they bring
   * @param devices what they put in
   */
  public record Things(
      People people, Path sheets, Beforehand before, Optional<RehearsalDevices> devices) {}

  /**
   * A desk.
   *
   * @param things what there is
   * @param narrator hears of each step
   * @param watcher watches work
   * @param refusals hears of what was refused
   */
  public RehearsalDesk(
      Things things,
      BiConsumer<Agenda.Row, CeremonyState> narrator,
      Function<Perform, Progress> watcher,
      Consumer<Problem> refusals) {
    this.things = things;
    this.narrator = narrator;
    this.watcher = watcher;
    this.refusals = refusals;
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) {
    narrator.accept(row, state);
  }

  @Override
  public Answers ask(Ask ask, CeremonyState state) throws ProblemException {
    Map<String, String> facts = new HashMap<>();
    Map<SecretSlot, Secret> secrets = new HashMap<>();
    Map<String, Seat> seats = seats(state);
    boolean complete = false;
    try {
      for (Field field : state.fields(ask)) {
        switch (field.slot()) {
          case Fact<?> fact ->
              facts.put(
                  fact.name(),
                  seats.containsKey(fact.name())
                      ? things.people().in(seats.get(fact.name()))
                      : text(field, ask, state));
          case SecretSlot slot -> secrets.put(slot, secret(field.editor(), slot, state));
        }
      }
      complete = true;
      return new Answers(Facts.ofTexts(facts), secrets);
    } finally {
      if (!complete) {
        secrets.values().forEach(Secret::close);
      }
    }
  }

  private static Map<String, Seat> seats(CeremonyState state) {
    Map<String, Seat> seats = new HashMap<>();
    for (Agenda.Row row : state.agenda().rows()) {
      seats.put(row.step().seat().person().name(), row.step().seat());
    }
    return seats;
  }

  private String text(Field field, Ask ask, CeremonyState state) throws ProblemException {
    if (field.refuses(field.preset()).isEmpty()) {
      return field.preset();
    }
    return switch (field.editor()) {
      case Editor.Text _ when field.slot().name().equals(PRIME) ->
          things.before().shares().orElseThrow().prime();
      case Editor.Text _ when said(field).isPresent() -> said(field).get();
      case Editor.Text _ when field.slot().family().equals(KEYS_CHOSEN) -> firstKey(ask, state);
      case Editor.Text _ when field.slot().family().equals(KEY_TYPED) ->
          ask.words().getLast().toString();
      case Editor.Text limits -> {
        Optional<String> device = serialOfDevice(ask, state);
        yield device.isPresent() ? end(device.get(), limits) : serial(field.slot().index(), limits);
      }
      case Editor.Number limits ->
          Integer.toString(Math.clamp(field.slot().index(), limits.least(), limits.most()));
      case Editor.Choice choice -> choice.options().getFirst();
      case Editor.OpenFile(Editor.OpenFile.Content content) ->
          things.before().file(content, field.slot().index()).toString();
      default -> throw new IllegalStateException("nobody knows " + field.slot());
    };
  }

  private Optional<String> said(Field field) throws ProblemException {
    return things.before().partner().isPresent()
        ? things.before().partner().get().says(field.slot().name())
        : Optional.empty();
  }

  /** The number of the first key in the list that a question is about. */
  private static String firstKey(Ask ask, CeremonyState state) {
    String list = state.facts().get(Fact.text(ask.needs().iterator().next().name()));
    return list.split(" ")[1];
  }

  /** The device that a question is about: what is asked stands on it. */
  private static Optional<String> serialOfDevice(Ask ask, CeremonyState state) {
    List<String> serials =
        ask.needs().stream()
            .map(Slot::name)
            .filter(name -> name.endsWith(SERIAL))
            .map(name -> state.facts().get(Fact.text(name)))
            .toList();
    return serials.size() == 1 ? Optional.of(serials.getFirst()) : Optional.empty();
  }

  private static String end(String serial, Editor.Text limits) {
    return serial.substring(Math.max(0, serial.length() - limits.longest()));
  }

  /** Something that could stand on a bag; the same again when the rehearsal is resumed. */
  private static String serial(int bag, Editor.Text limits) {
    String serial = "R%05d".formatted(bag);
    return serial.substring(0, Math.min(serial.length(), limits.longest()));
  }

  private Secret secret(Editor editor, Slot slot, CeremonyState state) throws ProblemException {
    return switch (editor) {
      case Editor.KnownPassphrase _ when slot.family().equals(MadeUpShares.VALUE) ->
          things.before().shares().orElseThrow().value(slot.index());
      case Editor.NewPassphrase _, Editor.KnownPassphrase _ -> MadeUpPassphrase.of(slot.index());
      case Editor.NewPin(Pin which, _) -> MadeUpPin.of(which, slot.index());
      case Editor.KnownPin(Pin which) -> MadeUpPin.of(which, slot.index());
      case Editor.Sheet(Editor.SheetTyping typing) -> typing.scan(sheet(slot, state));
      default -> throw new IllegalStateException("nobody knows " + slot);
    };
  }

  private Path sheet(Slot slot, CeremonyState state) throws ProblemException {
    return things.before().shares().isPresent()
        ? things.before().shares().get().sheet(slot.index())
        : things.sheets().resolve(state.facts().get(savedAs(slot)));
  }

  /** What a sheet was saved as that is read back here. */
  public static Fact<String> savedAs(Slot readBack) {
    return readBack.name().endsWith(TYPED)
        ? Fact.text(readBack.name().replace(TYPED, OUTPUT))
        : savedSheet(readBack.index());
  }

  /** What the sheet of a custodian was saved as. */
  static Fact<String> savedSheet(int index) {
    return Fact.text("sheet[" + index + "]" + OUTPUT);
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) throws ProblemException {
    RehearsalDevices pretend = things.devices().orElseThrow();
    Presented presented = new Presented(state, await);
    List<InReader.Device> fitting = presented.fitting(pretend.devices().look());
    if (!fitting.isEmpty()) {
      return fitting.getFirst().identity();
    }
    for (String serial : pretend.serials()) {
      if (presented.refuses(serial).isEmpty()) {
        pretend.putIn(serial);
        return pretend.devices().identity(serial);
      }
    }
    throw new IllegalStateException("no device for " + await.id());
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer) {
    for (Attest.Shown shown : attest.shown()) {
      if (shown instanceof Attest.Shown.WhileHeld held) {
        revealer.lines(held).forEach(line -> Arrays.fill(line, '\0'));
      }
    }
    return new Verdict(true, "");
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return watcher.apply(perform);
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    refusals.accept(problem);
    return new Way.Stop();
  }

  @Override
  public boolean happened(Step doubtful) {
    // Nobody saw it, and in a rehearsal a sheet more does no harm.
    return false;
  }
}
