// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.TextShape;
import org.keyrite.wizards.view.look.Theme;

/** Scans that are read on threads of their own until a test lets them come out. */
class SheetScanTest {
  private static final String READING = "The scan is being read";
  private static final Path SHEET = Path.of("sheet.png");
  private static final Path OTHER = Path.of("other.png");

  private final Map<Path, BlockingQueue<Optional<Secret>>> scans =
      Map.of(SHEET, new LinkedBlockingQueue<>(), OTHER, new LinkedBlockingQueue<>());
  private final Map<Path, Boolean> readOnFx = new ConcurrentHashMap<>();

  /** Lines, which nobody types here. */
  private final class Typing implements Editor.SheetTyping {
    private final int lines;

    Typing(int lines) {
      this.lines = lines;
    }

    @Override
    public int lines() {
      return lines;
    }

    @Override
    public int length(int line) {
      return TextShape.GROUP + TextShape.LINE_CHECK;
    }

    @Override
    public Editor.Judgement judge(int line, char[] typed) {
      return new Editor.Judgement.Good();
    }

    @Override
    public Secret join(List<char[]> lines) {
      throw new AssertionError("nothing was typed");
    }

    @Override
    public Secret scan(Path file) throws ProblemException {
      readOnFx.put(file, Platform.isFxApplicationThread());
      try {
        return scans
            .get(file)
            .take()
            .orElseThrow(() -> new PaperProblem.NoCodeFound(file.toString()).asException());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Rehearsed asked() {
    return asked(1);
  }

  private Rehearsed asked(int lines) {
    Ask sheet =
        Ask.of(
            new StepId("dkekQuorum.typeBack", 1),
            Seat.OPERATOR,
            List.of(1),
            new Field(SmallCeremony.SHARE, new Editor.Sheet(new Typing(lines))));
    return new Rehearsed(
        Theme.LIGHT,
        Map.of(),
        task -> Thread.ofPlatform().daemon().start(task),
        Section.of("dkekQuorum.set", sheet));
  }

  private static void choose(Rehearsed run, Path file) {
    run.chosen = Optional.of(file);
    run.press("Use a scan instead");
    assertTrue(run.says(READING));
  }

  /** Lets a scan come out; what it carries is for the test to look at. */
  private Secret comesOut(Path file) {
    Secret content = Secret.taking(new byte[] {7, 7, 7});
    scans.get(file).add(Optional.of(content));
    return content;
  }

  @Test
  void theWindowStaysAliveWhileAScanIsRead() {
    try (Rehearsed run = asked()) {
      choose(run, SHEET);
      assertTrue(run.act(READING).orElseThrow().isWaiting());
      run.fx.picture("scan-being-read");
      Secret content = comesOut(SHEET);
      FxScene.until(() -> run.says("Read from sheet.png. Go on."));
      assertEquals(Map.of(SHEET, false), readOnFx);
      assertFalse(content.isWiped());
      run.press("Next");
      FxScene.until(() -> run.runner.state().phase() == CeremonyState.Phase.FINISHED);
    }
  }

  @Test
  void aScanThatComesOutAfterPeopleLeftIsWiped() {
    try (Rehearsed run = asked()) {
      choose(run, SHEET);
      run.others();
      FxScene.run(() -> {
        run.act("Stop here, continue later").orElseThrow().fire();
        Frame frame = (Frame) run.fx.scene().getRoot();
        frame.show(Optional.empty(), new Label("Home"), Optional.empty());
      });
      Secret content = comesOut(SHEET);
      FxScene.until(content::isWiped);
      assertTrue(run.says("Home"));
    }
  }

  @Test
  void aScanThatWasReadIsWipedWhenPeopleLeave() {
    try (Rehearsed run = asked()) {
      choose(run, SHEET);
      Secret content = comesOut(SHEET);
      FxScene.until(() -> run.says("Read from sheet.png. Go on."));
      FxScene.run(() -> {
        Frame frame = (Frame) run.fx.scene().getRoot();
        frame.show(Optional.empty(), new Label("Home"), Optional.empty());
      });
      assertTrue(content.isWiped());
    }
  }

  @Test
  void onlyTheScanChosenLastCounts() {
    try (Rehearsed run = asked()) {
      choose(run, SHEET);
      choose(run, OTHER);
      Secret first = comesOut(SHEET);
      FxScene.until(first::isWiped);
      assertTrue(run.says(READING));
      Secret last = comesOut(OTHER);
      FxScene.until(() -> run.says("Read from other.png. Go on."));
      assertFalse(last.isWiped());
    }
  }

  @Test
  void aPictureWithoutACodeIsRefusedInWords() {
    try (Rehearsed run = asked()) {
      choose(run, SHEET);
      scans.get(SHEET).add(Optional.empty());
      FxScene.until(() -> !run.says(READING));
      assertTrue(run.act("1 line to go").orElseThrow().isWaiting());
    }
  }

  @Test
  void aSheetWithoutLinesIsOnlyScanned() {
    try (Rehearsed run = asked(0)) {
      assertTrue(run.act("The scan is still missing").orElseThrow().isWaiting());
      assertTrue(run.says("Choose the file with the scan, or drop it here."));
      run.fx.picture("scan-only");
      run.chosen = Optional.of(OTHER);
      run.press("Choose the scan");
      scans.get(OTHER).add(Optional.empty());
      FxScene.until(() -> run.says("There is no code to be seen in other.png."));
      assertTrue(run.act("The scan is still missing").orElseThrow().isWaiting());
      run.chosen = Optional.of(SHEET);
      run.press("Choose the scan");
      assertTrue(run.act(READING).orElseThrow().isWaiting());
      Secret content = comesOut(SHEET);
      FxScene.until(() -> run.says("Read from sheet.png. Go on."));
      run.fx.picture("scan-only-read");
      assertFalse(content.isWiped());
      run.press("Next");
      FxScene.until(() -> run.runner.state().phase() == CeremonyState.Phase.FINISHED);
    }
  }

  @Test
  void aScanAloneIsWipedWhenPeopleLeave() {
    try (Rehearsed run = asked(0)) {
      run.chosen = Optional.of(SHEET);
      run.press("Choose the scan");
      Secret content = comesOut(SHEET);
      FxScene.until(() -> run.says("Read from sheet.png. Go on."));
      FxScene.run(() -> {
        Frame frame = (Frame) run.fx.scene().getRoot();
        frame.show(Optional.empty(), new Label("Home"), Optional.empty());
      });
      assertTrue(content.isWiped());
    }
  }
}
