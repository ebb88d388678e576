// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import org.kordamp.ikonli.javafx.FontIcon;

/** What a device is doing: an icon and a colour, never without words beside it. */
enum DeviceLight {
  IDLE("mdi2c-circle-outline", "kr-idle"),
  WORKING("mdi2p-progress-clock", "kr-working"),
  OK("mdi2c-check-circle", "kr-ok"),
  ATTENTION("mdi2a-alert", "kr-attention"),
  EMPTY("mdi2s-smart-card-reader-outline", "kr-muted");

  private final String icon;
  private final String look;

  DeviceLight(String icon, String look) {
    this.icon = icon;
    this.look = look;
  }

  /** The style class of its words. */
  String look() {
    return look;
  }

  FontIcon icon() {
    FontIcon light = new FontIcon(icon);
    light.getStyleClass().addAll("kr-light-icon", look);
    return light;
  }
}
