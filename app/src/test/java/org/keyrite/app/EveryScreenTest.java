// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.rehearsal.People;

/**
 * Every kind of screen, in the least and the largest window, with letters of the usual and of twice
 * the size, in every language and in one that is 40 percent longer, light and dark: nothing is cut
 * off, covered, out of reach, too pale, or silent to a screen reader.
 */
class EveryScreenTest {
  @TempDir Path folder;

  private final People people = People.load();

  private static void assertGood(Window window, int screens) {
    assertTrue(window.screens().size() >= screens, window.screens().toString());
    assertEquals("", String.join("\n", window.defects()));
  }

  @Test
  void screensOfAQuorumAreWhole() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      Sheets sheets = new Sheets(window.records());
      window.untilSays("Rehearse");
      window.inspect("home");
      window.click("Words");
      window.inspect("words-all");
      window.press(KeyCode.ESCAPE);
      window.click("Letter size");
      window.inspect("letters");
      window.press(KeyCode.ESCAPE);
      window.click("Rehearse");
      window.inspect("plan");
      window.click("More choices");
      window.inspect("plan-more");
      window.click("Begin");
      window.untilSays("Who is here?");
      window.inspect("roll-call");
      window.press(KeyCode.BACK_SPACE);
      window.inspect("roll-call-wrong");
      window.type("Alex Example");
      window.click(window.text("window.ways.notePlace"));
      window.inspect("note");
      window.press(KeyCode.ESCAPE);
      window.click("Other ways to go on");
      window.inspect("others");
      window.press(KeyCode.ESCAPE);
      window.click("Language");
      window.inspect("language");
      window.press(KeyCode.ESCAPE);
      window.click("Next");
      window.untilSays("Compare the clocks");
      window.inspect("clock");
      window.press(KeyCode.F1);
      window.untilSays("Words on this screen");
      window.inspect("words");
      window.press(KeyCode.ESCAPE);
      window.press(KeyCode.ENTER);
      window.untilSays("Is this laptop fit?");
      window.inspect("laptop");
      window.confirm("opening.looked");
      turn(window, sheets);
      window.click("Other ways to go on");
      window.click("Give the ceremony up");
      window.inspect("give-up");
      window.type("test");
      window.press(KeyCode.ENTER);
      window.inspect("given-up");
      assertGood(window, 21);
    }
  }

  private void turn(Window window, Sheets sheets) {
    String custodian = window.text("window.handOver.iAm", people.in(Seat.custodian(1)));
    window.untilSays(custodian);
    window.inspect("hand-over");
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, look at your share");
    window.inspect("share-covered");
    window.hold(KeyCode.SPACE);
    window.inspect("share");
    window.release(KeyCode.SPACE);
    window.press(KeyCode.TAB, KeyCode.SPACE);
    window.untilSays("Custodian 1, take your sheet from the printer");
    window.inspect("print");
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, type the lines from your sheet");
    window.inspect("type-back");
    List<String> lines = sheets.lines(1);
    String first = lines.getFirst();
    window.type(first.substring(0, 3));
    window.type("o");
    window.inspect("type-back-folded");
    window.press(KeyCode.HOME);
    window.type(first.charAt(0) == '7' ? "8" : "7");
    window.press(KeyCode.END);
    window.type(first.substring(4));
    window.untilSays("Look again");
    window.inspect("type-back-wrong");
    // A line that is typed over one of thousand times looks right before its end.
    for (int i = 0; i < first.length(); i++) {
      window.press(KeyCode.BACK_SPACE);
    }
    window.type(first);
    lines.stream().skip(1).forEach(window::type);
    window.inspect("type-back-right");
    window.press(KeyCode.ENTER);
    window.untilSays(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
    window.press(KeyCode.ENTER);
    window.untilSays("Put the sheet of custodian 1 in a bag");
    window.inspect("bag");
    window.type("B-1");
    window.press(KeyCode.ENTER);
    window.untilSays("Look at the bag of custodian 1");
    window.inspect("sealed");
  }

  @Test
  void screensOfSharesAreWhole() throws Exception {
    FixedLaptop laptop =
        new FixedLaptop()
            .with(Point.RADIO, new Finding.Fault(new LaptopProblem.RadioOn("wlan")))
            .with(Point.DISK, new Finding.Fault(new LaptopProblem.DiskNearlyFull("17")));
    try (Window window = new Window(Language.GERMAN, folder, laptop)) {
      window.click("Ein DKEK-Anteil für jeden Verwahrer");
      window.inspect("plan-empty");
      window.type("Tresor");
      window.press(KeyCode.TAB, KeyCode.DOWN, KeyCode.DOWN);
      window.click("Mehr Einstellungen");
      window.tabTo(window.text("choice.output.print"));
      window.press(KeyCode.RIGHT);
      window.click("Beginnen");
      window.untilSays("Wer ist da?");
      for (String name : List.of("Alex Example", "Kim Muster", "Sam Specimen", "Robin Sample")) {
        window.type(name);
        window.press(KeyCode.TAB);
      }
      window.press(KeyCode.ENTER);
      window.press(KeyCode.ENTER);
      window.untilSays(window.text("window.attest.barred"));
      window.untilSays("Dieser Laptop kann funken: wlan");
      window.inspect("laptop-faults");
      window.click(window.text("window.attest.lookAgain"));
      window.untilSays(window.text("window.attest.barred"));
      laptop.with(Point.RADIO, new Finding.Fine("")).with(Point.DISK, new Finding.Fine("12000"));
      window.click(window.text("window.attest.lookAgain"));
      window.confirm("opening.looked");
      window.untilSays("Ich bin Robin Sample");
      window.press(KeyCode.ENTER);
      window.inspect("password");
      twice(window, "correct horse 7", "correct horse");
      window.inspect("password-to-go");
      window.type(" 7");
      window.press(KeyCode.ENTER);
      window.inspect("password-again");
      window.type("wrong");
      window.press(KeyCode.ENTER);
      window.inspect("password-refused");
      assertGood(window, 6);
    }
  }

  private static void twice(Window window, String first, String second) {
    window.type(first);
    window.press(KeyCode.TAB);
    window.type(second);
  }
}
