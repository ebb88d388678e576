// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

/**
 * A key that the device holds.
 *
 * @param material what it is made of
 * @param rules what it may be used for
 */
public record StoredKey(KeyMaterial material, KeyRules rules) {
  StoredKey afterUse() {
    return new StoredKey(material, rules.afterUse());
  }
}
