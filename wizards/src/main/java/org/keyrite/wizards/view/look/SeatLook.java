// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

/**
 * How a kind of seat is told from another across the room: by icon, by the shape of its plate and
 * by colour, never by colour alone. Shapes and colours are in the style sheet under {@link
 * #styleClass}.
 */
public enum SeatLook {
  /** Plans the ceremony and keeps the record: a square plate. */
  OFFICER("kr-officer", "mdi2s-shield-account"),
  /** Sits at the keyboard between custodians: a rounded square. */
  OPERATOR("kr-operator", "mdi2k-keyboard"),
  /** Takes a share: a disc. */
  CUSTODIAN("kr-custodian", "mdi2a-account-key"),
  /** Watches and attests: a diamond. */
  WITNESS("kr-witness", "mdi2a-account-voice"),
  /** Takes the record away: a hexagon. */
  AUDITOR("kr-auditor", "mdi2c-clipboard-check");

  private final String styleClass;
  private final String icon;

  SeatLook(String styleClass, String icon) {
    this.styleClass = styleClass;
    this.icon = icon;
  }

  /** The style class that sets the colours of this seat for everything inside. */
  public String styleClass() {
    return styleClass;
  }

  /** The literal of its icon. */
  public String icon() {
    return icon;
  }
}
