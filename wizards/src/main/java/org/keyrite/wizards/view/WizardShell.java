// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.journal.HashText;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;

/**
 * Renders any ceremony: what {@link WizardModel} shows, in a {@link Frame}, with the rail, the
 * band, the hand-over between two people, and the rare ways out that every screen has.
 */
public final class WizardShell {
  /**
   * What the shell needs from outside.
   *
   * @param keyboard what is known of the keyboard
   * @param glyphs outlines for secrets
   * @param files lets a person choose a file
   * @param work where what takes long is done; not the FX thread outside of tests
   * @param kept where everything that is made goes
   * @param suggestions what may stand in a field from the start; empty for nothing
   * @param prompter what a person is told who could not know what he is asked, as in a rehearsal
   * @param devices what is plugged in
   */
  public record Desk(
      KeyboardSetup keyboard,
      GlyphSet glyphs,
      FileChoice files,
      Executor work,
      Kept kept,
      Function<Field, String> suggestions,
      Function<Field, Optional<Message>> prompter,
      DeviceWatch devices) {}

  /**
   * Where everything that is made goes.
   *
   * @param folder the folder, as people read it
   * @param lastHash the hash of the last line of the record, which people write down at the end
   * @param papers offers the papers of the record, which is complete by then
   */
  public record Kept(String folder, Supplier<Bytes> lastHash, Runnable papers) {
    /** Nothing was made yet. */
    public static final Kept NOTHING = new Kept("", () -> Bytes.EMPTY, () -> {});
  }

  private final Wording wording;
  private final Frame frame;
  private final WizardModel model;
  private final Desk desk;
  private final StepViews views;
  private final DeviceBar bar;
  private final OtherWays others;
  private final Consumer<CeremonyState> whenLeft;
  private final Map<Seat, Language> languages = new HashMap<>();
  private final WorkScreens works;
  private Seat keyboardSeat = Seat.OPERATOR;

  /**
   * A shell that shows the ceremony as soon as {@link #open} is called.
   *
   * @param whenLeft called when people leave: the ceremony ended, or was stopped to be resumed
   */
  public WizardShell(
      Wording wording,
      Frame frame,
      WizardModel model,
      Desk desk,
      Consumer<CeremonyState> whenLeft) {
    this.wording = wording;
    this.frame = frame;
    this.model = model;
    this.desk = desk;
    this.whenLeft = whenLeft;
    others = new OtherWays(wording, frame, model, this::stop);
    FieldEditors editors = new FieldEditors(wording, desk);
    views = new StepViews(wording, model, editors, desk, others);
    bar = new DeviceBar(wording, desk.devices(), true);
    works = new WorkScreens(wording, model, views, this::show);
    model
        .showingProperty()
        .addListener((o, was, is) -> Optional.ofNullable(is).ifPresent(this::show));
    model.busyProperty().addListener((o, was, is) -> frame.wait(is));
    frame.setOnKeyPressed(this::key);
  }

  /** Shows where the ceremony stands. */
  public void open() {
    frame.rail().below(others.places());
    frame.devices(awaitsDevices() ? Optional.of(bar) : Optional.empty());
    model.begin();
  }

  private boolean awaitsDevices() {
    return model.state().agenda().rows().stream()
        .anyMatch(row -> row.step() instanceof AwaitDevice);
  }

  /** Stops here; the ceremony can be resumed. */
  public void stop() {
    works.end();
    leave();
  }

  private void leave() {
    frame.wait(true);
    frame.setOnKeyPressed(null);
    model.stop(() -> {
      frame.closeOverlay();
      frame.rail().below(List.of());
      frame.devices(Optional.empty());
      frame.wait(false);
      whenLeft.accept(model.state());
    });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F4 && !model.state().ended()) {
      others.note();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        && !frame.hasOverlay()
        && model.showingProperty().get() instanceof WizardModel.Showing.AtStep
        && model.canGoBack()) {
      model.back();
      event.consume();
    }
  }

  private void show(WizardModel.Showing showing) {
    if (!(showing instanceof WizardModel.Showing.Working)) {
      works.end();
    }
    frame.closeOverlay();
    rail();
    bar.working(
        showing instanceof WizardModel.Showing.Working(Perform step) ? inUse(step) : Set.of());
    switch (showing) {
      case WizardModel.Showing.HandOver(Seat to) -> handOver(to);
      case WizardModel.Showing.AtStep(var step) -> show(step.seat(), views.of(step));
      case WizardModel.Showing.Working(Perform step) -> works.begin(step);
      case WizardModel.Showing.Refused(var step, var problem) ->
          show(step == null ? keyboardSeat : step.seat(), views.refused(problem));
      case WizardModel.Showing.Doubtful(var step) -> show(step.seat(), views.doubtful(step));
      case WizardModel.Showing.Ended() -> ended();
    }
  }

  /** The serials of the devices that the work of a step is done with. */
  private Set<String> inUse(Perform step) {
    Map<String, String> known = model.state().facts().texts();
    return model.state().agenda().rows().stream()
        .map(Agenda.Row::step)
        .filter(AwaitDevice.class::isInstance)
        .map(await -> ((AwaitDevice) await).serial())
        .filter(serial -> step.needs().contains(serial) && known.containsKey(serial.name()))
        .map(serial -> known.get(serial.name()))
        .collect(Collectors.toSet());
  }

  private void rail() {
    CeremonyState state = model.state();
    String kind = "kind." + state.ceremony().kind() + ".name";
    String name = state.facts().texts().getOrDefault("name", "");
    frame.rail().name(Message.of("window.rail.set", name), Message.of(kind));
    frame.rail().step(number(state));
    frame.rail().milestones(Milestones.of(state));
  }

  private static Optional<Message> number(CeremonyState state) {
    return state
        .current()
        .map(step -> state.agenda().row(step.id()).number())
        .map(at ->
            Message.of(
                "window.rail.step", at, state.agenda().rows().size(), state.mayGrow() ? 1 : 0));
  }

  private void show(Seat seat, StepScreen screen) {
    frame.show(Optional.of(band(seat)), screen.content(), Optional.of(screen.acts()));
    screen.focus().run();
  }

  private SeatBand band(Seat seat) {
    Optional<String> person = person(seat);
    Message rule =
        Message.of(
            seat.isPrivate()
                ? "window.band.private"
                : seat.equals(Seat.OPERATOR) ? "window.band.open" : "window.band.operator");
    return new SeatBand(wording, look(seat), seat.title(), person, rule, seat.isPrivate());
  }

  private Optional<String> person(Seat seat) {
    return Optional.of(model.person(seat)).filter(name -> !name.isEmpty());
  }

  private static SeatLook look(Seat seat) {
    return switch (seat.role()) {
      case OFFICER -> SeatLook.OFFICER;
      case OPERATOR -> SeatLook.OPERATOR;
      case CUSTODIAN -> SeatLook.CUSTODIAN;
      case WITNESS -> SeatLook.WITNESS;
      case AUDITOR -> SeatLook.AUDITOR;
    };
  }

  /** The next person finds the language that he chose before, if he did. */
  private void handOver(Seat to) {
    languages.put(keyboardSeat, wording.language());
    wording.speak(languages.getOrDefault(to, languages.get(Seat.OPERATOR)));
    keyboardSeat = to;
    HandOver screen =
        new HandOver(
            wording,
            look(to),
            to.title(),
            person(to),
            model::sitDown,
            List.of(
                Act.plain(
                    wording,
                    Message.of("window.handOver.someoneElse"),
                    () -> others.changePerson(to))));
    frame.show(Optional.of(HandOver.strip(look(to))), screen, Optional.empty());
    screen.taken().requestFocus();
  }

  private void ended() {
    frame.rail().below(List.of());
    boolean finished = model.state().phase() == CeremonyState.Phase.FINISHED;
    Act home = Act.filled(wording, Message.of("window.end.home"), this::leave).onEnter();
    ScreenHead content =
        new ScreenHead(
            wording,
            Message.of(finished ? "window.end.finished" : "window.end.aborted"),
            finished
                ? Message.of("kind." + model.state().ceremony().kind() + ".end")
                : Message.of("window.end.abortedText"),
            model.justDone());
    String words = String.join(" ", HashText.words(desk.kept().lastHash().get()));
    Together.in(model.state().ceremony().plan())
        .filter(together -> finished)
        .ifPresent(together -> content.getChildren().add(new QuorumPicture(wording, together)));
    content
        .getChildren()
        .addAll(
            wording.label(Message.of("window.end.kept", desk.kept().folder()), "kr-body"),
            wording.label("window.end.hash", "kr-body"),
            wording.label(Message.of("window.end.words", words), "kr-words"));
    Act papers =
        Act.bordered(wording, Message.of("window.record.end"), desk.kept().papers())
            .icon("mdi2p-printer");
    frame.show(Optional.empty(), content, Optional.of(new ActRow().right(papers, home)));
    home.requestFocus();
  }
}
