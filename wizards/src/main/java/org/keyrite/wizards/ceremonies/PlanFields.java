// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Arrays;
import java.util.List;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.paper.PrintedLetters;

/** What is decided before most ceremonies: the words of a plan file and of the planning screen. */
final class PlanFields {
  static final Fact<String> NAME = Fact.text("name");
  static final Fact<String> ORGANISATION = Fact.text("organisation");
  static final Fact<String> PLACE = Fact.text("place");
  static final Fact<String> LAPTOP = Fact.text("laptop");
  static final Fact<String> PAPER = Fact.text("paper");
  static final Fact<String> OUTPUT = Fact.text("output");
  static final Fact<String> LAPTOP_FAULTS = Fact.text("laptopFaults");

  /** A laptop with a fault is not used. */
  static final String STOP = "stop";

  /** A laptop with a fault is used if the witness confirms what was found. */
  static final String WITNESSED = "witnessed";

  static final Fact<Integer> CUSTODIANS = Together.CUSTODIANS;

  private static final Editor LINE = printed(0, 60);

  private PlanFields() {}

  /** The name of the set, where, with what, and how sheets come out. */
  static List<Field> common() {
    List<String> languages = Arrays.stream(Language.values()).map(Language::tag).toList();
    return List.of(
        new Field(NAME, printed(1, 40)),
        new Field(ORGANISATION, LINE),
        new Field(PLACE, LINE),
        new Field(LAPTOP, LINE),
        new Field(LAPTOP_FAULTS, new Editor.Choice(List.of(STOP, WITNESSED))).preset(STOP),
        new Field(PAPER, new Editor.Choice(List.of("a4", "letter"))).preset("a4"),
        new Field(Ceremony.LANGUAGE, new Editor.Choice(languages)).preset(Language.ENGLISH.tag()),
        new Field(
                OUTPUT,
                new Editor.Choice(List.of(Printing.PRINT, Printing.SAVE, Printing.PRINT_OR_SAVE)))
            .preset(Printing.PRINT));
  }

  /** A line of text that stands on sheets, with the letters that these have. */
  static Editor.Text printed(int shortest, int longest) {
    return new Editor.Text(shortest, longest, PrintedLetters::lacking);
  }

  static Field yesNo(Fact<Boolean> fact, boolean preset) {
    return new Field(fact, new Editor.Choice(List.of("yes", "no"))).preset(preset ? "yes" : "no");
  }
}
