// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

/** Made-up content for sheets, the same for the same seed. */
final class Samples {
  static final SetId SET = SetId.fromText("7F3K-2M9A").orElseThrow();
  static final long SEED = 20261121;

  private Samples() {}

  static ShareContent share(int bits, int threshold, int custodians, int id) {
    return share(new Random(SEED + id), bits, threshold, custodians, id, 1);
  }

  static ShareContent share(
      Random random, int bits, int threshold, int custodians, int id, int copy) {
    BigInteger prime = BigInteger.probablePrime(bits, random);
    BigInteger value = new BigInteger(bits, random).mod(prime);
    try {
      return new ShareContent(
          SET, copy, threshold, custodians, id, fixed(prime, bits), secret(value, bits));
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
  }

  static Secret secret(BigInteger number, int bits) {
    return Secret.taking(fixed(number, bits).toByteArray());
  }

  static Bytes fixed(BigInteger number, int bits) {
    byte[] digits = number.toByteArray();
    byte[] padded = new byte[bits / 8];
    int length = Math.min(digits.length, padded.length);
    System.arraycopy(digits, digits.length - length, padded, padded.length - length, length);
    return Bytes.of(padded);
  }

  static ShareFileContent shareFile() {
    byte[] file = new byte[64];
    new Random(SEED).nextBytes(file);
    System.arraycopy(
        "Salted__".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, file, 0, 8);
    return new ShareFileContent(SET, 1, 1, 1, Bytes.of(file));
  }

  static List<char[]> lines(SheetPayload content) {
    try (Secret payload = content.encode();
        CheckedText text = CheckedText.of(payload)) {
      List<char[]> lines = new ArrayList<>();
      for (int line = 1; line <= text.shape().lines(); line++) {
        lines.add(text.line(line));
      }
      return lines;
    }
  }

  static List<char[]> copy(List<char[]> lines) {
    return new ArrayList<>(lines.stream().map(char[]::clone).toList());
  }

  static Bytes bytes(Secret secret) {
    return secret.use(lent -> Bytes.of(Arrays.copyOf(lent, lent.length)));
  }
}
