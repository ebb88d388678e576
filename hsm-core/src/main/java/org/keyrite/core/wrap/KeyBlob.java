// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.security.MessageDigest;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.WrappedKeyBroken;
import org.keyrite.core.problem.KeyProblem.WrappedKeyChanged;
import org.keyrite.core.problem.KeyProblem.WrappedUnderAnotherKey;
import org.keyrite.core.problem.ProblemException;

/**
 * A wrapped key (byte reference, section 6.2 [2+]; the same for a DKEK and an XKEK, section 6.4).
 * LV2 is a length of two bytes, big-endian, and so many bytes.
 *
 * <pre>
 * 8       key check value of the key encryption key
 * 1       type: 05, 06, 0C or 0F
 * LV2     default algorithm, an object identifier without tag; some firmware writes it wrong, so
 *         nobody reads it
 * LV2     allowed algorithms, one byte each
 * LV2     access conditions, empty on all known blobs
 * LV2     object identifier of the key, empty on all known blobs
 * n * 16  ciphertext: AES-256-CBC, the vector is zero
 * 16      AES-256-CMAC over all before
 * </pre>
 *
 * @param checkValue of the key encryption key it was wrapped under
 * @param type what is inside
 * @param defaultAlgorithm kept as found
 * @param algorithms what the key may be used for; a device honours it when it takes the key in
 * @param access kept as found
 * @param objectId kept as found
 * @param ciphertext the key
 * @param mac 16 bytes
 */
public record KeyBlob(
    KeyCheckValue checkValue,
    KeyType type,
    Bytes defaultAlgorithm,
    AllowedAlgorithms algorithms,
    Bytes access,
    Bytes objectId,
    Bytes ciphertext,
    Bytes mac) {
  private static final String FORMAT = "wrapped key";
  private static final int BLOCK = BlobCipher.BLOCK;

  /**
   * The blob that these bytes are. Whether it is whole shows only under its key encryption key.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static KeyBlob parse(Bytes content) throws ProblemException {
    Cursor cursor = new Cursor(content);
    KeyCheckValue checkValue =
        new KeyCheckValue(cursor.take("key check value", KeyCheckValue.SIZE));
    int typeAt = cursor.at;
    int code = cursor.take("type", 1).at(0);
    KeyType type = KeyType.of(code).orElseThrow(() -> malformed("type", typeAt));
    Bytes defaultAlgorithm = cursor.field("default algorithm");
    int algorithmsAt = cursor.at;
    Bytes algorithms = cursor.field("allowed algorithms");
    if (algorithms.size() > AllowedAlgorithms.MOST) {
      throw malformed("allowed algorithms", algorithmsAt);
    }
    Bytes access = cursor.field("access conditions");
    Bytes objectId = cursor.field("object identifier");
    int size = content.size() - cursor.at - BLOCK;
    if (size < BLOCK || size % BLOCK != 0) {
      throw malformed("ciphertext", cursor.at);
    }
    return new KeyBlob(
        checkValue,
        type,
        defaultAlgorithm,
        new AllowedAlgorithms(algorithms),
        access,
        objectId,
        cursor.take("ciphertext", size),
        cursor.take("MAC", BLOCK));
  }

  /** Takes bytes off the front. */
  private static final class Cursor {
    private final Bytes content;
    private int at;

    private Cursor(Bytes content) {
      this.content = content;
    }

    private Bytes take(String field, int size) throws ProblemException {
      if (size > content.size() - at) {
        throw malformed(field, at);
      }
      at += size;
      return content.slice(at - size, at);
    }

    private Bytes field(String field) throws ProblemException {
      Bytes size = take(field, 2);
      return take(field, size.at(0) << 8 | size.at(1));
    }
  }

  private static ProblemException malformed(String field, int offset) {
    return new Malformed(FORMAT, field, offset).asException();
  }

  /** The bytes that were read, or are to be sent. */
  public Bytes encode() {
    return authenticated().plus(mac);
  }

  private Bytes authenticated() {
    return checkValue
        .value()
        .plus(Bytes.of((byte) type.code()))
        .plus(field(defaultAlgorithm))
        .plus(field(algorithms.ids()))
        .plus(field(access))
        .plus(field(objectId))
        .plus(ciphertext);
  }

  private static Bytes field(Bytes content) {
    return Bytes.of((byte) (content.size() >> 8), (byte) content.size()).plus(content);
  }

  /**
   * Opens it: compares the check value, then the MAC, and only then decrypts and looks whether the
   * key inside holds together. The DKEK stays the caller's; what comes back is the caller's too.
   *
   * @throws ProblemException {@link WrappedUnderAnotherKey}, {@link WrappedKeyChanged}, {@link
   *     WrappedKeyBroken}
   */
  public UnwrappedKey open(Dkek dkek) throws ProblemException {
    if (!checkValue.equals(dkek.keyCheckValue())) {
      throw new WrappedUnderAnotherKey(checkValue.toText()).asException();
    }
    try (Secret macKey = dkek.authenticationKey();
        Secret key = dkek.encryptionKey()) {
      byte[] expected = BlobCipher.mac(macKey, authenticated());
      if (!MessageDigest.isEqual(expected, mac.toByteArray())) {
        throw new WrappedKeyChanged().asException();
      }
      return UnwrappedKey.taking(this, BlobCipher.decrypt(key, ciphertext));
    }
  }

  /**
   * The kinds of keys that fit without opening it, for keys that nobody wrote down what they are:
   * by type and size, if numbers have full length as devices write them. For AES and for curves of
   * one size there may be several, and none for what an emulator shortened.
   */
  public List<KeySpec> possibleKinds() {
    return KindsBySize.of(type, ciphertext.size());
  }

  /** The same header around this decrypted key, under this DKEK. */
  KeyBlob sealed(Secret plain, Dkek dkek) {
    try (Secret macKey = dkek.authenticationKey();
        Secret key = dkek.encryptionKey()) {
      KeyBlob open = with(dkek.keyCheckValue(), BlobCipher.encrypt(key, plain), Bytes.EMPTY);
      Bytes sealed = Bytes.of(BlobCipher.mac(macKey, open.authenticated()));
      return with(open.checkValue, open.ciphertext, sealed);
    }
  }

  private KeyBlob with(KeyCheckValue newCheckValue, Bytes newCiphertext, Bytes newMac) {
    return new KeyBlob(
        newCheckValue, type, defaultAlgorithm, algorithms, access, objectId, newCiphertext, newMac);
  }

  @Override
  public String toString() {
    return type + " wrapped under " + checkValue;
  }
}
