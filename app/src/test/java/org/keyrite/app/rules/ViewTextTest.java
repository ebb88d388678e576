// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text that a person reads stands in the sources of the window: it would stay English. */
class ViewTextTest {
  /** A literal handed to something that shows it. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(new (Label|Text|Button|ToggleButton|CheckBox|RadioButton|Hyperlink|Tooltip|MenuItem"
              + "|Tab|TitledPane)"
              + "|set(Text|PromptText|Title|HeaderText|ContentText|AccessibleText|AccessibleHelp"
              + "|AccessibleRoleDescription))\\(\\s*\"[^\"]*\\p{L}");

  /** Two words after each other, the first with a capital letter. */
  private static final Pattern SENTENCE = Pattern.compile("\"\\p{Lu}\\p{L}* \\p{L}+[^\"]*\"");

  private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("Exception\\(|\\.font\\(|IBM Plex");

  @Test
  void noTextStandsInTheViewOrTheProgram() {
    List<String> wrong =
        SourceTree.program().stream()
            .filter(file -> file.path().contains("/view/") || file.path().startsWith("app/"))
            .flatMap(file -> file.code().lines())
            .filter(ViewTextTest::speaks)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void findsTextWhereItStands() {
    assertTrue(speaks("new Button(\"Next\")"));
    assertTrue(speaks("field.setPromptText(\"password\")"));
    assertTrue(speaks("say(\"Take your sheet\")"));
    assertFalse(speaks("new Label(\"✓\")"));
    assertFalse(speaks("pane.getStyleClass().add(\"work-pane\")"));
    assertFalse(speaks("throw new IllegalStateException(\"No look for this\")"));
  }

  private static boolean speaks(String line) {
    return (SHOWN.matcher(line).find() || SENTENCE.matcher(line).find())
        && !NOT_FOR_PEOPLE.matcher(line).find();
  }
}
