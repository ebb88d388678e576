// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

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

  /** The step that a journal calls so. */
  public static StepId parse(String text) {
    int bracket = text.indexOf('[');
    return bracket < 0
        ? of(text)
        : new StepId(
            text.substring(0, bracket),
            Integer.parseInt(text.substring(bracket + 1, text.length() - 1)));
  }

  @Override
  public String toString() {
    return index == 0 ? key : key + "[" + index + "]";
  }
}
