// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.DeviceProblem.DeviceForged;
import org.keyrite.core.problem.DeviceProblem.MakerUnknown;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.view.look.Theme;

/** What speaks against a sentence stands above it; where it may be confirmed, people say why. */
class ReasonTest {
  private static final String SERIAL = "DENK0404144";

  private static Attest sentence() {
    return Attest.of(new StepId("dkekQuorum.sealed", 1), Seat.WITNESS, List.of(1, 3, 2));
  }

  private static Rehearsed run(Attest attest) {
    return new Rehearsed(Theme.LIGHT, Map.of(), Section.of("dkekQuorum.set", attest));
  }

  @Test
  void whatSpeaksAgainstItIsConfirmedWithAReasonOnly() {
    Attest doubted =
        sentence().withReasonFor((known, practice) -> Optional.of(new MakerUnknown(SERIAL)));
    try (Rehearsed run = run(doubted)) {
      run.until("dkekQuorum.sealed[1]");
      FxScene.until(() ->
          run.says(
              "Nobody here knows who made the device DENK0404144: its certificates come from a"
                  + " maker that is not known to Keyrite."));
      run.fx.picture("attest-doubted");
      run.press("Yes, that is so");
      FxScene.until(() -> run.says("Why do you trust it all the same?"));
      run.fx.picture("attest-doubted-why");
      run.fx.type("seals whole");
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.runner.state().ended());
      List<String> remarks =
          run.runner.entries().stream()
              .filter(Entry.Attested.class::isInstance)
              .map(entry -> ((Entry.Attested) entry).remark())
              .toList();
      assertEquals(List.of("seals whole"), remarks);
    }
  }

  @Test
  void whatCannotBeConfirmedSaysWhy() {
    Attest barred = sentence().unless((known, practice) -> Optional.of(new DeviceForged(SERIAL)));
    try (Rehearsed run = run(barred)) {
      run.until("dkekQuorum.sealed[1]");
      FxScene.until(() ->
          run.says(
              "The certificates of the device DENK0404144 name a known maker, but were not signed"
                  + " by him."));
      run.fx.picture("attest-forged");
      assertTrue(FxScene.call(() -> run.act("Yes, that is so")).isEmpty());
    }
  }
}
