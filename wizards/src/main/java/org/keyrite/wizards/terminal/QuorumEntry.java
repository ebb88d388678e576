// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.paper.TypedHex;

/** Prime and shares of a quorum as people type them or a script pipes them. */
final class QuorumEntry {
  private QuorumEntry() {}

  /** A share as it was typed. */
  private record Typed(int id, Secret value) {}

  /**
   * Reads lines to the end of the input: the prime in hex, then number (decimal) and value (hex) of
   * a share a line. Empty lines do not count. The caller owns the shares.
   */
  static QuorumShares read(Keyboard lines) throws ProblemException {
    BigInteger prime = null;
    List<Typed> shares = new ArrayList<>();
    try {
      int number = 0;
      for (Optional<char[]> line = lines.hidden(); line.isPresent(); line = lines.hidden()) {
        number++;
        char[] typed = line.get();
        try {
          if (isBlank(typed)) {
            continue;
          }
          if (prime == null) {
            prime = prime(typed).orElseThrow(unreadable(number));
          } else {
            shares.add(share(typed).orElseThrow(unreadable(number)));
          }
        } finally {
          Arrays.fill(typed, '\0');
        }
      }
      if (prime == null) {
        throw new PlanProblem.ValueMissing().asException();
      }
      return validated(prime, shares);
    } finally {
      shares.forEach(share -> share.value().close());
    }
  }

  private static java.util.function.Supplier<ProblemException> unreadable(int line) {
    return () -> new QuorumProblem.QuorumLineUnreadable(line).asException();
  }

  private static boolean isBlank(char[] typed) {
    for (char c : typed) {
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<BigInteger> prime(char[] typed) {
    return TypedHex.parse(typed, 0, typed.length)
        .map(secret -> {
          try (secret) {
            return secret.use(bytes -> new BigInteger(1, bytes));
          }
        });
  }

  private static Optional<Typed> share(char[] typed) {
    int at = 0;
    while (at < typed.length && Character.isWhitespace(typed[at])) {
      at++;
    }
    int id = 0;
    int start = at;
    while (at < typed.length && typed[at] >= '0' && typed[at] <= '9' && at - start < 4) {
      id = 10 * id + typed[at++] - '0';
    }
    if (at == start || at == typed.length || !Character.isWhitespace(typed[at])) {
      return Optional.empty();
    }
    int number = id;
    return TypedHex.parse(typed, at, typed.length).map(value -> new Typed(number, value));
  }

  private static QuorumShares validated(BigInteger prime, List<Typed> shares)
      throws ProblemException {
    try (PasswordShares typed = new PasswordShares(prime, 0, 0)) {
      shares.forEach(share -> typed.add(share.id(), share.value().copy()));
      return allAtOnce(typed);
    }
  }

  /**
   * The usable shares of those that were not typed one after the other. Where nobody can add to
   * them, no sentence says that they stay.
   */
  static QuorumShares allAtOnce(PasswordShares shares) throws ProblemException {
    try {
      return shares.validate();
    } catch (ProblemException e) {
      throw switch (e.problem()) {
        case QuorumProblem.SharesTooFew _, QuorumProblem.ShareRepeated _ ->
            new QuorumProblem.SharesNotTaken(e.problem()).asException();
        default -> e;
      };
    }
  }

  /**
   * Asks people, and says what is wrong with a number or a value as soon as it is typed. What was
   * typed in sight is cleared from the screen, however this ends, also by a signal.
   */
  static QuorumShares ask(Dialog dialog, Stops stops) throws ProblemException {
    try (Stops.Watch _ = stops.watch(ExitStatus.REFUSED, dialog.screen()::clear);
        PasswordShares shares = new PasswordShares(askPrime(dialog), 0, 0)) {
      while (true) {
        String question = dialog.messages().text("terminal.quorum.id", shares.size() + 1);
        String id = dialog.line(question).strip();
        Optional<Problem> refused = Optional.empty();
        if (id.isEmpty()) {
          try {
            return shares.validate();
          } catch (ProblemException e) {
            refused = Optional.of(e.problem());
          }
        } else {
          refused =
              id.matches("[0-9]{1,4}")
                  ? askValue(dialog, shares, Integer.parseInt(id))
                  : Optional.of(new PlanProblem.NotANumber(id));
        }
        refused.ifPresent(dialog::again);
      }
    } finally {
      dialog.screen().clear();
    }
  }

  /** What is wrong with the share of this number; if nothing is, it was added. */
  private static Optional<Problem> askValue(Dialog dialog, PasswordShares shares, int id)
      throws ProblemException {
    Optional<Problem> wrongId = shares.problemWithNext(id);
    if (wrongId.isPresent()) {
      return wrongId;
    }
    char[] typed = dialog.visible(dialog.messages().text("terminal.quorum.value", id));
    Optional<Secret> value;
    try {
      value = TypedHex.parse(typed, 0, typed.length);
    } finally {
      Arrays.fill(typed, '\0');
    }
    if (value.isEmpty()) {
      return Optional.of(new QuorumProblem.HexUnreadable());
    }
    shares.add(id, value.get());
    Optional<Problem> refused = shares.problem();
    if (refused.isPresent()) {
      shares.removeLast();
    }
    return refused;
  }

  private static BigInteger askPrime(Dialog dialog) throws ProblemException {
    while (true) {
      char[] typed = dialog.visible(dialog.messages().text("terminal.quorum.prime"));
      Optional<BigInteger> prime = prime(typed);
      Arrays.fill(typed, '\0');
      if (prime.isPresent() && PasswordShares.isUsable(prime.get())) {
        return prime.get();
      }
      dialog.again(
          prime.isEmpty() ? new QuorumProblem.HexUnreadable() : new QuorumProblem.PrimeUnusable());
    }
  }
}
