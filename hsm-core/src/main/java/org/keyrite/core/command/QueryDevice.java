// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Asks for free memory and version: {@code 80 50 00 00 00}, that is INITIALIZE without data, which
 * changes nothing (section 1.3 [1]). From firmware 2.4 on; older devices refuse it in one way or
 * another, and then there is no answer. Seven bytes: free memory (4), platform, major, minor.
 */
public record QueryDevice() implements Command<Optional<DeviceMemory>> {
  private static final String NAME = "INITIALIZE query";
  private static final int SIZE = 7;

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x50, 0x00, 0x00).expecting(256).build();
  }

  @Override
  public Optional<DeviceMemory> decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      return Optional.empty();
    }
    Bytes data = answer.data();
    if (data.size() != SIZE) {
      throw new Malformed(NAME, "length", data.size()).asException();
    }
    long free = 0;
    for (int i = 0; i < 4; i++) {
      free = free << 8 | data.at(i);
    }
    return Optional.of(new DeviceMemory(free, data.at(4), new Firmware(data.at(5), data.at(6))));
  }
}
