// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.reader.Readers;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.preflight.CalmLaptop;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;

/** A ceremony of a few steps in a window, its journal in memory, its work on the FX thread. */
final class Rehearsed implements AutoCloseable {
  final Wording wording = new Wording(Language.ENGLISH);
  final List<CeremonyState> left = new ArrayList<>();
  final Devices devices;
  final DeviceWatch watch;
  final CeremonyRunner runner;
  final FxScene fx;
  Optional<Path> chosen = Optional.empty();

  Rehearsed(Section... sections) {
    this(Theme.LIGHT, Map.of(), sections);
  }

  Rehearsed(Theme theme, Map<String, String> suggestions, Section... sections) {
    this(theme, suggestions, Runnable::run, sections);
  }

  /** A ceremony whose steps work there. */
  Rehearsed(Theme theme, Map<String, String> suggestions, Executor work, Section... sections) {
    this(theme, new PracticeReaders(List.of()), Drawer.EMPTY, suggestions, work, sections);
  }

  /** A ceremony with devices in these readers. */
  Rehearsed(
      Theme theme,
      Readers readers,
      Drawer drawer,
      Map<String, String> suggestions,
      Executor work,
      Section... sections) {
    devices = new Devices(readers);
    FxScene.start();
    runner = start(new Ceremony("dkek-quorum", List.of(), Facts.NONE, Part.last(sections)));
    fx =
        FxScene.show(
            theme,
            () -> {
              Frame frame = new Frame(wording, new Rail(wording, Stand.LAPTOP));
              frame.rehearsal(true);
              return frame;
            });
    WizardModel model = new WizardModel(runner, work, Platform::runLater);
    watch = new DeviceWatch(devices, drawer, work, Platform::runLater).begin();
    FxScene.run(() ->
        new WizardShell(
                wording,
                (Frame) fx.scene().getRoot(),
                model,
                new WizardShell.Desk(
                    Stand.keyboard(false, "de"),
                    GlyphSet.mono(34),
                    (window, title) -> chosen,
                    work,
                    new WizardShell.Kept("records", () -> Bytes.of(new byte[32]), () -> {}),
                    field -> suggestions.getOrDefault(field.slot().name(), ""),
                    field -> Optional.empty(),
                    watch),
                left::add)
            .open());
  }

  private CeremonyRunner start(Ceremony ceremony) {
    Workplace place =
        new Workplace(
            "Keyrite test",
            Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneOffset.UTC),
            Path.of("target"),
            new Zeros(),
            DerivationCost.forTests(1),
            (name, pdf) -> name,
            devices,
            new CalmLaptop(),
            true);
    try {
      return CeremonyRunner.start(
          ceremony, "test", Bytes.EMPTY, Journal.inMemory(), place, Runnable::run);
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
  }

  /** What no step of these tests draws from. */
  private static final class Zeros implements RandomSource {
    @Override
    public String name() {
      return "zeros";
    }

    @Override
    public void fill(byte[] into) {
      Arrays.fill(into, (byte) 0);
    }
  }

  boolean says(String text) {
    return FxScene.call(() ->
        fx.scene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Labeled l && text.equals(l.getText())));
  }

  /** Presses the button that says this. */
  void press(String word) {
    FxScene.until(() -> !fx.isWaiting() && act(word).isPresent());
    FxScene.run(() -> act(word).orElseThrow().fire());
  }

  Optional<Act> act(String word) {
    return fx.scene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Act act && word.equals(act.getText()))
        .map(Act.class::cast)
        .findFirst();
  }

  void until(String step) {
    FxScene.until(() ->
        runner.state().current().filter(s -> s.id().toString().equals(step)).isPresent()
            && fx.scene().getFocusOwner() != null);
  }

  void others() {
    FxScene.run(() ->
        fx.scene().getRoot().lookupAll(".kr-rail-row").stream()
            .filter(
                node -> node instanceof Button button && button.getText().startsWith("Other ways"))
            .forEach(node -> ((Button) node).fire()));
  }

  @Override
  public void close() {
    fx.close();
    runner.close();
    watch.close();
    devices.close();
  }
}
