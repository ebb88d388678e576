// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.List;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.DeviceProblem.ObjectMissing;
import org.keyrite.core.problem.ProblemException;

/** Deletes keys for ever. The device must be unlocked. */
public final class KeyDeletion {
  private KeyDeletion() {}

  /**
   * Deletes a key and what stands beside it (byte reference, section 2.4 [2+]), the key first, so
   * that nothing but leftovers stays if it stops in between. What is not there is no hindrance: it
   * deletes leftovers too, and doing it again does no harm.
   */
  public static void delete(SmartCardHsm hsm, KeyId key) throws ProblemException {
    for (FileId file :
        List.of(FileId.ofKey(key), FileId.ofDescription(key), FileId.ofCertificate(key))) {
      try {
        hsm.send(new DeleteFile(file));
      } catch (ProblemException e) {
        if (!(e.problem() instanceof ObjectMissing)) {
          throw e;
        }
      }
    }
  }
}
