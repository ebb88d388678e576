// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

/** Looks at one {@link Point}; changes nothing, and answers within a few seconds. */
@FunctionalInterface
public interface Check {
  /** What is found now. */
  Finding look(Needs needs);
}
