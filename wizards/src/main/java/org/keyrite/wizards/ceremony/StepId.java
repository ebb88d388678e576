// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one name of a step, everywhere: in the agenda, the journal and the message keys ({@code
 * dkekQuorum.show.title}).
 *
 * @param key ceremony or shared group, and step: {@code dkekQuorum.show}
 * @param index which of several, from 1; 0 where there is only one
 */
public record StepId(String key, int index) {
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*");
  private static final Pattern TEXT = Pattern.compile("([^\\[]*)(?:\\[([1-9][0-9]*)])?");

  /** Checks the form of the key. */
  public StepId {
    if (!KEY.matcher(key).matches() || index < 0) {
      throw new IllegalArgumentException(key + "[" + index + "]");
    }
  }

  /** The only step of this name. */
  public static StepId of(String key) {
    return new StepId(key, 0);
  }

  /**
   * The step that a journal calls so.
   *
   * @throws IllegalArgumentException if no step can be called so
   */
  public static StepId parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new StepId(
        parts.group(1), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
  }

  @Override
  public String toString() {
    return index == 0 ? key : key + "[" + index + "]";
  }
}
