// SPDX-License-Identifier: Apache-2.0
package org.keyrite.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The texts of one language.
 *
 * <p>Texts are {@link MessageFormat} patterns, also those without arguments: an apostrophe is
 * written twice. A key that is missing or stands twice is a defect of the program, found by the
 * tests; it never falls back to another language.
 */
public final class Messages {
  /** The files of a language's folder, one an area of the program. */
  public static final List<String> AREAS =
      List.of("ceremony", "glossary", "journal", "paper", "problem", "terminal", "window");

  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Loads the texts of a language from the class path. */
  public static Messages in(Language language) {
    Map<String, String> texts = new TreeMap<>();
    for (String area : AREAS) {
      load(language.tag() + "/" + area + ".properties", texts);
    }
    return new Messages(language, Collections.unmodifiableMap(texts));
  }

  private static void load(String name, Map<String, String> into) {
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no texts in " + name);
      }
      Properties file = new OnceOnly();
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String key : file.stringPropertyNames()) {
        if (into.put(key, file.getProperty(key)) != null) {
          throw new IllegalStateException(key + " stands in two files");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same texts with every pattern made into another, as a language that is longer.
   *
   * @param pattern makes the other of a key and its pattern
   */
  public Messages with(BinaryOperator<String> pattern) {
    Map<String, String> changed = new TreeMap<>();
    texts.forEach((key, text) -> changed.put(key, pattern.apply(key, text)));
    return new Messages(language, Collections.unmodifiableMap(changed));
  }

  /** The language of these texts. */
  public Language language() {
    return language;
  }

  /** Every key that has a text. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /** Whether there is a text for this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The pattern of a key as it stands in the file. */
  public String pattern(String key) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return pattern;
  }

  /** The sentence for a message. */
  public String text(Message message) {
    List<Object> spoken = new ArrayList<>();
    for (Object arg : message.args()) {
      spoken.add(arg instanceof Message inner ? text(inner) : arg);
    }
    return new MessageFormat(pattern(message.key()), language.locale()).format(spoken.toArray());
  }

  /** The sentence for a key and arguments. */
  public String text(String key, Object... args) {
    return text(Message.of(key, args));
  }

  /** Refuses a key that stands twice in one file, where {@link Properties} keeps the last. */
  private static final class OnceOnly extends Properties {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new IllegalStateException(key + " stands twice");
      }
      return super.put(key, value);
    }
  }
}
