// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * Whom the device believes in this session. Nobody but its root at the beginning.
 *
 * @param verified keys whose certificates it has checked, by holder
 * @param selected the one that the next command checks by, and no later one
 */
record Trust(Map<Bytes, CertifiedKey> verified, Optional<CertifiedKey> selected) {
  /** At the beginning of a session. */
  static final Trust NONE = new Trust(Map.of(), Optional.empty());

  /** Keeps its own map. */
  Trust {
    verified = Map.copyOf(verified);
  }

  Optional<CertifiedKey> find(Bytes holder) {
    return Optional.ofNullable(verified.get(holder));
  }

  Trust with(CertifiedKey checked) {
    Map<Bytes, CertifiedKey> more = new HashMap<>(verified);
    more.put(checked.holder(), checked);
    return new Trust(more, selected);
  }

  Trust selecting(Optional<CertifiedKey> key) {
    return new Trust(verified, key);
  }
}
