// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.StatusWord;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.UseForbidden;
import org.keyrite.core.problem.ProblemException;

/** Status words of commands that use a key (byte reference, section 13 [1]). */
final class KeyRefusal {
  /** The algorithm is not in the list of the key, or the device does not know it. */
  static final int NOT_SUPPORTED = 0x6A81;

  /** pico-hsm: the use counter is zero. */
  private static final int COUNTER_OF_PICO = 0x6A84;

  private KeyRefusal() {}

  static ProblemException of(String command, KeyId key, StatusWord status) {
    return switch (status.value()) {
      case Refusal.FILE_NOT_FOUND -> new KeyMissing(key.value()).asException();
      case NOT_SUPPORTED, Refusal.CONDITIONS -> new UseForbidden(key.value()).asException();
      case Refusal.TO_BE_CHANGED, COUNTER_OF_PICO -> new KeyUsedUp(key.value()).asException();
      default -> Refusal.of(command, status);
    };
  }
}
