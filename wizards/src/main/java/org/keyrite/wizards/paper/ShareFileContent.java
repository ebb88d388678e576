// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;

/**
 * A share file as it stands on a sheet. It is encrypted, so nothing here is secret by itself.
 *
 * <pre>
 * offset  length  meaning
 *      0       1  0x13
 *      1       5  set id
 *      6       1  copy number, 1 to 255
 *      7       1  which DKEK share this is, 1 to n
 *      8       1  DKEK shares n in the ceremony, 1 to 99
 *      9      64  the file
 * </pre>
 *
 * <p>Source: ours; the file is described in {@code docs/formats}.
 *
 * @param set the set of sheets
 * @param copy 1 for the first, one more each time the file is made again
 * @param index which DKEK share this is, from 1
 * @param shares how many DKEK shares the ceremony makes
 * @param file the 64 bytes
 */
public record ShareFileContent(SetId set, int copy, int index, int shares, Bytes file)
    implements SheetPayload {
  /** How many bytes a share file has. */
  public static final int FILE_SIZE = 64;

  private static final int FILE_AT = 9;

  /** A file of 64 bytes, numbered within its range. */
  public ShareFileContent {
    if (file.size() != FILE_SIZE
        || copy < 1
        || copy > ShareContent.MAX_COPY
        || shares < 1
        || shares > ShareContent.MAX_CUSTODIANS
        || index < 1
        || index > shares) {
      throw new IllegalArgumentException(
          file.size() + " bytes, copy " + copy + ", share " + index + " of " + shares);
    }
  }

  static ShareFileContent parse(byte[] bytes) throws ProblemException {
    int copy = bytes[6] & 0xFF;
    int index = bytes[7] & 0xFF;
    int shares = bytes[8] & 0xFF;
    if (copy < 1 || shares < 1 || shares > ShareContent.MAX_CUSTODIANS) {
      throw new PaperProblem.SheetUnknown().asException();
    }
    if (index < 1 || index > shares) {
      throw new QuorumProblem.ShareIdOutOfRange(index, shares).asException();
    }
    return new ShareFileContent(
        new SetId(Bytes.of(Arrays.copyOfRange(bytes, 1, 6))),
        copy,
        index,
        shares,
        Bytes.of(Arrays.copyOfRange(bytes, FILE_AT, bytes.length)));
  }

  @Override
  public Secret encode() {
    byte[] head = new byte[FILE_AT];
    head[0] = (byte) PayloadKind.SHARE_FILE.firstByte();
    System.arraycopy(set.bytes().toByteArray(), 0, head, 1, SetId.SIZE);
    head[6] = (byte) copy;
    head[7] = (byte) index;
    head[8] = (byte) shares;
    return Secret.taking(Bytes.of(head).plus(file).toByteArray());
  }

  /**
   * Compares a sheet that was read back with what was put on it.
   *
   * @throws ProblemException if this is another sheet, naming in what
   */
  public void requireSameAs(ShareFileContent made) throws ProblemException {
    if (!set.equals(made.set)) {
      throw new QuorumProblem.ShareOfAnotherSet(index, set.toText()).asException();
    }
    if (index != made.index) {
      throw new PaperProblem.SheetOfAnotherCustodian(index, made.index).asException();
    }
    if (copy != made.copy) {
      throw new PaperProblem.SheetVoided(index, copy, made.copy).asException();
    }
    if (!equals(made)) {
      throw new PaperProblem.SheetDiffers(index).asException();
    }
  }

  @Override
  public PayloadKind kind() {
    return PayloadKind.SHARE_FILE;
  }

  @Override
  public void close() {
    // Nothing here is secret.
  }
}
