// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Secret;

/**
 * The password that shares joined to. A number does not tell how many zero bytes stood before it,
 * so there are up to two candidates to try in order: padded to the prime's width and at least 8
 * bytes, as files are made; then without leading zeros, as stock sc-hsm-tool reads it back. Owns
 * them.
 *
 * @param candidates one or two passwords for {@link ShareFile#openAny}
 */
public record JoinedPassword(List<Secret> candidates) implements AutoCloseable {
  /** Keeps its own list. */
  public JoinedPassword {
    candidates = List.copyOf(candidates);
  }

  /** Takes over the padded password. */
  static JoinedPassword of(byte[] padded) {
    int zeros = 0;
    while (zeros < padded.length && padded[zeros] == 0) {
      zeros++;
    }
    List<Secret> candidates = new ArrayList<>();
    candidates.add(Secret.taking(padded));
    if (zeros > 0) {
      candidates.add(Secret.taking(Arrays.copyOfRange(padded, zeros, padded.length)));
    }
    return new JoinedPassword(candidates);
  }

  /** The password as our own files are made with it. */
  public Secret padded() {
    return candidates.getFirst();
  }

  @Override
  public void close() {
    candidates.forEach(Secret::close);
  }
}
