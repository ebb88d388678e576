// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import org.keyrite.i18n.Message;

/**
 * A place in a ceremony. Plans and agendas name seats; people take them at the roll call, and may
 * change without changing the agenda.
 *
 * @param role what whoever sits here does
 * @param index 1 for the first of several, 0 where there is only one
 */
public record Seat(Role role, int index) {
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

  /** Whether only whoever sits here may see the screen. */
  public boolean isPrivate() {
    return role == Role.CUSTODIAN;
  }

  /** The fact that says who sits here. */
  public Fact<String> person() {
    String name = "seat." + role.word();
    return new Fact<>(index == 0 ? name : name + "[" + index + "]", Codec.TEXT);
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
