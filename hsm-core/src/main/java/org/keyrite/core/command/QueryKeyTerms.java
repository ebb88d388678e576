// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.ProblemException;

/**
 * Asks on which terms a device holds a key, by selecting its file (section 2.4 [2+]); without
 * log-in. Nothing if there is no such key.
 *
 * @param key its reference
 */
public record QueryKeyTerms(KeyId key) implements Command<Optional<KeyTerms>> {

  @Override
  public CommandApdu encode() {
    return select().encode();
  }

  @Override
  public Optional<KeyTerms> decode(ResponseApdu answer) throws ProblemException {
    Optional<FileControl> control = select().decode(answer);
    return control.isEmpty()
        ? Optional.empty()
        : Optional.of(KeyTerms.parse(control.get().proprietary()));
  }

  private SelectFile select() {
    return new SelectFile(FileId.ofKey(key));
  }
}
