// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a file that is dropped anywhere on the window while a node is on screen. */
final class FileDrop {
  private final EventHandler<DragEvent> over = this::over;
  private final EventHandler<DragEvent> dropped = this::dropped;
  private final Consumer<Path> taker;

  private FileDrop(Consumer<Path> taker) {
    this.taker = taker;
  }

  /** Gives a single dropped file to {@code taker}. */
  static void onto(Node node, Consumer<Path> taker) {
    FileDrop drop = new FileDrop(taker);
    node.sceneProperty()
        .addListener((o, was, is) -> {
          if (was != null) {
            was.removeEventHandler(DragEvent.DRAG_OVER, drop.over);
            was.removeEventHandler(DragEvent.DRAG_DROPPED, drop.dropped);
          }
          if (is != null) {
            is.addEventHandler(DragEvent.DRAG_OVER, drop.over);
            is.addEventHandler(DragEvent.DRAG_DROPPED, drop.dropped);
          }
        });
  }

  private static boolean isOneFile(DragEvent event) {
    return event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1;
  }

  private void over(DragEvent event) {
    if (isOneFile(event)) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (isOneFile(event)) {
      taker.accept(event.getDragboard().getFiles().getFirst().toPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
