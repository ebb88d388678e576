// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.rehearsal.People;

/** Ceremonies with devices in the window, with the mouse wherever it can be used. */
class DevicesWithMouseTest {
  private static final String READER = "ACR 38 Reader";

  @TempDir Path folder;
  private final PracticeReaders readers = new PracticeReaders(List.of(READER, "SCR 3310 Reader"));
  private final SimulatedState state =
      SimulatedState.create(new Random(1), LocalDate.of(2026, 11, 21));
  private final SimulatedHsm device = new SimulatedHsm(state, StateStore.MEMORY, new Random(1));

  private Window window() throws Exception {
    return new Window(Language.ENGLISH, folder, DerivationCost.forTests(1), readers);
  }

  @Test
  void aDeviceTellsOfItselfOnAPageThatEscCloses() throws Exception {
    readers.insert(READER, device);
    initialised();
    String serial = state.identity().serial();
    try (Window window = window()) {
      window.untilSays("SCR 3310 Reader");
      window.click(window.text("window.device.open", serial));
      window.untilSays("Tries left of the user PIN");
      window.picture("device-page");
      window.press(KeyCode.ESCAPE);
      window.untilSays("Rehearse");
      assertEquals(0, window.count("Close"));
    }
  }

  /** As another program does, with user PIN 123456 and SO-PIN 3537363231383830. */
  private void initialised() {
    String data = "80020001" + "8106313233343536" + "82083537363231383830" + "910103";
    device.powerOn();
    device.transmit(Bytes.fromHex("00A404000BE82B0601040181C31F020100"));
    Bytes answer =
        device.transmit(Bytes.fromHex("80500000" + "%02X".formatted(data.length() / 2) + data));
    assertEquals(Bytes.fromHex("9000"), answer);
    device.powerOn();
  }

  @Test
  void whoRehearsesAnImportIsToldWhatHeCannotKnow() throws Exception {
    People people = People.load();
    try (Window window = window()) {
      window.click("Import DKEK shares");
      window.click("Rehearse it first");
      window.untilSays("REHEARSAL");
      window.press(KeyCode.TAB, KeyCode.TAB, KeyCode.UP);
      window.click("More choices");
      window.scrollDown("Organisation");
      window.click("a password");
      window.click("Begin");
      window.untilSays("Who is here?");
      window.click("Next");
      window.untilSays("Compare the clocks");
      window.click("Next");
      window.confirm("opening.looked");
      window.untilSays("Put device 1 of 2 into a reader");
      window.picture("await");
      window.click("This one");
      window.untilSays("Compare device 1 with what stands here");
      window.picture("device-named");
      window.click("Yes, that is so");
      window.untilSays("Put device 2 of 2 into a reader");
      window.press(KeyCode.ENTER);
      window.untilSays("Compare device 2 with what stands here");
      window.click("Yes, that is so");
      for (int d = 1; d <= 2; d++) {
        window.untilSays("Look at the tries of the user PIN of device " + d);
        window.click("Yes, that is so");
        window.untilSays("Type the user PIN of device " + d);
        String pin = "made-up0" + d;
        window.untilSays(window.text("rehearsal.pin.user", d, pin));
        if (d == 1) {
          window.picture("device-pin");
        }
        window.type(pin);
        window.click("Next");
      }
      window.click(window.text("window.handOver.iAm", people.in(Seat.custodian(1))));
      window.untilSays("Custodian 1, choose your share file");
      window.picture("import-file");
      window.click("Next");
      window.untilSays("Custodian 1, type the password of your share file");
      window.untilSays(window.text("rehearsal.password", 1, "made up for seat 01 only"));
      window.picture("import-password");
      window.type("made up for seat 01 only");
      window.click("Next");
      window.click(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
      window.untilSays("Compare the key check value aloud");
      window.picture("kcv");
      window.click("Yes, that is so");
      window.confirm("closing.searched");
      window.untilSays("Please hand the seat to");
    }
  }

  @Test
  void aWrongSoPinIsRefusedWhereItWasAsked() throws Exception {
    readers.insert(READER, device);
    initialised();
    String serial = state.identity().serial();
    try (Window window = window()) {
      window.click("Set up devices");
      window.type("Vault");
      window.press(KeyCode.TAB, KeyCode.DOWN);
      window.click("More choices");
      window.click("saved to a folder");
      window.scrollDown("Organisation");
      window.click("a password");
      window.click("Begin");
      window.untilSays("Who is here?");
      for (String name : List.of("Alex Example", "Kim Muster", "Sam Specimen", "Robin Sample")) {
        window.type(name);
        window.press(KeyCode.TAB);
      }
      window.click("Next");
      window.untilSays("Compare the clocks");
      window.click("Next");
      window.confirm("opening.looked");
      window.untilSays("Put device 1 of 1 into a reader");
      window.picture("setup-await");
      window.press(KeyCode.ENTER);
      window.untilSays("Compare device 1 with what stands here");
      window.click("Yes, that is so");
      window.untilSays("Name device 1 before it is erased");
      window.type(serial.substring(serial.length() - 4));
      window.picture("setup-erase");
      window.click("Next");
      window.untilSays("Look at the tries of the SO-PIN of device 1");
      window.click("Yes, that is so");
      window.untilSays("Enter the SO-PIN of device 1");
      window.type("0123456789ABCDEF");
      window.press(KeyCode.TAB);
      window.type("0123456789ABCDEF");
      window.picture("setup-so-pin");
      window.click("Next");
      window.untilSays("Write down the SO-PIN of device 1");
      window.hold(KeyCode.SPACE);
      window.release(KeyCode.SPACE);
      window.click("Yes, that is so");
      window.untilSays("Make up the user PIN of device 1");
      window.type("471108");
      window.press(KeyCode.TAB);
      window.type("471108");
      window.click("Next");
      window.untilSays("What to do now");
      window.picture("so-pin-wrong");
    }
  }
}
