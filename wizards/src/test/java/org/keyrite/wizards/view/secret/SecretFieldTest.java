// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.wizards.view.FxScene;
import org.keyrite.wizards.view.look.Theme;

class SecretFieldTest {
  private static final String TYPED = "correct horse 7";

  private SecretField field;
  private VBox box;
  private FxScene fx;

  @BeforeEach
  void open() {
    fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              field = new SecretField();
              box = new VBox(field);
              return box;
            });
    FxScene.run(field::requestFocus);
  }

  @AfterEach
  void close() {
    fx.close();
  }

  private String taken() {
    try (Passphrase passphrase = FxScene.call(field::take);
        Secret bytes = passphrase.encode(StandardCharsets.UTF_8)) {
      return bytes.use(b -> new String(b, StandardCharsets.UTF_8));
    }
  }

  @Test
  void takesWhatIsTypedAndIsEmptyAfterwards() {
    fx.type(TYPED);
    assertEquals(TYPED.length(), field.length());
    assertEquals(TYPED, taken());
    assertEquals(0, field.length());
    assertEquals("", taken());
  }

  @Test
  void takesCharactersOfAnInputMethod() {
    FxScene.run(() ->
        field.fireEvent(
            new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "ñ", 0)));
    assertEquals("ñ", taken());
  }

  @Test
  void isEditedWithTheKeyboard() {
    fx.type("abXd").press(KeyCode.LEFT, KeyCode.BACK_SPACE).type("c").press(KeyCode.END).type("e");
    fx.press(KeyCode.HOME, KeyCode.DELETE).type("A");
    assertEquals("Abcde", taken());
    fx.type("abc").control(KeyCode.BACK_SPACE);
    assertEquals(0, field.length());
  }

  @Test
  void nothingOfItGoesToTheClipboard() {
    FxScene.run(() -> Clipboard.getSystemClipboard().clear());
    fx.type(TYPED).control(KeyCode.A).control(KeyCode.C).control(KeyCode.X);
    assertFalse(FxScene.call(() -> Clipboard.getSystemClipboard().hasString()));
    assertEquals(TYPED.length(), field.length());
  }

  @Test
  void nothingComesFromTheClipboard() {
    FxScene.run(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("pasted");
      Clipboard.getSystemClipboard().setContent(content);
    });
    fx.control(KeyCode.V);
    assertEquals(0, field.length());
  }

  @Test
  void noPropertyAndNoAccessibleTextTellsTheContent() {
    fx.type(TYPED);
    assertFalse(FxScene.call(() -> Traces.inNodes(box, TYPED)));
    FxScene.run(() -> box.getChildren().add(new TextField(TYPED)));
    fx.picture("secret-field");
    assertTrue(FxScene.call(() -> Traces.inNodes(box, TYPED)), "an ordinary field would be found");
  }

  @Test
  void leavesNothingInTheLayoutCache() {
    String typed = "quiz%9Jaxe";
    fx.type(typed);
    fx.picture("secret-field");
    assertFalse(FxScene.call(() -> Traces.inLayoutCache(typed)));
  }

  @Test
  void isWipedWhenItLeavesTheScreen() {
    fx.type(TYPED);
    FxScene.run(() -> box.getChildren().clear());
    assertEquals(0, field.length());
  }

  @Test
  void keepsLongSecretsInsideItsBorder() {
    FxScene.run(() -> field.setMaxWidth(300));
    fx.type("x".repeat(SecretText.MOST + 5));
    assertEquals(SecretText.MOST, field.length());
    FxScene.run(() -> {
      fx.scene().getRoot().applyCss();
      fx.scene().getRoot().layout();
      double right = field.localToScene(field.getLayoutBounds()).getMaxX();
      assertTrue(
          field.lookupAll(".kr-dot").stream()
              .filter(dot -> dot.isVisible())
              .allMatch(dot -> dot.localToScene(dot.getLayoutBounds()).getMaxX() < right));
    });
  }
}
