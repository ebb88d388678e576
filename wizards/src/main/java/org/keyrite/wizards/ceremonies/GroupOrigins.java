// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Optional;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Which devices can be in one group: test devices with each other, and simulated ones. */
final class GroupOrigins {
  private GroupOrigins() {}

  /**
   * Refuses a device that is of another world than the signer's. One whose maker nobody knows is
   * for people to decide.
   *
   * @param serial of the device
   * @param origin what its certificates say
   * @param signers what those of the signer's device say
   * @throws ProblemException {@code TestDeviceInGroup}, {@code SimulatedDeviceInGroup}, {@code
   *     SignerOfAnotherKind}
   */
  static void require(String serial, String origin, String signers) throws ProblemException {
    Optional<Problem> refused = refuses(serial, Origin.valueOf(origin), Origin.valueOf(signers));
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
  }

  private static Optional<Problem> refuses(String serial, Origin origin, Origin signers) {
    if (origin == signers) {
      return Optional.empty();
    }
    return switch (origin) {
      case TEST -> Optional.of(new GroupProblem.TestDeviceInGroup(serial));
      case SIMULATED -> Optional.of(new GroupProblem.SimulatedDeviceInGroup(serial));
      default ->
          signers == Origin.TEST || signers == Origin.SIMULATED
              ? Optional.of(new GroupProblem.SignerOfAnotherKind(serial))
              : Optional.empty();
    };
  }
}
