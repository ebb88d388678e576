// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.view.SmallCeremony.PEOPLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.view.look.Theme;

/** Work on a thread of its own, which takes until a test has enough of it. */
class LongWorkTest {
  private final AtomicBoolean enough = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  private Rehearsed working() {
    Perform slow =
        new Perform(
            StepId.of("dkekQuorum.prove"),
            Seat.OPERATOR,
            List.of(3, 2),
            Set.of(),
            Set.of(),
            desk -> {
              while (!enough.get()) {
                desk.progress().report(30, 100);
                desk.progress().checkpoint();
                Thread.onSpinWait();
              }
            },
            Perform.Trait.CANCELLABLE);
    Section only = Section.of("dkekQuorum.set", slow);
    return new Rehearsed(Theme.LIGHT, PEOPLE, this::elsewhere, only);
  }

  private void elsewhere(Runnable task) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          task.run();
          ended.countDown();
        });
  }

  @Test
  void tellsHowFarItIsAndIsStopped() {
    try (Rehearsed run = working()) {
      FxScene.until(() -> run.says("30\u00a0%"));
      run.fx.press(KeyCode.ESCAPE);
      FxScene.until(() -> run.act("Print it now").isPresent());
      assertTrue(run.runner.entries().stream().anyMatch(Entry.Cancelled.class::isInstance));
    }
  }

  @Test
  void tellsWhichOfSeveralKeysItIsAndHowLongTheRestTakes() {
    Section keys =
        Section.of(
            "dkekQuorum.set",
            ofKey(1, desk -> {}),
            ofKey(2, this::untilEnough),
            ofKey(3, desk -> {}));
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, this::elsewhere, keys)) {
      FxScene.until(() -> run.says("Key 2 of 3 · less than 1 second left"));
      assertTrue(run.says("33\u00a0%"));
      enough.set(true);
      FxScene.until(() -> run.says("The ceremony is complete"));
    }
  }

  private static Perform ofKey(int number, Perform.Action action) {
    return new Perform(
        new StepId("xkekMigrate.wrap", number),
        Seat.OPERATOR,
        List.of(number, "Ledger"),
        Set.of(),
        Set.of(),
        action,
        Perform.Trait.KEY_BY_KEY);
  }

  private void untilEnough(Desk desk) {
    while (!enough.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void disturbsNoOtherScreenWhenItEndsAfterPeopleLeft() throws Exception {
    try (Rehearsed run = working()) {
      FxScene.until(() -> run.says("30\u00a0%"));
      run.others();
      FxScene.run(() -> {
        run.act("Stop here, continue later").orElseThrow().fire();
        Frame frame = (Frame) run.fx.scene().getRoot();
        frame.show(Optional.empty(), new Label("Home"), Optional.empty());
      });
      FxScene.until(() -> !run.left.isEmpty());
      enough.set(true);
      ended.await();
      FxScene.run(() -> {});
      assertTrue(run.says("Home"));
    }
  }
}
