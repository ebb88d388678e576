// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.TypeSize;

/**
 * One of the ways in which people may have a screen before them.
 *
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param texts in which language, or pseudo-language
 * @param words what to call those texts
 */
public record Look(
    int width, int height, TypeSize size, Theme theme, Messages texts, String words) {
  /** Every look that is looked at. */
  public static final List<Look> ALL = all();

  /** Those of the contact sheets. */
  public static final List<Look> SHOWN =
      List.of(
          of(1366, 768, TypeSize.USUAL, Theme.LIGHT, Language.ENGLISH),
          of(1280, 720, TypeSize.USUAL, Theme.LIGHT, Language.GERMAN),
          of(1920, 1080, TypeSize.LARGER, Theme.DARK, Language.GERMAN),
          of(1366, 768, TypeSize.DOUBLE, Theme.DARK, Language.ENGLISH));

  private static Look of(int width, int height, TypeSize size, Theme theme, Language language) {
    return new Look(width, height, size, theme, Messages.in(language), language.tag());
  }

  /** The hardest ones, and one of the others: for screens of which there are many. */
  public static List<Look> some(Random random) {
    List<Look> some =
        new ArrayList<>(ALL.stream().filter(look -> look.height == 720 && look.isHard()).toList());
    some.add(ALL.get(random.nextInt(ALL.size())));
    return some;
  }

  private boolean isHard() {
    return size == TypeSize.DOUBLE || words.equals(Language.GERMAN.tag() + "+40");
  }

  private static List<Look> all() {
    List<Look> looks = new ArrayList<>();
    for (Language language : Language.values()) {
      Messages own = Messages.in(language);
      Messages longer = LongerTexts.of(language);
      looks.add(new Look(1280, 720, TypeSize.USUAL, Theme.LIGHT, own, language.tag()));
      looks.add(new Look(1280, 720, TypeSize.USUAL, Theme.LIGHT, longer, language.tag() + "+40"));
      looks.add(new Look(1280, 720, TypeSize.DOUBLE, Theme.LIGHT, own, language.tag()));
      looks.add(new Look(1366, 768, TypeSize.USUAL, Theme.DARK, own, language.tag()));
      looks.add(new Look(1366, 768, TypeSize.LARGE, Theme.DARK, longer, language.tag() + "+40"));
      looks.add(new Look(1920, 1080, TypeSize.LARGER, Theme.LIGHT, longer, language.tag() + "+40"));
      looks.add(new Look(1920, 1080, TypeSize.DOUBLE, Theme.DARK, own, language.tag()));
    }
    // To dress the window takes longest.
    looks.sort(Comparator.comparing(Look::theme).thenComparing(Look::size));
    return looks;
  }

  /** Whether a window that was dressed for another look is dressed for this one, too. */
  public boolean isDressedLike(Look other) {
    return theme == other.theme && size == other.size;
  }

  /** What is wrong with a scene that has this look, a sentence each. */
  public List<String> defects(Scene scene) {
    List<String> defects = new ArrayList<>(Layout.defects(scene));
    defects.addAll(Contrast.defects(scene));
    defects.addAll(Spoken.defects(scene));
    defects.addAll(NotByColour.defects(scene));
    return defects;
  }

  @Override
  public String toString() {
    return "%dx%d %d%% %s %s".formatted(width, height, size.percent(), theme, words);
  }
}
