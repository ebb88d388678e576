// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.rehearsal.Prompter;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.DeviceBar;
import org.keyrite.wizards.view.DeviceWatch;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Glossary;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.PlanScreen;
import org.keyrite.wizards.view.ProblemPane;
import org.keyrite.wizards.view.Rail;
import org.keyrite.wizards.view.WizardModel;
import org.keyrite.wizards.view.WizardShell;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;

/**
 * The window, put together by plain constructors: home screen, planning, and running ceremonies,
 * one at a time. Lives on the FX thread.
 */
final class Workstation implements HomeView.Ways, Starting.Ways {
  private static final double GLYPH_SIZE = 34;
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private final Outside outside;
  private final Conduct conduct;
  private final Wording wording;
  private final Frame frame;
  private final Scene scene;
  private final HomeView home;
  private final GlyphSet glyphs;
  private final DeviceWatch plugged;
  private final Appearance appearance;
  private final Starting starting;
  private Optional<WizardShell> running = Optional.empty();
  private Optional<Runnable> whenIdle = Optional.empty();
  private CompletableFuture<Void> telling = CompletableFuture.completedFuture(null);
  private boolean crashed;

  Workstation(Outside outside) {
    this.outside = outside;
    Settings settings = Settings.load(outside.settings(), outside.language());
    wording = new Wording(settings.language());
    conduct =
        new Conduct(outside, number -> wording.messages().text("device.pretend.reader", number));
    plugged = watch(outside.devices(), Drawer.EMPTY);
    frame = new Frame(wording, new Rail(wording, outside.laptop()));
    scene = new Scene(frame, WIDTH, HEIGHT);
    appearance = new Appearance(scene, wording, settings, outside.settings(), this::refuse);
    starting = new Starting(outside, conduct, wording, frame, this);
    home = new HomeView(wording, outside.catalogue(), this);
    glyphs = GlyphSet.mono(GLYPH_SIZE);
    wording.messagesProperty().addListener((o, was, is) -> preferLanguage());
  }

  /** Shows the home screen in this window. Closing the window stops what runs. */
  void show(Stage stage) {
    stage.titleProperty().bind(wording.of("window.name"));
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(e -> running.ifPresent(WizardShell::stop));
    stage.show();
    home();
  }

  /** Runs this as soon as no ceremony does. */
  void whenIdle(Runnable then) {
    if (running.isEmpty()) {
      then.run();
    } else {
      whenIdle = Optional.of(then);
    }
  }

  /** Changes the language of the window for now; tells which it speaks. */
  Language speak(Language language) {
    wording.speak(language);
    return wording.language();
  }

  private DeviceWatch watch(Devices devices, Drawer drawer) {
    return new DeviceWatch(devices, drawer, outside.work(), Platform::runLater);
  }

  /** The words on the screen. */
  Wording wording() {
    return wording;
  }

  @Override
  public void home() {
    running = Optional.empty();
    crashed = false;
    DevicePage page = new DevicePage(wording, outside.devices(), outside.laptop(), outside.work());
    frame.devices(
        Optional.of(
            new DeviceBar(
                wording, plugged, true, Optional.of(serial -> page.open(frame, serial)))));
    wording.speak(appearance.language());
    home.openIn(frame, KeptCeremony.in(outside.records()));
  }

  @Override
  public void rehearse() {
    plan(outside.catalogue().getFirst(), true);
  }

  @Override
  public void plan(CeremonyKind kind) {
    plan(kind, false);
  }

  private void plan(CeremonyKind kind, boolean practice) {
    frame.rehearsal(practice);
    frame.rail().below(List.of());
    frame.devices(Optional.empty());
    new PlanScreen(
            wording,
            kind,
            desk(practice, WizardShell.Kept.NOTHING, plugged, Prompter.SILENT),
            this::home,
            practice ? Optional.empty() : Optional.of(() -> plan(kind, true)),
            ceremony -> starting.begin(ceremony, practice))
        .openIn(frame);
  }

  /**
   * What a shell needs.
   *
   * @param prompter tells what people could not know in a rehearsal
   */
  private WizardShell.Desk desk(
      boolean practice, WizardShell.Kept kept, DeviceWatch devices, Prompter prompter) {
    UnaryOperator<String> rehearsing = new Rehearsing(wording, outside.people());
    Function<Field, String> suggestions =
        field -> {
          String slot = field.slot().name();
          if (!practice) {
            return slot.equals("language") ? wording.language().tag() : "";
          }
          String known = rehearsing.apply(slot);
          return known.isEmpty() ? prompter.suggests(field) : known;
        };
    return new WizardShell.Desk(
        outside.keyboard(),
        glyphs,
        outside.files(),
        outside.work(),
        kept,
        suggestions,
        prompter::tells,
        devices);
  }

  @Override
  public void resume(KeptCeremony kept) {
    starting.resume(kept);
  }

  @Override
  public void run(Conduct.Running begun, boolean practice) {
    DeviceWatch watch =
        begun.plugged().own()
            ? watch(begun.plugged().devices(), begun.plugged().drawer())
            : plugged;
    Ceremony ceremony = begun.runner().state().ceremony();
    Prompter prompter = practice ? Prompter.of(ceremony, begun.folder().path()) : Prompter.SILENT;
    WizardModel model = new WizardModel(begun.runner(), outside.work(), Platform::runLater);
    WizardShell.Desk desk =
        desk(
            practice,
            new WizardShell.Kept(begun.folder().path().toString(), begun.journal()::lastHash),
            watch,
            prompter);
    WizardShell shell =
        new WizardShell(wording, frame, model, desk, state -> left(begun.plugged(), watch));
    running = Optional.of(shell);
    model
        .showingProperty()
        .addListener((o, was, is) -> {
          if (is instanceof WizardModel.Showing.Ended) {
            tell(begun);
          }
        });
    frame.closeOverlay();
    shell.open();
  }

  private void left(Conduct.Plugged devices, DeviceWatch watch) {
    if (devices.own()) {
      watch.close();
      devices.close();
    }
    telling.thenRun(() -> Platform.runLater(this::leftAndTold));
  }

  private void leftAndTold() {
    if (crashed) {
      running = Optional.empty();
    } else {
      home();
    }
    whenIdle.ifPresent(Runnable::run);
  }

  /** Leaves the story of a ceremony that ended beside its journal. */
  private void tell(Conduct.Running ended) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    telling = done;
    Ceremony ceremony = ended.runner().state().ceremony();
    Messages otherwise = wording.in(appearance.language());
    outside
        .work()
        .execute(() -> {
          try {
            ended.folder().tell(ceremony, otherwise);
          } catch (ProblemException e) {
            Platform.runLater(() -> refuse(e.problem()));
          } finally {
            done.complete(null);
          }
        });
  }

  @Override
  public void refuse(Problem problem) {
    show(new ProblemPane(wording, problem));
  }

  /** Shows what went wrong, with a way back to the start. */
  private void show(Node problem) {
    Act back = Act.filled(wording, Message.of("window.end.home"), this::home).onEnter();
    frame.show(Optional.empty(), new VBox(problem), Optional.of(new ActRow().right(back)));
    back.requestFocus();
  }

  /** Stops what runs, and says that the program made a mistake. */
  void crash(Throwable cause) {
    crashed = true;
    running.ifPresent(WizardShell::stop);
    show(new CrashPane(wording, cause));
  }

  @Override
  public void language() {
    Panel.language(frame, wording);
  }

  @Override
  public void theme() {
    appearance.otherTheme();
  }

  @Override
  public void words() {
    Glossary.all(frame, wording);
  }

  @Override
  public void typeSize() {
    appearance.chooseTypeSize(frame);
  }

  /** What a custodian chooses at the hand-over is for his turn only. */
  private void preferLanguage() {
    if (running.isEmpty()) {
      appearance.keepLanguage();
    }
  }
}
