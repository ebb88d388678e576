// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.FxScene;
import org.keyrite.wizards.view.Stand;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

class CheckedLinesTest {
  private static final List<String> SHEET =
      List.of("7K3M9QX0V8B5S2ZDM4", "R4HT6G1NYC0EP7WJ0Q", "K7X2T6AW99");

  private final Wording wording = new Wording(Language.ENGLISH);
  private final AtomicInteger insisted = new AtomicInteger();
  private final List<char[]> lent = new ArrayList<>();
  private CheckedLines lines;
  private FxScene fx;

  @BeforeEach
  void open() {
    fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              lines =
                  new CheckedLines(
                      wording,
                      GlyphSet.mono(34),
                      List.of(
                          new LineShape(4, 4, 2), new LineShape(4, 4, 2), new LineShape(2, 4, 2)),
                      this::judge,
                      Optional.of(insisted::incrementAndGet));
              return Stand.around(
                  wording,
                  "Type the lines from your sheet",
                  lines,
                  new ActRow()
                      .left(new KeyboardLine(wording, Stand.keyboard(false, "de")))
                      .right(Act.filled(wording, Stand.plain("Next"), () -> {})));
            });
    FxScene.run(lines::focusFirst);
  }

  @AfterEach
  void close() {
    fx.close();
  }

  private LineJudge.Judgement judge(int line, char[] typed) {
    lent.add(typed);
    String right = SHEET.get(line - 1);
    for (int i = 0; i < typed.length; i++) {
      if (typed[i] != right.charAt(i)) {
        return new LineJudge.Judgement(
            false, OptionalInt.of(i / 4 + 1), Stand.plain("Line " + line + " differs."));
      }
    }
    return new LineJudge.Judgement(true, OptionalInt.empty(), Stand.plain("Good."));
  }

  private int toGo() {
    return FxScene.call(() -> lines.toGoProperty().get());
  }

  private List<String> taken() {
    return FxScene.call(lines::copy).stream().map(String::new).toList();
  }

  private boolean says(String text) {
    return FxScene.call(() ->
        lines.lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && label.getText().equals(text)));
  }

  @Test
  void takesAWholeSheetWithoutAnyOtherKeyThanItsCharacters() {
    fx.type(String.join("", SHEET));
    assertEquals(0, toGo());
    fx.picture("typed-good");
    assertEquals(SHEET, taken());
  }

  @Test
  void gapsAndLowerCaseDoNotMatter() {
    fx.type("7k3m 9qx0-v8b5 s2zd m4");
    assertEquals(2, toGo());
    assertTrue(says("Correct"));
  }

  @Test
  void foldsLookAlikesAndSaysSo() {
    fx.type("7k3m 9qxo");
    assertTrue(says("O is read as 0, I and L as 1."));
    assertEquals(1, FxScene.call(() -> lines.lookupAll(".kr-folded").size()));
    fx.type("v8b5s2zdm4").type("r4ht6gIn");
    assertEquals(2, FxScene.call(() -> lines.lookupAll(".kr-folded").size()));
    assertEquals("7K3M9QX0V8B5S2ZDM4", taken().getFirst());
  }

  @Test
  void boxesTheWrongGroupAndChangesNothing() {
    fx.type(SHEET.get(0)).type("R4HT6G1NYC0EP7MJ0Q");
    assertEquals(2, toGo());
    assertTrue(says("Look again"));
    assertTrue(says("Line 2 differs."));
    assertEquals(1, FxScene.call(() -> lines.lookupAll(".kr-boxed").size()));
    fx.picture("typed-wrong");
    assertEquals("R4HT6G1NYC0EP7MJ0Q", taken().get(1));
  }

  @Test
  void aWrongCharacterIsPutRightInItsPlace() {
    fx.type(SHEET.get(0)).type("R4HT6G1NYC0EP7MJ0Q");
    fx.press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT).type("w");
    assertEquals(1, toGo());
    assertFalse(says("Look again"));
    fx.type(SHEET.get(2));
    assertEquals(SHEET, taken());
  }

  @Test
  void refusesACharacterThatNoSheetHas() {
    fx.type("7u");
    assertTrue(says("No sheet has this character"));
    fx.type("k");
    assertEquals("7K", taken().getFirst());
  }

  @Test
  void backspaceGoesOnInTheLineBefore() {
    fx.type(SHEET.get(0)).press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
    assertEquals("7K3M9QX0V8B5S2ZDM", taken().getFirst());
  }

  @Test
  void arrowsMoveBetweenLines() {
    fx.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN).type("k").press(KeyCode.UP).type("r");
    fx.press(KeyCode.LEFT, KeyCode.LEFT).type("7").press(KeyCode.HOME, KeyCode.DELETE).type("5");
    assertEquals(List.of("5", "R", "K"), taken());
  }

  @Test
  void enterGoesToTheFirstLineThatIsNotRightYet() {
    fx.press(KeyCode.DOWN).type(SHEET.get(1)).press(KeyCode.ENTER).type("7");
    assertEquals("7", taken().getFirst());
  }

  @Test
  void mySheetSaysThatIsOffered() {
    fx.type("7K3M9QX0V8B5S2ZDM5");
    Hyperlink link = fx.find(".kr-link");
    FxScene.run(link::fire);
    assertEquals(1, insisted.get());
  }

  @Test
  void everythingIsWipedWhenItLeavesTheScreen() {
    fx.type(SHEET.get(0));
    FxScene.run(() -> fx.scene().setRoot(new Label("next screen")));
    assertEquals(List.of("", "", ""), taken());
    lent.forEach(line -> assertArrayEquals(new char[line.length], line));
  }

  @Test
  void leavesNoTextOfTheSheetBehind() {
    fx.type(SHEET.get(0)).type("R4HT6G1NYC0EP7MJ0Q");
    fx.picture("typed-wrong");
    for (String line : SHEET) {
      assertFalse(FxScene.call(() -> Traces.inNodes(lines, line)));
      assertFalse(FxScene.call(() -> Traces.inLayoutCache(line)));
    }
  }

  @Test
  void nothingOfItGoesToTheClipboardOrComesFromThere() {
    FxScene.run(() -> Clipboard.getSystemClipboard().clear());
    fx.type("7K3M").control(KeyCode.A).control(KeyCode.C).control(KeyCode.X);
    assertFalse(FxScene.call(() -> Clipboard.getSystemClipboard().hasString()));
    FxScene.run(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("9QX0");
      Clipboard.getSystemClipboard().setContent(content);
    });
    fx.control(KeyCode.V);
    List<char[]> copy = FxScene.call(lines::copy);
    assertEquals("7K3M", new String(copy.getFirst()));
  }
}
