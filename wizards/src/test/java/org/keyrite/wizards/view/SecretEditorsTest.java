// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.KeyboardLine;

/** A password made on one keyboard is needed on another one day: every secret field says which. */
class SecretEditorsTest {
  private static final SecretSlot SLOT = new SecretSlot("password[1]");

  private DeviceWatch watch;

  @BeforeEach
  void open() {
    FxScene.start();
    watch =
        new DeviceWatch(
            new Devices(new PracticeReaders(List.of())),
            Drawer.EMPTY,
            Runnable::run,
            Platform::runLater);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  static List<Editor> editorsOfSecrets() {
    return List.of(
        new Editor.NewPassphrase(10),
        new Editor.KnownPassphrase(),
        new Editor.NewPin(Pin.USER, 6),
        new Editor.NewPin(Pin.SO, 16),
        new Editor.KnownPin(Pin.USER));
  }

  @ParameterizedTest
  @MethodSource("editorsOfSecrets")
  void tellKeyboardLayoutAndCapsLock(Editor editor) {
    boolean told =
        FxScene.call(() -> {
          FieldEditor made =
              new FieldEditors(new Wording(Language.ENGLISH), desk())
                  .of(new Field(SLOT, editor), "", Optional.empty());
          return tells(made.node()) || made.asides().stream().anyMatch(SecretEditorsTest::tells);
        });
    assertTrue(told, editor.toString());
  }

  private static boolean tells(Node node) {
    return node instanceof KeyboardLine
        || node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream().anyMatch(SecretEditorsTest::tells);
  }

  private WizardShell.Desk desk() {
    return new WizardShell.Desk(
        Stand.keyboard(true, "de"),
        GlyphSet.mono(34),
        (window, title) -> Optional.empty(),
        Runnable::run,
        WizardShell.Kept.NOTHING,
        field -> "",
        field -> Optional.empty(),
        watch);
  }
}
