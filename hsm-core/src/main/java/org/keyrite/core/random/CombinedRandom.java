// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.keyrite.core.problem.ProblemException;

/**
 * Several sources as one, so that any single good one suffices.
 *
 * <p>Each request draws a fresh block of 64 bytes from every source and computes HKDF-SHA-512 (RFC
 * 5869):
 *
 * <pre>
 * material = for each source: length of name (4) | name in UTF-8 | length of block (4) | block
 * key      = extract(salt = "keyrite/random/1", material)
 * output   = expand(key, info = number of the request (8) | size of the output (4))
 * </pre>
 *
 * The lengths make {@code material} mean one thing only, so no source can take the place of part of
 * another. If one block is unpredictable to somebody who knows or even chose all others without
 * seeing it, {@code key} is as unpredictable as that block: this is what HMAC as an extractor is
 * for. A source that sees the other blocks first could steer the output; none of ours can. The
 * decision record on combining randomness has the alternatives.
 *
 * <p>Everything in between is wiped. A source that repeats itself is refused.
 */
public final class CombinedRandom implements RandomSource {
  private static final byte[] SALT = "keyrite/random/1".getBytes(StandardCharsets.US_ASCII);

  private final List<WatchedRandom> sources;
  private long requests;

  /**
   * All of these sources as one.
   *
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public CombinedRandom(List<RandomSource> sources) {
    this.sources = sources.stream().map(WatchedRandom::new).toList();
    if (sources.isEmpty() || new HashSet<>(sources()).size() < sources.size()) {
      throw new IllegalArgumentException("sources " + sources());
    }
  }

  /** The names of the sources, in order. */
  public List<String> sources() {
    return sources.stream().map(WatchedRandom::name).toList();
  }

  @Override
  public String name() {
    return String.join("+", sources());
  }

  @Override
  public synchronized void fill(byte[] into) throws ProblemException {
    byte[] material = null;
    byte[] key = null;
    try {
      material = material();
      key = Hkdf.extract(SALT, material);
      Hkdf.expand(key, info(into.length), into);
    } finally {
      wipe(material);
      wipe(key);
    }
  }

  private byte[] info(int size) {
    return ByteBuffer.allocate(12).putLong(requests++).putInt(size).array();
  }

  private byte[] material() throws ProblemException {
    List<byte[]> names = new ArrayList<>();
    int size = 0;
    for (String name : sources()) {
      names.add(name.getBytes(StandardCharsets.UTF_8));
      size += 8 + names.getLast().length + WatchedRandom.BLOCK;
    }
    ByteBuffer material = ByteBuffer.allocate(size);
    byte[] block = new byte[WatchedRandom.BLOCK];
    try {
      for (int i = 0; i < sources.size(); i++) {
        sources.get(i).fill(block);
        material.putInt(names.get(i).length).put(names.get(i)).putInt(block.length).put(block);
      }
      return material.array();
    } catch (ProblemException e) {
      wipe(material.array());
      throw e;
    } finally {
      wipe(block);
    }
  }

  private static void wipe(byte[] bytes) {
    if (bytes != null) {
      Hkdf.wipe(bytes);
    }
  }
}
