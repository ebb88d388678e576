// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Lists files and keys: {@code 80 58 00 00}, without log-in (section 2.4 [2+]). The answer is a run
 * of names of two bytes, among them the device's own key CC00. pico-hsm lists C400 as well, and
 * leaves out certificates.
 */
public record EnumerateObjects() implements Command<List<FileId>> {
  private static final String NAME = "ENUMERATE OBJECTS";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x58, 0x00, 0x00).expecting(CommandApdu.LONGEST_ANSWER).build();
  }

  @Override
  public List<FileId> decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      throw Refusal.of(NAME, answer.status());
    }
    Bytes data = answer.data();
    if (data.size() % 2 != 0) {
      throw new Malformed(NAME, "length", data.size()).asException();
    }
    List<FileId> files = new ArrayList<>();
    for (int i = 0; i < data.size(); i += 2) {
      files.add(new FileId(data.at(i) << 8 | data.at(i + 1)));
    }
    return files;
  }
}
