// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

// Long because every way through the window is put together here.

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.print.Queue;
import org.keyrite.wizards.rehearsal.Beforehand;
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
import org.keyrite.wizards.view.TypeSizeChoice;
import org.keyrite.wizards.view.WaitScreen;
import org.keyrite.wizards.view.WizardModel;
import org.keyrite.wizards.view.WizardShell;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.TypeSize;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;

/**
 * The window, put together by plain constructors: home screen, planning, and running ceremonies,
 * one at a time. Lives on the FX thread.
 */
final class Workstation implements HomeView.Ways {
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
  private Settings settings;
  private String worn = "";
  private Optional<WizardShell> running = Optional.empty();
  private Optional<Runnable> whenIdle = Optional.empty();
  private boolean crashed;

  Workstation(Outside outside) {
    this.outside = outside;
    settings = Settings.load(outside.settings(), outside.language());
    wording = new Wording(settings.language());
    conduct =
        new Conduct(outside, number -> wording.messages().text("device.pretend.reader", number));
    plugged = watch(outside.devices(), Drawer.EMPTY);
    frame = new Frame(wording, new Rail(wording, outside.laptop()));
    scene = new Scene(frame, WIDTH, HEIGHT);
    dress();
    scene.widthProperty().addListener((o, was, is) -> dress());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::letters);
    home = new HomeView(wording, outside.catalogue(), this);
    glyphs = GlyphSet.mono(GLYPH_SIZE);
    wording.messagesProperty().addListener((o, was, is) -> preferLanguage());
  }

  /** Starts JavaFX, shows the window and comes back when it is closed. */
  static void open(Outside outside) {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Theme.loadFonts();
      Stage stage = new Stage();
      Workstation workstation = new Workstation(outside);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, cause) -> Platform.runLater(() -> workstation.crash(cause)));
      stage.setOnHidden(e -> workstation.whenIdle(closed::countDown));
      workstation.show(stage);
    });
    boolean waiting = true;
    while (waiting) {
      try {
        closed.await();
        waiting = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        waiting = false;
      }
    }
    Platform.exit();
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
  private void whenIdle(Runnable then) {
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

  private void home() {
    running = Optional.empty();
    crashed = false;
    DevicePage page = new DevicePage(wording, outside.devices(), outside.laptop(), outside.work());
    frame.devices(
        Optional.of(
            new DeviceBar(
                wording, plugged, true, Optional.of(serial -> page.open(frame, serial)))));
    wording.speak(settings.language());
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
            ceremony -> begin(ceremony, practice))
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

  private void begin(Ceremony ceremony, boolean practice) {
    Beforehand before = Beforehand.of(ceremony, outside.records());
    if (practice && !before.isNothing()) {
      startWithBefore(ceremony, before.shares().isPresent());
    } else {
      start(ceremony, practice, queue -> conduct.begin(ceremony, practice, queue, Progress.NONE));
    }
  }

  @Override
  public void resume(KeptCeremony kept) {
    try {
      if (kept.problem().isPresent()) {
        throw kept.problem().get().asException();
      }
      Entry.Started started = kept.folder().started();
      Ceremony ceremony = conduct.planned(kept.folder());
      frame.rehearsal(started.practice());
      start(ceremony, started.practice(), queue -> conduct.resume(kept.folder(), ceremony, queue));
    } catch (ProblemException e) {
      refuse(e.problem());
    }
  }

  /** Makes the runner of a ceremony whose sheets go to this queue, or beside its journal. */
  private interface Starting {
    Conduct.Running with(Optional<String> queue) throws ProblemException;
  }

  private void start(Ceremony ceremony, boolean practice, Starting starting) {
    if (practice || !Printing.isPlanned(ceremony)) {
      frame.wait(true);
      open(starting, Optional.empty(), practice, this::refuse);
      return;
    }
    try {
      boolean maySave = Printing.maySave(ceremony);
      List<Queue> queues = queues(maySave);
      new PrinterScreen(wording, queues, maySave, new Printers(ceremony, starting)).openIn(frame);
    } catch (ProblemException e) {
      refuse(e.problem());
    }
  }

  /** Where sheets may be saved, a computer that cannot print stops nobody. */
  private List<Queue> queues(boolean maySave) throws ProblemException {
    try {
      return outside.queues().all();
    } catch (ProblemException e) {
      if (maySave) {
        return List.of();
      }
      throw e;
    }
  }

  /** What a person may do where a printer is chosen. */
  private final class Printers implements PrinterScreen.Ways {
    private final Ceremony ceremony;
    private final Starting starting;

    Printers(Ceremony ceremony, Starting starting) {
      this.ceremony = ceremony;
      this.starting = starting;
    }

    @Override
    public void use(Optional<String> queue, Consumer<Problem> refused) {
      frame.wait(true);
      open(
          starting,
          queue,
          false,
          problem -> {
            frame.wait(false);
            refused.accept(problem);
          });
    }

    @Override
    public void testPage(String queue, PrinterScreen.TestPageEnd end) {
      TestPage page = new TestPage(outside.product(), outside.laptop().clock(), wording.messages());
      outside
          .work()
          .execute(() -> {
            Optional<Problem> problem = page.print(ceremony, queue);
            Platform.runLater(() -> end.with(problem));
          });
    }

    @Override
    public void back() {
      home();
    }
  }

  /** What made-up people did before a rehearsal is made up while people wait. */
  private void startWithBefore(Ceremony ceremony, boolean shares) {
    WaitScreen screen =
        new WaitScreen(
            wording,
            Platform::runLater,
            Message.of(shares ? "window.shares.title" : "window.keysBefore.title"),
            Message.of(shares ? "window.shares.text" : "window.keysBefore.text"));
    screen.openIn(frame);
    open(
        queue -> conduct.begin(ceremony, true, queue, screen.progress()),
        Optional.empty(),
        true,
        problem -> {
          if (problem instanceof CeremonyProblem.WorkStopped) {
            home();
          } else {
            refuse(problem);
          }
        });
  }

  /** Makes a runner where steps work, because devices are looked at for that. */
  private void open(
      Starting starting, Optional<String> queue, boolean practice, Consumer<Problem> refused) {
    outside
        .work()
        .execute(() -> {
          try {
            Conduct.Running begun = starting.with(queue);
            Platform.runLater(() -> run(begun, practice));
          } catch (ProblemException e) {
            Platform.runLater(() -> refused.accept(e.problem()));
          }
        });
  }

  private void run(Conduct.Running begun, boolean practice) {
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
    if (crashed) {
      running = Optional.empty();
    } else {
      home();
    }
    whenIdle.ifPresent(Runnable::run);
  }

  /** Leaves the story of a ceremony that ended beside its journal. */
  private void tell(Conduct.Running ended) {
    try {
      ended.folder().tell(ended.runner().state().ceremony(), wording.in(settings.language()));
    } catch (ProblemException e) {
      refuse(e.problem());
    }
  }

  private void refuse(Problem problem) {
    show(new ProblemPane(wording, problem));
  }

  /** Shows what went wrong, with a way back to the start. */
  private void show(Node problem) {
    Act back = Act.filled(wording, Message.of("window.end.home"), this::home).onEnter();
    frame.show(Optional.empty(), new VBox(problem), Optional.of(new ActRow().right(back)));
    back.requestFocus();
  }

  private void crash(Throwable cause) {
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
    prefer(settings.with(settings.theme() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT));
    dress();
  }

  @Override
  public void words() {
    Glossary.all(frame, wording);
  }

  @Override
  public void typeSize() {
    TypeSizeChoice choice =
        new TypeSizeChoice(wording, settings.typeSize(), size -> typeSize(size));
    new Panel(Message.of("window.type"), Message.of("window.type.text"))
        .over(frame, wording, choice);
  }

  private void typeSize(TypeSize size) {
    prefer(settings.with(size));
    dress();
  }

  /** Theme and size of letters, a step larger in a wide window. */
  private void dress() {
    TypeSize size = settings.typeSize().in(scene.getWidth());
    String look = settings.theme() + " " + size;
    if (!look.equals(worn)) {
      worn = look;
      settings.theme().dress(scene, size);
    }
  }

  /** Control with plus, minus or zero: larger or smaller letters, or the usual ones. */
  private void letters(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    TypeSize now = settings.typeSize();
    TypeSize then =
        switch (event.getCode()) {
          case PLUS, ADD, EQUALS -> now.larger();
          case MINUS, SUBTRACT -> now.smaller();
          case DIGIT0, NUMPAD0 -> TypeSize.USUAL;
          default -> null;
        };
    if (then != null) {
      typeSize(then);
      event.consume();
    }
  }

  /** What a custodian chooses at the hand-over is for his turn only. */
  private void preferLanguage() {
    if (running.isEmpty() && wording.language() != settings.language()) {
      prefer(settings.with(wording.language()));
    }
  }

  private void prefer(Settings other) {
    settings = other;
    try {
      settings.save(outside.settings());
    } catch (ProblemException e) {
      refuse(e.problem());
    }
  }
}
