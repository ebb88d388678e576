// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.problem.ProblemException;

/**
 * What a device tells everybody about itself, at one moment.
 *
 * @param device which one it is
 * @param label what its owner calls it
 * @param pins what is left of its tries
 * @param keyDomains what its keys can be wrapped under
 */
public record DeviceStatus(
    DeviceInfo device, Optional<String> label, PinStates pins, KeyDomains keyDomains) {

  /**
   * Asks a device. Changes nothing on it and costs no try, but selecting its program locks it. A
   * label that is not what OpenSC would write is left out.
   *
   * @throws ProblemException {@code AnotherApplet} if it is no SmartCard-HSM; {@code DeviceGone}
   */
  public static DeviceStatus read(SmartCardHsm hsm) throws ProblemException {
    DeviceInfo device = hsm.identify();
    return new DeviceStatus(device, label(hsm), hsm.pins(), KeyDomains.read(hsm, device));
  }

  /**
   * What a device is called by its owner; nothing if it has no label, a blank one, or one that is
   * not what OpenSC would write. Programs then show a name of their own.
   */
  public static Optional<String> label(SmartCardHsm hsm) throws ProblemException {
    return hsm.readFile(FileId.TOKEN_INFO)
        .flatMap(DeviceStatus::parsed)
        .filter(label -> !label.isBlank());
  }

  private static Optional<String> parsed(Bytes tokenInfo) {
    try {
      return TokenInfo.parse(tokenInfo).label();
    } catch (ProblemException writtenByAnotherProgram) {
      return Optional.empty();
    }
  }
}
