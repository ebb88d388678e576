// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.keyrite.wizards.view.FxScene;
import org.keyrite.wizards.view.look.Theme;

class HandScannerTest {
  private static final String CODE = "KEYRITE:1:AB12";

  private final List<String> read = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private TextField field;

  private FxScene scene() {
    FxScene fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              field = new TextField();
              VBox box = new VBox(field);
              HandScanner.listen(
                  box,
                  () -> {
                    begun.incrementAndGet();
                    field.clear();
                  },
                  code -> read.add(new String(code)));
              return box;
            });
    FxScene.run(field::requestFocus);
    return fx;
  }

  @Test
  void takesACodeOutOfWhatIsTypedAndKeepsItsEnter() {
    try (FxScene fx = scene()) {
      AtomicInteger entered = new AtomicInteger();
      FxScene.run(() -> field.setOnAction(e -> entered.incrementAndGet()));
      fx.type(CODE).press(KeyCode.ENTER);
      assertEquals(List.of(CODE), read);
      assertEquals(1, begun.get());
      assertEquals(0, entered.get());
      assertEquals("", FxScene.call(field::getText));
      fx.type(CODE).press(KeyCode.TAB);
      assertEquals(List.of(CODE, CODE), read);
    }
  }

  @Test
  void endsWithAPauseWhereAScannerSendsNoEnter() {
    try (FxScene fx = scene()) {
      fx.type(CODE);
      FxScene.until(() -> !read.isEmpty());
      assertEquals(List.of(CODE), read);
    }
  }

  @Test
  void leavesWhatPeopleTypeAlone() {
    try (FxScene fx = scene()) {
      fx.type("7F3K KEYRITE").press(KeyCode.ENTER);
      assertEquals(List.of(), read);
      assertEquals("7F3K KEYRITE", FxScene.call(field::getText));
    }
  }
}
