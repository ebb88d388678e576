// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.rehearsal.Prompter;
import org.keyrite.wizards.view.DeviceWatch;
import org.keyrite.wizards.view.WizardShell;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;

/** What shells need, and what stands in their fields from the start. Lives on the FX thread. */
final class Desks {
  private static final double GLYPH_SIZE = 34;

  private final Wording wording;
  private final Outside outside;
  private Optional<GlyphSet> glyphs = Optional.empty();

  Desks(Wording wording, Outside outside) {
    this.wording = wording;
    this.outside = outside;
  }

  /**
   * What a shell needs.
   *
   * @param prompter tells what people could not know in a rehearsal
   */
  WizardShell.Desk of(
      boolean practice, WizardShell.Kept kept, DeviceWatch devices, Prompter prompter) {
    UnaryOperator<String> rehearsing = new Rehearsing(wording, outside.people());
    Function<Field, String> suggestions =
        field -> {
          String slot = field.slot().name();
          if (!practice) {
            return slot.equals("language") ? wording.language().tag() : "";
          }
          String known = rehearsing.apply(slot);
          return known.isEmpty() ? prompter.suggests(field) : known;
        };
    return new WizardShell.Desk(
        outside.keyboard(),
        glyphs(),
        outside.files(),
        outside.work(),
        kept,
        suggestions,
        prompter::tells,
        devices);
  }

  /** How secrets are drawn: taken before there is one, but not before the first screen. */
  private GlyphSet glyphs() {
    GlyphSet drawn = glyphs.orElseGet(() -> GlyphSet.mono(GLYPH_SIZE));
    glyphs = Optional.of(drawn);
    return drawn;
  }
}
