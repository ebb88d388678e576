// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.ProblemException;

/**
 * A key out of its wrapping, whose parts were found to be one key. It gives away its public half,
 * and itself only wrapped again. Its owner closes it.
 */
public final class UnwrappedKey implements AutoCloseable {
  /** How many random bytes a new wrapping begins with. */
  public static final int RANDOM = PlainKey.RANDOM;

  private final KeyBlob blob;
  private final Secret plain;
  private final PlainKey parts;

  private UnwrappedKey(KeyBlob blob, Secret plain, PlainKey parts) {
    this.blob = blob;
    this.plain = plain;
    this.parts = parts;
  }

  /** Takes over the decrypted bytes of a blob. */
  static UnwrappedKey taking(KeyBlob blob, Secret plain) throws ProblemException {
    try {
      PlainKey parts = plain.use(bytes -> PlainKey.read(blob.type(), bytes));
      return new UnwrappedKey(blob, plain, parts);
    } catch (ProblemException e) {
      plain.close();
      throw e;
    }
  }

  /** Kind and size. */
  public KeySpec spec() {
    return parts.spec();
  }

  /** The public half, calculated from the private one; nothing for AES. */
  public Optional<PublicKey> publicKey() {
    return parts.publicKey();
  }

  /**
   * The same bytes under a DKEK, with the padding and the random bytes that they came with. Under
   * the DKEK they came from it is the same blob.
   */
  public KeyBlob sealAsFound(Dkek dkek) {
    return blob.sealed(plain, dkek);
  }

  /**
   * The key under a DKEK as a device writes it: numbers of full length, padding always added
   * (section 6.2 and 17 no. 13). The list of algorithms stays.
   *
   * @param random 8 random bytes
   */
  public KeyBlob seal(Dkek dkek, Bytes random) {
    if (random.size() != RANDOM) {
      throw new IllegalArgumentException(random.size() + " random bytes");
    }
    try (Secret written = Secret.taking(written(random))) {
      return blob.sealed(written, dkek);
    }
  }

  private byte[] written(Bytes random) {
    boolean isAes = parts.spec() instanceof KeySpec.Aes;
    int end = PlainKey.SIZE_END;
    for (PlainKey.Field field : parts.fields()) {
      end += (isAes ? 0 : 2) + length(field);
    }
    // At least the one byte that ends the content.
    byte[] content = new byte[(end / BlobCipher.BLOCK + 1) * BlobCipher.BLOCK];
    System.arraycopy(random.toByteArray(), 0, content, 0, RANDOM);
    put(content, RANDOM, isAes ? parts.spec().bits() / 8 : parts.spec().bits());
    int at = PlainKey.SIZE_END;
    for (PlainKey.Field field : parts.fields()) {
      int length = length(field);
      if (!isAes) {
        put(content, at, length);
        at += 2;
      }
      copy(field, content, at);
      at += length;
    }
    content[at] = (byte) 0x80;
    return content;
  }

  private static int length(PlainKey.Field field) {
    return switch (field) {
      case PlainKey.Field.Open(Bytes open) -> open.size();
      case PlainKey.Field.Hidden(int _, int _, int full) -> full;
    };
  }

  private void copy(PlainKey.Field field, byte[] into, int at) {
    switch (field) {
      case PlainKey.Field.Open(Bytes open) ->
          System.arraycopy(open.toByteArray(), 0, into, at, open.size());
      case PlainKey.Field.Hidden(int from, int size, int full) ->
          plain.use(bytes -> {
            System.arraycopy(bytes, from, into, at + full - size, size);
            return null;
          });
    }
  }

  private static void put(byte[] into, int at, int number) {
    into[at] = (byte) (number >> 8);
    into[at + 1] = (byte) number;
  }

  @Override
  public void close() {
    plain.close();
  }

  @Override
  public String toString() {
    return parts.spec().text() + " key";
  }
}
