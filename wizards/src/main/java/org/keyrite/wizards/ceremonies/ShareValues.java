// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.paper.TypedHex;

/**
 * Password shares as sc-hsm-tool shows them to custodians, who wrote them down: one prime for all,
 * and for each the share's number (decimal) and its value, both numbers in hex, with colons or
 * without.
 */
final class ShareValues {
  /** The prime in hex, which everybody has alike; it tells nothing of the password. */
  static final Fact<String> PRIME = Fact.text("prime");

  /** Characters of the shortest prime that was ever used: 4 bytes without colons. */
  static final int SHORTEST_PRIME = 8;

  /** Characters of the longest that sc-hsm-tool takes: 31 bytes with colons. */
  static final int LONGEST_PRIME = 31 * 3 - 1;

  private ShareValues() {}

  /** The value of the j-th share that is brought, as it was typed. */
  static SecretSlot value(int j) {
    return new SecretSlot("shareValue[" + j + "]");
  }

  /** Its number. */
  static Fact<Integer> number(int j) {
    return Fact.number("shareValue[" + j + "].id");
  }

  /** What is wrong with a text as the prime, if anything. */
  static Optional<Problem> noPrime(String text) {
    Optional<BigInteger> number = number(text);
    if (number.isEmpty()) {
      return Optional.of(new QuorumProblem.HexUnreadable());
    }
    return PasswordShares.isUsable(number.get())
        ? Optional.empty()
        : Optional.of(new QuorumProblem.PrimeUnusable());
  }

  private static Optional<BigInteger> number(String text) {
    char[] typed = text.toCharArray();
    return TypedHex.parse(typed, 0, typed.length)
        .map(secret -> {
          try (secret) {
            return secret.use(bytes -> new BigInteger(1, bytes));
          }
        });
  }

  /** Refuses the j-th share if it does not go with the prime or with the shares before it. */
  static void require(Desk desk, int j) throws ProblemException {
    try (PasswordShares shares = typed(desk, j)) {
      Optional<Problem> problem = shares.problem();
      if (problem.isPresent()) {
        throw problem.get().asException();
      }
    }
  }

  /** All shares, usable; the caller closes them. */
  static QuorumShares all(Desk desk, int count) throws ProblemException {
    try (PasswordShares shares = typed(desk, count)) {
      return shares.validate();
    }
  }

  private static PasswordShares typed(Desk desk, int count) throws ProblemException {
    PasswordShares shares = new PasswordShares(number(desk.get(PRIME)).orElseThrow(), count, 0);
    boolean complete = false;
    try {
      for (int j = 1; j <= count; j++) {
        shares.add(desk.get(number(j)), parsed(desk.get(value(j))));
      }
      complete = true;
      return shares;
    } finally {
      if (!complete) {
        shares.close();
      }
    }
  }

  private static Secret parsed(Secret typed) throws ProblemException {
    char[] characters =
        typed.use(bytes -> {
          char[] copy = new char[bytes.length];
          for (int i = 0; i < bytes.length; i++) {
            copy[i] = (char) (bytes[i] & 0xFF);
          }
          return copy;
        });
    try {
      return TypedHex.parse(characters, 0, characters.length)
          .orElseThrow(() -> new QuorumProblem.HexUnreadable().asException());
    } finally {
      Arrays.fill(characters, '\0');
    }
  }
}
