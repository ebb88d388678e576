// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;

/**
 * A word that not everybody knows. Texts: {@code glossary.ID.name}, {@code glossary.ID.meaning},
 * and {@code glossary.ID.forms}, the forms in which it stands in sentences, parted by bars.
 */
public enum Term {
  /** Who does what. */
  CUSTODIAN,
  OFFICER,
  OPERATOR,
  WITNESS,
  /** What is made. */
  SHEET,
  SHARE,
  PASSWORD_SHARE,
  SHARE_FILE,
  SET,
  RECORD,
  AGENDA,
  BAG,
  /** What it is for. */
  DKEK,
  KCV,
  KEY_DOMAIN,
  DEVICE,
  READER,
  PIN,
  SO_PIN,
  REHEARSAL;

  /**
   * A place in a text where a term stands.
   *
   * @param from its first character
   * @param to behind its last character
   */
  public record Found(Term term, int from, int to) {}

  private String key(String part) {
    StringBuilder key = new StringBuilder("glossary.");
    boolean upper = false;
    for (char c : name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        key.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return key.append('.').append(part).toString();
  }

  /** What it is called. */
  public Message word() {
    return Message.of(key("name"));
  }

  /** What it means, in a sentence or two. */
  public Message meaning() {
    return Message.of(key("meaning"));
  }

  /** The keys of its texts. */
  public List<String> keys() {
    return List.of(key("name"), key("meaning"), key("forms"));
  }

  /** The forms of this word, whole and in capital letters or not. */
  private Pattern pattern(Messages messages) {
    String forms =
        Arrays.stream(messages.text(key("forms")).split("\\|"))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}-])(?:" + forms + ")(?![\\p{L}\\p{N}-])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * The terms in a text, each where it stands first. Where one is part of another, such as "PIN" of
   * "SO-PIN", only the longer one counts.
   */
  public static List<Found> in(String text, Messages messages) {
    List<Found> all = new ArrayList<>();
    for (Term term : values()) {
      Matcher matcher = term.pattern(messages).matcher(text);
      while (matcher.find()) {
        all.add(new Found(term, matcher.start(), matcher.end()));
      }
    }
    all.sort(
        Comparator.comparingInt(Found::from)
            .thenComparing(Comparator.comparingInt(Found::to).reversed()));
    List<Found> kept = new ArrayList<>();
    int end = 0;
    for (Found found : all) {
      boolean known = kept.stream().anyMatch(before -> before.term() == found.term());
      if (found.from() >= end) {
        end = found.to();
        if (!known) {
          kept.add(found);
        }
      }
    }
    return kept;
  }
}
