// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/**
 * A place for a secret, which the runner owns and wipes after its last declared reader.
 *
 * @param name unique in a ceremony
 */
public record SecretSlot(String name) implements Slot {
  @Override
  public String toString() {
    return name;
  }
}
