// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;

/**
 * One password share as it stands on a sheet.
 *
 * <pre>
 * offset  length  meaning
 *      0       1  0x11 for 64 bits, 0x12 for 128 bits
 *      1       5  set id
 *      6       1  copy number, 1 to 255: a sheet that is made again has the next one
 *      7       1  threshold t, 2 to n
 *      8       1  custodians n, 2 to 99
 *      9       1  share id, 1 to n
 *     10       w  prime, w = 8 or 16 bytes, big-endian, top bit set
 *   10+w       w  value, big-endian, below the prime
 * </pre>
 *
 * <p>Source: ours. Owns the value and wipes it when closed.
 */
public final class ShareContent implements SheetPayload {
  /** The most custodians a set may have. */
  public static final int MAX_CUSTODIANS = 99;

  /** The highest copy number. */
  public static final int MAX_COPY = 255;

  private static final int PRIME_AT = 10;

  private final SetId set;
  private final int copy;
  private final int threshold;
  private final int custodians;
  private final int id;
  private final Bytes prime;
  private final Secret value;

  /**
   * Takes over the value.
   *
   * @param set the set of sheets
   * @param copy 1 for the first sheet of this share, one more each time it is made again
   * @param threshold how many shares open the file
   * @param custodians how many shares there are
   * @param id which share this is, from 1
   * @param prime 8 or 16 bytes, big-endian, top bit set
   * @param value as many bytes as the prime, below it
   * @throws ProblemException if the numbers do not go together; the value is wiped then
   */
  public ShareContent(
      SetId set, int copy, int threshold, int custodians, int id, Bytes prime, Secret value)
      throws ProblemException {
    this.set = set;
    this.copy = copy;
    this.threshold = threshold;
    this.custodians = custodians;
    this.id = id;
    this.prime = prime;
    this.value = value;
    try {
      check();
    } catch (ProblemException e) {
      value.close();
      throw e;
    }
  }

  private void check() throws ProblemException {
    if (custodians < 2 || custodians > MAX_CUSTODIANS || threshold < 2 || threshold > custodians) {
      throw new QuorumProblem.ThresholdOutOfRange(threshold, custodians).asException();
    }
    if (id < 1 || id > custodians) {
      throw new QuorumProblem.ShareIdOutOfRange(id, custodians).asException();
    }
    if (copy < 1 || copy > MAX_COPY) {
      throw new PaperProblem.SheetUnknown().asException();
    }
    if ((prime.size() != 8 && prime.size() != 16) || prime.at(0) < 0x80) {
      throw new QuorumProblem.PrimeUnusable().asException();
    }
    if (value.size() != prime.size() || !isBelow(value, prime)) {
      throw new QuorumProblem.ShareValueTooLarge(id).asException();
    }
  }

  private static boolean isBelow(Secret value, Bytes bound) {
    byte[] limit = bound.toByteArray();
    return value.use(bytes -> Arrays.compareUnsigned(bytes, limit) < 0);
  }

  static ShareContent parse(PayloadKind kind, byte[] bytes) throws ProblemException {
    int valueAt = PRIME_AT + (kind.size() - PRIME_AT) / 2;
    return new ShareContent(
        new SetId(Bytes.of(Arrays.copyOfRange(bytes, 1, 6))),
        bytes[6] & 0xFF,
        bytes[7] & 0xFF,
        bytes[8] & 0xFF,
        bytes[9] & 0xFF,
        Bytes.of(Arrays.copyOfRange(bytes, PRIME_AT, valueAt)),
        Secret.taking(Arrays.copyOfRange(bytes, valueAt, kind.size())));
  }

  @Override
  public Secret encode() {
    byte[] bytes = new byte[kind().size()];
    bytes[0] = (byte) kind().firstByte();
    System.arraycopy(set.bytes().toByteArray(), 0, bytes, 1, SetId.SIZE);
    bytes[6] = (byte) copy;
    bytes[7] = (byte) threshold;
    bytes[8] = (byte) custodians;
    bytes[9] = (byte) id;
    System.arraycopy(prime.toByteArray(), 0, bytes, PRIME_AT, prime.size());
    return value.use(lent -> {
      System.arraycopy(lent, 0, bytes, PRIME_AT + prime.size(), lent.length);
      return Secret.taking(bytes);
    });
  }

  /**
   * Compares a sheet that was read back with the share that was put on it.
   *
   * @param made what was printed or shown
   * @throws ProblemException if this is another sheet, naming in what
   */
  public void requireSameAs(ShareContent made) throws ProblemException {
    if (!set.equals(made.set)) {
      throw new QuorumProblem.ShareOfAnotherSet(id, set.toText()).asException();
    }
    if (id != made.id) {
      throw new PaperProblem.SheetOfAnotherCustodian(id, made.id).asException();
    }
    if (copy != made.copy) {
      throw new PaperProblem.SheetVoided(id, copy, made.copy).asException();
    }
    if (threshold != made.threshold
        || custodians != made.custodians
        || !prime.equals(made.prime)
        || !value.matches(made.value)) {
      throw new PaperProblem.SheetDiffers(id).asException();
    }
  }

  @Override
  public PayloadKind kind() {
    return prime.size() == 8 ? PayloadKind.SHARE_64 : PayloadKind.SHARE_128;
  }

  @Override
  public SetId set() {
    return set;
  }

  /** The copy number, from 1. */
  public int copy() {
    return copy;
  }

  /** How many shares open the share file. */
  public int threshold() {
    return threshold;
  }

  /** How many shares there are. */
  public int custodians() {
    return custodians;
  }

  /** Which share this is, from 1. */
  public int id() {
    return id;
  }

  /** The prime of the set, big-endian. */
  public Bytes prime() {
    return prime;
  }

  /** The value, lent: it stays owned by this content. */
  public Secret value() {
    return value;
  }

  @Override
  public void close() {
    value.close();
  }

  @Override
  public String toString() {
    return "share " + id + " of " + custodians + " in set " + set + ", copy " + copy;
  }
}
