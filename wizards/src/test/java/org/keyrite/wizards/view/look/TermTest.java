// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class TermTest {
  private static List<Term> in(Language language, String text) {
    return Term.in(text, Messages.in(language)).stream().map(Term.Found::term).toList();
  }

  @Test
  void findsWordsInTheirFormsAndWholeOnly() {
    assertEquals(
        List.of(Term.WITNESS, Term.BAG),
        in(Language.ENGLISH, "The witnesses look at the Bags, not at the baggage."));
    assertEquals(
        List.of(Term.SHEET, Term.CUSTODIAN),
        in(Language.GERMAN, "Die Blätter der Verwahrer, keine Blättertafeln."));
  }

  @Test
  void ofAWordInAnotherOnlyTheLongerCounts() {
    assertEquals(List.of(Term.SO_PIN), in(Language.ENGLISH, "Type the SO-PIN."));
    assertEquals(List.of(Term.DKEK), in(Language.ENGLISH, "One DKEK share for all."));
    assertEquals(List.of(Term.SHARE_FILE), in(Language.ENGLISH, "The share file is encrypted."));
    assertEquals(List.of(Term.SHARE_FILE), in(Language.GERMAN, "Die Anteil-Datei ist da."));
  }

  @Test
  void aWordThatComesAgainIsFoundOnce() {
    List<Term.Found> found = Term.in("A sheet, and another sheet.", Messages.in(Language.ENGLISH));
    assertEquals(List.of(new Term.Found(Term.SHEET, 2, 7)), found);
  }

  @ParameterizedTest
  @EnumSource
  void everyTermIsFoundByItsOwnName(Language language) {
    Messages messages = Messages.in(language);
    for (Term term : Term.values()) {
      assertTrue(in(language, messages.text(term.word())).contains(term), term.name());
    }
  }
}
