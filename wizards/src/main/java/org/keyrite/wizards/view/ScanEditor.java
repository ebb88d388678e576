// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/**
 * A sheet without lines to type, as a scan. What was read counts until it is given away; it is
 * dropped when the screen goes.
 */
final class ScanEditor implements FieldEditor {
  private final SecretSlot slot;
  private final SheetScan scan;
  private final Act choose;
  private final VBox node;
  private final ReadOnlyObjectWrapper<Optional<Message>> missing = new ReadOnlyObjectWrapper<>();

  ScanEditor(
      Wording wording,
      SecretSlot slot,
      Editor.SheetTyping typing,
      FileChoice files,
      Executor work) {
    this.slot = slot;
    scan = new SheetScan(typing, work);
    choose =
        Act.bordered(
                wording,
                Message.of("window.sheet.onlyScan"),
                () ->
                    files
                        .choose(
                            scene().getWindow(), wording.messages().text("window.sheet.scanTitle"))
                        .ifPresent(scan::read))
            .icon("mdi2c-camera-outline");
    Label hint = wording.label(Message.of("window.sheet.drop"), "kr-hint");
    hint.setWrapText(true);
    node = new VBox(16, hint, choose, new ScanRemark(wording, scan));
    scan.stateProperty().addListener((o, was, is) -> judge(is));
    scan.keepWhileShown(node);
    FileDrop.onto(node, scan::read);
    judge(scan.stateProperty().get());
  }

  private Scene scene() {
    return node.getScene();
  }

  private void judge(SheetScan.State state) {
    missing.set(
        switch (state) {
          case SheetScan.State.Read _, SheetScan.State.Typed _ -> Optional.empty();
          case SheetScan.State.Reading _ -> Optional.of(ScanRemark.READING);
          case SheetScan.State.None _, SheetScan.State.Refused _ ->
              Optional.of(Message.of("window.sheet.toScan"));
        });
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    choose.requestFocus();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) {
    scan.take().ifPresent(read -> secrets.put(slot, read));
  }
}
