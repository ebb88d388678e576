// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;

/**
 * Where the two devices of an {@link XkekMigrate} are. With two sites there are three visits, no
 * fewer: the device that gets the keys has to be asked for an exchange key before any can be
 * wrapped for it, and asked again to take them in. The device that has them is needed once: it
 * agrees, wraps and forgets within its visit, so that no agreed key waits anywhere while a stick
 * travels.
 */
public enum MigrateVisit {
  /** Both in one room. */
  TOGETHER,
  /** At the device that gets the keys: it makes an exchange key and offers its request. */
  OFFER,
  /** At the device that has the keys: it agrees, wraps them, and forgets what it agreed on. */
  SEND,
  /** At the device that gets the keys: it agrees, takes them in, and forgets as well. */
  TAKE;

  static final Fact<String> PLANNED = Fact.text("visit");

  /** How plans and manifests call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Stream.of(values()).map(MigrateVisit::word).toList();
  }

  static MigrateVisit of(Facts plan) {
    return valueOf(plan.get(PLANNED).toUpperCase(Locale.ROOT));
  }
}
