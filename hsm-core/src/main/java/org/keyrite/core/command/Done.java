// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

/** The answer of commands that are either carried out or refused. */
public enum Done {
  /** It was carried out. */
  DONE
}
