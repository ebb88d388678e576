// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.KeyBackup;
import org.keyrite.wizards.ceremonies.KeyRestore;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.SecretSlot;

class PrompterTest {
  private static final Field PIN =
      new Field(new SecretSlot("pin[1]"), new Editor.KnownPin(Pin.USER));

  @TempDir private Path folder;

  private Prompter prompter(CeremonyKind kind) throws ProblemException {
    return Prompter.of(kind.plan(Facts.ofTexts(Map.of("name", "Root"))).ceremony(), folder);
  }

  private static Field file(Editor.OpenFile.Content content) {
    return new Field(Fact.text("some[1].path"), new Editor.OpenFile(content));
  }

  @Test
  void tellsThePinThatIsAskedForInALaterPart() throws ProblemException {
    assertTrue(prompter(new KeyBackup()).tells(PIN).isPresent());
    assertTrue(prompter(new KeyRestore()).tells(PIN).isPresent());
    assertEquals(Optional.empty(), Prompter.SILENT.tells(PIN));
  }

  @ParameterizedTest
  @EnumSource
  void suggestsNoFileWhereNobodyBringsOne(Editor.OpenFile.Content content) throws ProblemException {
    assertEquals("", Prompter.SILENT.suggests(file(content)));
    assertEquals("", prompter(new KeyBackup()).suggests(file(content)));
  }

  @Test
  void suggestsNoFileThatSomebodyTookAway() throws ProblemException {
    Field wrapped = file(Editor.OpenFile.Content.WRAPPED_KEYS);
    assertEquals("", prompter(new KeyRestore()).suggests(wrapped));
  }
}
