// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;

/** A group is founded and a device joins it, rehearsed in the window. */
class GroupWithMouseTest {
  @TempDir Path folder;

  private static void begin(Window window, String ceremony) {
    window.click(window.text("kind." + ceremony + ".name"));
    window.click(window.text("window.plan.rehearse"));
    window.untilSays(window.text("window.rehearsal.word"));
  }

  private static void open(Window window) {
    window.click(window.text("window.plan.begin"));
    window.untilSays(window.text("opening.rollCall.title"));
    window.click(window.text("window.act.next"));
    window.untilSays(window.text("opening.clock.title"));
    window.click(window.text("window.act.next"));
    window.confirm("opening.looked");
  }

  private static void take(Window window, String step, String act, Object... words) {
    window.untilSays(window.text(step + ".title", words));
    window.click(window.text(act));
  }

  private static void confirm(Window window, String step, String picture, Object... words) {
    window.untilSays(window.text(step + ".title", words));
    if (!picture.isEmpty()) {
      window.picture(picture);
    }
    window.click(window.text("window.attest.yes"));
  }

  private static void typePin(Window window, int device) {
    window.untilSays(window.text("rehearsal.pin.user", device, "made-up0" + device));
    window.type("made-up0" + device);
    window.click(window.text("window.act.next"));
  }

  private static void ends(Window window) {
    window.confirm("closing.searched");
    window.untilSays(window.text("closing.conducted.title", window.text("seat.officer")));
  }

  @Test
  void aGroupSignerIsMadeAndItsUidIsCompared() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      begin(window, "group-signer");
      open(window);
      take(window, "groupSigner.await", "window.await.this");
      confirm(window, "groupSigner.named", "");
      confirm(window, "groupSigner.tries", "");
      typePin(window, 1);
      confirm(window, "groupSigner.uid", "group-uid");
      ends(window);
    }
  }

  @Test
  void aDeviceJoinsInOneRoomWithOneReader() throws Exception {
    try (Window window = new Window(Language.GERMAN, folder, DerivationCost.forTests(1))) {
      begin(window, "device-enrol");
      open(window);
      take(window, "deviceEnrol.await", "window.await.this", 1, 1);
      confirm(window, "deviceEnrol.named", "");
      take(window, "deviceEnrol.awaitSigner", "window.await.putIn");
      window.click(window.text("window.await.this"));
      confirm(window, "deviceEnrol.namedSigner", "");
      confirm(window, "deviceEnrol.uid", "group-compare");
      confirm(window, "deviceEnrol.serial", "group-admission", 1, 1);
      confirm(window, "deviceEnrol.triesSigner", "");
      typePin(window, 2);
      take(window, "deviceEnrol.swap", "window.await.putIn", 1, 1);
      confirm(window, "deviceEnrol.tries", "");
      typePin(window, 1);
      confirm(window, "deviceEnrol.joined", "group-joined");
      ends(window);
    }
  }

  @Test
  void aDeviceJoinsWithAMembershipFromAStick() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      begin(window, "device-enrol");
      window.click(window.text("window.plan.more"));
      window.scrollDown(window.text("slot.organisation"));
      window.click(window.text("choice.visit.join"));
      open(window);
      window.untilSays(window.text("deviceEnrol.kdmFile.title"));
      window.picture("group-membership");
      window.click(window.text("window.act.next"));
      take(window, "deviceEnrol.await", "window.await.this", 1, 1);
      confirm(window, "deviceEnrol.named", "");
      confirm(window, "deviceEnrol.issuer", "");
      confirm(window, "deviceEnrol.uid", "");
      confirm(window, "deviceEnrol.tries", "");
      typePin(window, 1);
      confirm(window, "deviceEnrol.joined", "");
      ends(window);
    }
  }
}
