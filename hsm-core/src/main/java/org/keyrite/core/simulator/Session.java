// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * What the device forgets when power goes or the applet is selected again. Immutable.
 *
 * @param selected whether the applet is selected
 * @param currentFile the current elementary file
 * @param user whether the user PIN was presented
 * @param officer whether the SO-PIN was presented
 * @param trust whom it believes
 * @param isAuthenticating whether the next command may be to show the key of its certificate
 * @param rest what GET RESPONSE would still bring
 */
record Session(
    boolean selected,
    Optional<Integer> currentFile,
    boolean user,
    boolean officer,
    Trust trust,
    boolean isAuthenticating,
    Bytes rest) {
  /** After power came. */
  static final Session NONE =
      new Session(false, Optional.empty(), false, false, Trust.NONE, false, Bytes.EMPTY);

  /** After the applet was selected. */
  static final Session SELECTED =
      new Session(true, Optional.empty(), false, false, Trust.NONE, false, Bytes.EMPTY);

  Session at(int file) {
    return new Session(selected, Optional.of(file), user, officer, trust, isAuthenticating, rest);
  }

  Session atNoFile() {
    return new Session(selected, Optional.empty(), user, officer, trust, isAuthenticating, rest);
  }

  Session withUser(boolean present) {
    return new Session(selected, currentFile, present, officer, trust, isAuthenticating, rest);
  }

  Session withOfficer(boolean present) {
    return new Session(selected, currentFile, user, present, trust, isAuthenticating, rest);
  }

  Session with(Trust changed) {
    return new Session(selected, currentFile, user, officer, changed, isAuthenticating, rest);
  }

  Session authenticating() {
    return new Session(selected, currentFile, user, officer, trust, true, rest);
  }

  /** What MANAGE SECURITY ENVIRONMENT set is good for one command. */
  Session inNoEnvironment() {
    return new Session(
        selected, currentFile, user, officer, trust.selecting(Optional.empty()), false, rest);
  }

  Session withRest(Bytes left) {
    return new Session(selected, currentFile, user, officer, trust, isAuthenticating, left);
  }
}
