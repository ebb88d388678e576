// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
  @Test
  void whatSomebodyNotedWritesNowhereElseInTheTerminalOfWhoReadsIt() {
    TextColumns page = new TextColumns(40);
    page.pairs("", List.of(new Transcript.Labelled("Note", "fine\u001B[2J\u202E all")));
    assertEquals("Note  fine\uFFFD[2J\uFFFD all\n", page.toString());
  }
}
