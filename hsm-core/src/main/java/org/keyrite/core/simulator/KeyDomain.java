// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/** A place for a key encryption key. */
public sealed interface KeyDomain {

  /** A place in the table where nothing was set up. */
  record Undefined() implements KeyDomain {}

  /** A domain that was set up, with or without its key. */
  sealed interface SetUp extends KeyDomain {
    /** Total, outstanding, check value (all zeros while there is no key) and, of an XKEK, UID. */
    Bytes status();

    /** The key, once it is complete. */
    Optional<KeyEncryptionKey> key();

    /** The domain without its key. */
    SetUp cleared();

    /** What a status tells of a key. */
    static Bytes checkValue(Optional<KeyEncryptionKey> key) {
      return key.map(KeyEncryptionKey::checkValue)
          .orElse(Bytes.of(new byte[KeyEncryptionKey.CHECK_VALUE_SIZE]));
    }
  }

  /**
   * A DKEK, which is the XOR of its shares.
   *
   * @param total how many shares make it, 0 if the device has drawn it
   * @param outstanding how many are missing
   * @param sum the XOR of those imported, 32 bytes; absent when a drawn key was deleted
   */
  record Dkek(int total, int outstanding, Optional<Hidden> sum) implements SetUp {
    static final int SIZE = 32;

    /**
     * A DKEK whose parts go together.
     *
     * @throws IllegalArgumentException if they do not
     */
    public Dkek {
      boolean counts = total >= 0 && total <= 0xFF && outstanding >= 0 && outstanding <= total;
      boolean content = sum.isPresent() ? sum.get().size() == SIZE : total == 0;
      if (!counts || !content) {
        throw new IllegalArgumentException("DKEK of " + outstanding + "/" + total + " shares");
      }
    }

    /** One that waits for so many shares; with none the device draws the key itself. */
    static Dkek of(int total, RandomGenerator random) {
      return total == 0
          ? new Dkek(0, 0, Optional.of(Hidden.random(SIZE, random)))
          : new Dkek(total, total, Optional.of(Hidden.of(Bytes.of(new byte[SIZE]))));
    }

    boolean isComplete() {
      return outstanding == 0;
    }

    Dkek with(Bytes share) {
      return new Dkek(total, outstanding - 1, sum.map(soFar -> soFar.xor(share)));
    }

    /** All shares must be imported again. A drawn key never comes back. */
    @Override
    public Dkek cleared() {
      return total == 0
          ? new Dkek(0, 0, Optional.empty())
          : new Dkek(total, total, Optional.of(Hidden.of(Bytes.of(new byte[SIZE]))));
    }

    @Override
    public Bytes status() {
      return Ber.join(Ber.octet(total), Ber.octet(outstanding), SetUp.checkValue(key()));
    }

    @Override
    public Optional<KeyEncryptionKey> key() {
      return sum.filter(_ -> isComplete()).map(KeyEncryptionKey::new);
    }
  }

  /**
   * An XKEK, which two devices agree on and forget again.
   *
   * @param uid the x-coordinate of the group signer's key, 32 bytes
   * @param secret the key while there is one, 32 bytes
   */
  record Xkek(Bytes uid, Optional<Hidden> secret) implements SetUp {
    static final int SIZE = 32;

    /** What stands where a DKEK tells its shares. */
    private static final int NO_SHARES = 0xFF;

    /**
     * An XKEK of these sizes.
     *
     * @throws IllegalArgumentException if they are others
     */
    public Xkek {
      if (uid.size() != SIZE || secret.map(Hidden::size).orElse(SIZE) != SIZE) {
        throw new IllegalArgumentException("XKEK domain");
      }
    }

    @Override
    public Bytes status() {
      return Ber.join(Ber.octet(NO_SHARES), Ber.octet(0), SetUp.checkValue(key()), uid);
    }

    @Override
    public Optional<KeyEncryptionKey> key() {
      return secret.map(KeyEncryptionKey::new);
    }

    @Override
    public Xkek cleared() {
      return new Xkek(uid, Optional.empty());
    }
  }
}
