// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.paper.TextShape;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.CheckedLines;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.HandScanner;
import org.keyrite.wizards.view.secret.KeyboardLine;
import org.keyrite.wizards.view.secret.LineJudge;
import org.keyrite.wizards.view.secret.LineShape;

/**
 * The lines of a sheet, typed, or the sheet as a scan. A scan that was read counts until it is
 * given away; it is dropped when the screen goes.
 */
final class SheetEditor implements FieldEditor {
  private final SecretSlot slot;
  private final Editor.SheetTyping typing;
  private final CheckedLines lines;
  private final SheetScan scan;
  private final List<Node> asides;
  private final VBox node;
  private final ReadOnlyObjectWrapper<Optional<Message>> missing = new ReadOnlyObjectWrapper<>();

  SheetEditor(
      Wording wording,
      SecretSlot slot,
      Editor.SheetTyping typing,
      GlyphSet glyphs,
      KeyboardSetup keyboard,
      FileChoice files,
      Executor work,
      Optional<Runnable> insist) {
    this.slot = slot;
    this.typing = typing;
    lines =
        new CheckedLines(
            wording,
            glyphs,
            IntStream.rangeClosed(1, typing.lines()).mapToObj(this::shape).toList(),
            this::judge,
            insist);
    scan = new SheetScan(typing, work);
    Act choose =
        Act.plain(
                wording,
                Message.of("window.sheet.scan"),
                () ->
                    files
                        .choose(
                            lines.getScene().getWindow(),
                            wording.messages().text("window.sheet.scanTitle"))
                        .ifPresent(scan::read))
            .icon("mdi2c-camera-outline");
    asides = List.of(choose, new KeyboardLine(wording, keyboard));
    // Above the lines, which a scan leaves empty: below them it may be out of sight.
    node = new VBox(6, new ScanRemark(wording, scan), lines);
    lines.toGoProperty().addListener((o, was, is) -> judgeAll());
    scan.stateProperty().addListener((o, was, is) -> judgeAll());
    scan.keepWhileShown(node);
    HandScanner.listen(node, lines::clear, scan::typed);
    FileDrop.onto(node, scan::read);
    judgeAll();
  }

  private LineShape shape(int line) {
    int groups = (typing.length(line) - TextShape.LINE_CHECK) / TextShape.GROUP;
    return new LineShape(groups, TextShape.GROUP, TextShape.LINE_CHECK);
  }

  private LineJudge.Judgement judge(int line, char[] typed) {
    return switch (typing.judge(line, typed)) {
      case Editor.Judgement.Good _ ->
          new LineJudge.Judgement(true, OptionalInt.empty(), Message.of("window.typed.good"));
      case Editor.Judgement.Wrong(int group, Message what) ->
          new LineJudge.Judgement(
              false, group > 0 ? OptionalInt.of(group) : OptionalInt.empty(), what);
      case Editor.Judgement.Incomplete _, Editor.Judgement.Foreign _ ->
          new LineJudge.Judgement(
              false, OptionalInt.empty(), Message.of("window.typed.lineDiffers", line));
    };
  }

  private void judgeAll() {
    int toGo = lines.toGoProperty().get();
    missing.set(
        switch (scan.stateProperty().get()) {
          case SheetScan.State.Read _, SheetScan.State.Typed _ -> Optional.empty();
          case SheetScan.State _ when toGo == 0 -> Optional.empty();
          case SheetScan.State.Reading _ -> Optional.of(ScanRemark.READING);
          case SheetScan.State.None _, SheetScan.State.Refused _ ->
              Optional.of(Message.of("window.typed.toGo", toGo));
        });
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public List<Node> asides() {
    return asides;
  }

  @Override
  public void focus() {
    lines.focusFirst();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets)
      throws ProblemException {
    Optional<Secret> scanned = scan.take();
    if (scanned.isPresent()) {
      secrets.put(slot, scanned.get());
      return;
    }
    List<char[]> typed = lines.copy();
    try {
      secrets.put(slot, typing.join(typed));
    } finally {
      typed.forEach(line -> Arrays.fill(line, '\0'));
    }
  }
}
