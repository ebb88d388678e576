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
    delete(hsm, List.of(FileId.ofKey(key), FileId.ofDescription(key), FileId.ofCertificate(key)));
  }

  /**
   * The same, the key last: a key that is found by what it may do is found again if it stops in
   * between, and nothing of it stays.
   */
  public static void deleteKeyLast(SmartCardHsm hsm, KeyId key) throws ProblemException {
    delete(hsm, List.of(FileId.ofDescription(key), FileId.ofCertificate(key), FileId.ofKey(key)));
  }

  private static void delete(SmartCardHsm hsm, List<FileId> files) throws ProblemException {
    for (FileId file : files) {
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
