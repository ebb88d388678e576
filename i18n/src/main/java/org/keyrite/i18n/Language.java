// SPDX-License-Identifier: Apache-2.0
package org.keyrite.i18n;

import java.util.Locale;
import java.util.Optional;

/** A language that is complete: every key has a text in it. */
public enum Language {
  ENGLISH("en", "English"),
  GERMAN("de", "Deutsch");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The BCP 47 tag, also the name of the folder with its texts. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The locale for numbers and dates in its texts. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language with this tag, if there is one. */
  public static Optional<Language> ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The language of this locale, English where we do not have it. */
  public static Language closestTo(Locale locale) {
    return ofTag(locale.getLanguage()).orElse(ENGLISH);
  }
}
