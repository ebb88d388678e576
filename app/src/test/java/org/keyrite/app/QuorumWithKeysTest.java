// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.rehearsal.People;

/** The same in German, without a mouse. */
class QuorumWithKeysTest {
  private static final int CUSTODIANS = 3;

  @TempDir Path folder;

  private final People people = People.load();

  @Test
  void aQuorumIsMadeInGermanWithTheKeyboardAlone() throws Exception {
    try (Window window = new Window(Language.GERMAN, folder, DerivationCost.forTests(200_000))) {
      Sheets sheets = new Sheets(window.records());
      window.untilSays("Üben");
      window.press(KeyCode.ENTER);
      window.untilSays("Beginnen");
      window.press(KeyCode.ENTER);
      window.untilSays("Wer ist da?");
      window.press(KeyCode.ENTER);
      window.untilSays("Vergleichen Sie die Uhren");
      window.press(KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
      confirm(window, "Ist dieser Laptop geeignet?");
      for (int i = 1; i <= CUSTODIANS; i++) {
        turnWithKeys(window, sheets, i);
      }
      window.untilSays("Scannen oder tippen Sie die Zeilen vom Blatt der Anteil-Datei");
      Sheets.lines(sheets.shareFile()).forEach(window::type);
      window.press(KeyCode.ENTER);
      confirm(window, "Was bleibt auf diesem Laptop?");
      for (int i = 1; i <= CUSTODIANS; i++) {
        window.untilSays(window.text("window.handOver.iAm", people.in(Seat.custodian(i))));
        window.press(KeyCode.ENTER);
        confirm(window, conducted(window, Seat.custodian(i)));
      }
      window.untilSays(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
      window.press(KeyCode.ENTER);
      confirm(window, conducted(window, Seat.OPERATOR));
      window.untilSays(conducted(window, Seat.WITNESS));
      confirm(window, conducted(window, Seat.WITNESS));
      confirm(window, conducted(window, Seat.OFFICER));
      window.untilSays("Die Zeremonie ist vollständig");
      window.press(KeyCode.ENTER);
      window.untilSays("Üben");
      List<Entry> entries = JournalCheck.of(sheets.files("journal.jsonl").getFirst()).entries();
      assertInstanceOf(Entry.Finished.class, entries.getLast());
      assertEquals(1, sheets.files("transcript.txt").size());
    }
  }

  private void turnWithKeys(Window window, Sheets sheets, int i) {
    window.untilSays(window.text("window.handOver.iAm", people.in(Seat.custodian(i))));
    window.press(KeyCode.ENTER);
    window.untilSays("Verwahrer " + i + ", sehen Sie sich Ihren Anteil an");
    window.hold(KeyCode.SPACE);
    window.release(KeyCode.SPACE);
    window.press(KeyCode.TAB, KeyCode.SPACE);
    window.untilSays("Verwahrer " + i + ", nehmen Sie Ihr Blatt aus dem Drucker");
    window.press(KeyCode.ENTER);
    window.untilSays("Verwahrer " + i + ", tippen Sie die Zeilen von Ihrem Blatt");
    sheets.lines(i).forEach(window::type);
    window.press(KeyCode.ENTER);
    window.untilSays(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
    window.press(KeyCode.ENTER);
    window.untilSays("Legen Sie das Blatt von Verwahrer " + i + " in einen Beutel");
    window.type("B-200" + i);
    window.press(KeyCode.ENTER);
    window.untilSays("Sehen Sie sich den Beutel von Verwahrer " + i + " an");
    confirm(window, "Sehen Sie sich den Beutel von Verwahrer " + i + " an");
  }

  private static String conducted(Window window, Seat seat) {
    return window.text(Message.of("closing.conducted.title", seat.title()));
  }

  /** From the sentence over No to Yes, which nothing has chosen beforehand. */
  private static void confirm(Window window, String title) {
    window.untilSays(title);
    window.press(KeyCode.ENTER);
    window.untilSays(title);
    window.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
  }
}
