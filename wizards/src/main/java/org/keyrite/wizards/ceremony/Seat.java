// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.i18n.Message;

/**
 * A place in a ceremony. Plans and agendas name seats; people take them at the roll call, and may
 * change without changing the agenda.
 *
 * @param role what whoever sits here does
 * @param index 1 for the first of several, 0 where there is only one
 */
public record Seat(Role role, int index) {
  static final String PREFIX = "seat.";
  private static final Pattern TEXT = Pattern.compile("([a-z]+)(?:\\[([1-9][0-9]{0,3})])?");

  /** The security officer. */
  public static final Seat OFFICER = new Seat(Role.OFFICER, 0);

  /** The operator at the keyboard. */
  public static final Seat OPERATOR = new Seat(Role.OPERATOR, 0);

  /** The witness. */
  public static final Seat WITNESS = new Seat(Role.WITNESS, 0);

  /** The i-th custodian, from 1. */
  public static Seat custodian(int index) {
    return new Seat(Role.CUSTODIAN, index);
  }

  /** The seat that a journal calls so, if there can be one. */
  public static Optional<Seat> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int index = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(parts.group(1)))
        .map(role -> new Seat(role, index))
        .findFirst();
  }

  /** Whether only whoever sits here may see the screen. */
  public boolean isPrivate() {
    return role == Role.CUSTODIAN;
  }

  /** The fact that says who sits here. */
  public Fact<String> person() {
    return Fact.text(PREFIX + this);
  }

  /** What the seat is called. */
  public Message title() {
    return Message.of("seat." + role.word(), index);
  }

  @Override
  public String toString() {
    return index == 0 ? role.word() : role.word() + "[" + index + "]";
  }
}
