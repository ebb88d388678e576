// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/**
 * What was decided before a ceremony. Its constructor refuses everything that can be known to be
 * wrong beforehand.
 */
public interface Plan {
  /** The steps; pure. */
  Ceremony ceremony();
}
