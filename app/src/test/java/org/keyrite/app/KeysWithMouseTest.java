// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;

/** Ceremonies with keys, rehearsed in the window. */
class KeysWithMouseTest {
  @TempDir Path folder;

  /** Opens the window and rehearses a ceremony as far as the laptop. */
  private Window rehearsing(String ceremony) throws Exception {
    Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1));
    window.click(ceremony);
    window.click("Rehearse it first");
    window.untilSays("REHEARSAL");
    return window;
  }

  private static void begin(Window window) {
    window.click("Begin");
    window.untilSays("Who is here?");
    window.click("Next");
    window.untilSays("Compare the clocks");
    window.click("Next");
    window.confirm("opening.looked");
  }

  private static void typePin(Window window) {
    window.untilSays(window.text("rehearsal.pin.user", 1, "made-up01"));
    window.type("made-up01");
    window.click("Next");
  }

  private static void confirm(Window window, String title, String picture) {
    window.untilSays(title);
    if (!picture.isEmpty()) {
      window.picture(picture);
    }
    window.click("Yes, that is so");
  }

  @Test
  void aKeyIsMadeAndShown() throws Exception {
    try (Window window = rehearsing("Make a key")) {
      // Two devices, and a reader for each.
      window.press(KeyCode.TAB, KeyCode.TAB, KeyCode.UP);
      begin(window);
      window.untilSays("Put device 1 of 2 into a reader");
      window.click("This one");
      confirm(window, "Compare device 1 with what stands here", "");
      window.untilSays("Put device 2 of 2 into a reader");
      window.press(KeyCode.ENTER);
      confirm(window, "Compare device 2 with what stands here", "");
      confirm(window, "Compare the key check value aloud", "");
      confirm(window, "Look at the tries of the user PIN of device 1", "");
      typePin(window);
      confirm(window, "Look at the key", "key-created");
      window.confirm("closing.searched");
      window.untilSays("Security officer: was it done as recorded?");
    }
  }

  @Test
  void keysAreListedChosenAndBackedUp() throws Exception {
    try (Window window = rehearsing("Back up keys")) {
      begin(window);
      window.untilSays("Insert the device whose keys are to be backed up");
      window.click("This one");
      confirm(window, "Compare the device with what stands here", "");
      window.untilSays("Look at the key check value and at the keys");
      window.untilSays("Step 9 of at least 9");
      // The check value comes first; the keys are below.
      window.press(KeyCode.PAGE_DOWN);
      confirm(window, "Look at the key check value and at the keys", "keys-listed");
      window.untilSays("Choose the keys that are backed up");
      window.untilSays("1 Web\u00a0server (RSA-2048, ID 01): can be backed up");
      window.picture("keys-choose");
      window.click("Next");
      confirm(window, "Look at the tries of the user PIN", "");
      typePin(window);
      confirm(window, "Look at what was backed up", "keys-backed-up");
      window.confirm("closing.searched");
      window.untilSays("Security officer: was it done as recorded?");
    }
  }

  @Test
  void keysComeBackFromTheirFiles() throws Exception {
    try (Window window = rehearsing("Restore keys")) {
      begin(window);
      window.untilSays("Choose file 1 of 1");
      window.picture("keys-file");
      window.click("Next");
      window.untilSays("Insert the device that is to get the keys");
      window.click("This one");
      confirm(window, "Compare the device with what stands here", "");
      window.untilSays("Look at the key check value and at the keys");
      // The check value comes first; the keys are below.
      window.press(KeyCode.PAGE_DOWN);
      confirm(window, "Look at the key check value and at the keys", "keys-fitting");
      window.untilSays("Choose the keys that are restored");
      window.untilSays("1 Web\u00a0server (RSA-2048, ID 01): can go into this device");
      window.click("Next");
      confirm(window, "Look at the tries of the user PIN", "");
      typePin(window);
      confirm(window, "Look at what was restored", "keys-restored");
      window.confirm("closing.searched");
      window.untilSays("Security officer: was it done as recorded?");
    }
  }
}
