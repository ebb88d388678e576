// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.keyrite.app.guide.Guide;
import org.keyrite.app.guide.GuideView;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.journal.CeremonyFolder;
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

/**
 * The window, put together by plain constructors: home screen, planning, and running ceremonies,
 * one at a time. Lives on the FX thread.
 */
final class Workstation implements HomeView.Ways, Starting.Ways {
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
  private final Desks desks;
  private final DeviceWatch plugged;
  private final Appearance appearance;
  private final Starting starting;
  private final Telling telling;
  private Optional<WizardShell> running = Optional.empty();
  private Optional<Runnable> whenIdle = Optional.empty();
  private boolean crashed;

  /**
   * The window, not shown yet.
   *
   * @param settings what was chosen before
   * @param wording in the language of the settings
   */
  Workstation(Outside outside, Settings settings, Wording wording) {
    this.outside = outside;
    this.wording = wording;
    settings.theme().replaceUsual();
    conduct =
        new Conduct(outside, number -> wording.messages().text("device.pretend.reader", number));
    plugged = watch(outside.devices(), Drawer.EMPTY);
    frame = new Frame(wording, new Rail(wording, outside.laptop()));
    scene = new Scene(frame, WIDTH, HEIGHT);
    appearance = new Appearance(scene, wording, settings, outside.settings(), this::refuse);
    telling = new Telling(outside.work(), this::refuse);
    starting = new Starting(outside, conduct, wording, frame, this);
    home = new HomeView(wording, outside.catalogue(), this);
    desks = new Desks(wording, outside);
    frame.guide(this::guide);
    wording.messagesProperty().addListener((o, was, is) -> preferLanguage());
  }

  /** Shows the home screen in this window. Closing the window stops what runs. */
  void show(Stage stage) {
    stage.titleProperty().bind(wording.of("window.name"));
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(e -> running.ifPresent(WizardShell::stop));
    home();
    new FirstScreen(stage, outside, plugged).show();
    home.focus();
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
            desks.of(practice, WizardShell.Kept.NOTHING, plugged, Prompter.SILENT),
            this::home,
            aside(kind, practice),
            ceremony -> starting.begin(ceremony, practice))
        .openIn(frame);
  }

  /** Before a ceremony one rehearses it, and before the first rehearsal one takes the tour. */
  private Optional<PlanScreen.Aside> aside(CeremonyKind kind, boolean practice) {
    if (!practice) {
      return Optional.of(
          new PlanScreen.Aside(Message.of("window.plan.rehearse"), () -> plan(kind, true)));
    }
    return Tour.isOf(kind)
        ? Optional.of(new PlanScreen.Aside(Message.of("window.tour.take"), () -> tour(kind)))
        : Optional.empty();
  }

  private void tour(CeremonyKind kind) {
    try {
      Ceremony ceremony = Tour.ceremony(kind, wording.messages());
      starting.begin(ceremony, true);
    } catch (ProblemException e) {
      refuse(e.problem());
    }
  }

  @Override
  public void papers(CeremonyFolder folder) {
    new RecordPage(wording, frame, outside, conduct, folder).open();
  }

  @Override
  public void resume(KeptCeremony kept) {
    starting.resume(kept);
  }

  @Override
  public void run(Conduct.Running begun, boolean practice) {
    DeviceWatch watch =
        begun.plugged().own()
            ? watch(begun.plugged().devices(), begun.plugged().drawer()).begin()
            : plugged;
    Ceremony ceremony = begun.runner().state().ceremony();
    Prompter prompter = practice ? Prompter.of(ceremony, begun.folder().path()) : Prompter.SILENT;
    WizardModel model = new WizardModel(begun.runner(), outside.work(), Platform::runLater);
    WizardShell.Desk desk =
        desks.of(
            practice,
            new WizardShell.Kept(
                begun.folder().path().toString(),
                begun.journal()::lastHash,
                () -> telling.then(() -> papers(begun.folder()))),
            watch,
            prompter);
    WizardShell shell =
        new WizardShell(wording, frame, model, desk, state -> left(begun.plugged(), watch));
    running = Optional.of(shell);
    model
        .showingProperty()
        .addListener((o, was, is) -> {
          if (is instanceof WizardModel.Showing.Ended) {
            telling.tell(begun.folder(), ceremony, wording.in(appearance.language()));
          }
        });
    frame.closeOverlay();
    shell.open();
    if (practice && Tour.isTour(ceremony)) {
      new Tour(wording, frame, model, outside, shell::stop).open(begun.folder());
    }
  }

  private void left(Conduct.Plugged devices, DeviceWatch watch) {
    if (devices.own()) {
      watch.close();
      devices.close();
    }
    telling.then(this::leftAndTold);
  }

  private void leftAndTold() {
    // To a window that was closed nothing is shown: it has no look any more.
    if (crashed || !scene.getWindow().isShowing()) {
      running = Optional.empty();
    } else {
      home();
    }
    whenIdle.ifPresent(Runnable::run);
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
  public void about() {
    new AboutPage(wording, outside.product(), outside.installation(), outside.work()).open(frame);
  }

  @Override
  public void guide() {
    new GuideView(frame, wording, new Guide()).open();
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
