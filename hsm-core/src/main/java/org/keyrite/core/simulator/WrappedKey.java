// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * A key as it leaves the device:
 *
 * <pre>
 * check value (8) | type (1) | LV default algorithm | LV allowed algorithms
 *   | LV access conditions, empty | LV key OID, empty
 *   | AES-CBC(random (8) | {@link WrappedContent} | 80 00 …) | AES-CMAC (16)
 * </pre>
 *
 * <p>LV is a length of two bytes and so many bytes. The CMAC is over everything in front of it.
 *
 * @param material the key
 * @param allowed its list of algorithms, empty for all
 */
record WrappedKey(KeyMaterial material, Bytes allowed) {
  private static final int RANDOM_SIZE = 8;

  /** The blob under this key. */
  Bytes seal(KeyEncryptionKey key, RandomGenerator random) {
    return seal(key, Hidden.random(RANDOM_SIZE, random).bytes());
  }

  Bytes seal(KeyEncryptionKey key, Bytes random) {
    Bytes plain = Ber.join(random, WrappedContent.encode(material), Ber.octet(0x80));
    int zeros = -plain.size() & AesKey.BLOCK - 1;
    Bytes sealed =
        Ber.join(
            key.checkValue(),
            Ber.octet(WrappedContent.type(material)),
            LengthValue.encode(WrappedContent.defaultAlgorithm(material)),
            LengthValue.encode(allowed),
            LengthValue.encode(Bytes.EMPTY),
            LengthValue.encode(Bytes.EMPTY),
            key.encryption().encrypt(plain.plus(Bytes.of(new byte[zeros]))));
    return sealed.plus(key.authentication().mac(sealed));
  }

  /** The check value of the key that a blob was made under. */
  static Optional<Bytes> checkValue(Bytes blob) {
    return blob.size() < KeyEncryptionKey.CHECK_VALUE_SIZE
        ? Optional.empty()
        : Optional.of(blob.slice(0, KeyEncryptionKey.CHECK_VALUE_SIZE));
  }

  /** What is in a blob that was made under this key, if it is whole and makes sense. */
  static Optional<WrappedKey> open(Bytes blob, KeyEncryptionKey key) {
    int end = blob.size() - AesKey.BLOCK;
    boolean intact =
        end > KeyEncryptionKey.CHECK_VALUE_SIZE
            && checkValue(blob).equals(Optional.of(key.checkValue()))
            && key.authentication().mac(blob.slice(0, end)).equals(blob.slice(end, blob.size()));
    if (!intact) {
      return Optional.empty();
    }
    LengthValue header = new LengthValue(blob.slice(0, end), KeyEncryptionKey.CHECK_VALUE_SIZE);
    try {
      int type = (int) Ber.number(header.take(1));
      header.next();
      Bytes allowed = header.next();
      Bytes conditions = header.next();
      Bytes oid = header.next();
      Bytes sealed = header.rest();
      boolean known = conditions.size() == 0 && oid.size() == 0;
      if (!known || sealed.size() % AesKey.BLOCK != 0) {
        return Optional.empty();
      }
      LengthValue plain = new LengthValue(key.encryption().decrypt(sealed), RANDOM_SIZE);
      return WrappedContent.parse(type, plain).map(found -> new WrappedKey(found, allowed));
    } catch (IndexOutOfBoundsException cut) {
      return Optional.empty();
    }
  }
}
