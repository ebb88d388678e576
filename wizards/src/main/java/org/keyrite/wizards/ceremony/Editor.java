// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;

/** With what a person enters a value. A shell has one way of showing each. */
public sealed interface Editor {

  /** A line of text of so many of these characters, without control characters. */
  record Text(int shortest, int longest, Letters letters) implements Editor {
    /** Of any characters. */
    public Text(int shortest, int longest) {
      this(shortest, longest, Letters.ANY);
    }
  }

  /** Which characters a text may have. Pure; called while the person types. */
  @FunctionalInterface
  interface Letters {
    /** Whatever can be typed. */
    Letters ANY = text -> List.of();

    /** The characters of a text that it may not have, each once, in their order. */
    List<String> lacking(String text);
  }

  /** A whole number within these limits. */
  record Number(int least, int most) implements Editor {}

  /** One of a few; the words for an option are the message {@code choice.FAMILY.OPTION}. */
  record Choice(List<String> options) implements Editor {
    /** Keeps its own copy of the options. */
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** A file that exists. */
  record OpenFile(Content content) implements Editor {
    /** What is in it, so that a rehearsal brings the right one. */
    public enum Content {
      SHARE,
      WRAPPED_KEYS,
      CERTIFICATE,
      /** A device ID; those that lie beside it are taken as well. */
      DEVICE_IDS,
      /** A membership; those that lie beside it are taken as well. */
      MEMBERSHIPS,
      REGISTER,
      /** The manifest of a migration; what it lists lies beside it. */
      MIGRATION
    }
  }

  /** A passphrase that the person makes up now and types twice; the secret is its UTF-8 bytes. */
  record NewPassphrase(int shortest) implements Editor {}

  /** A passphrase that the person already has; the secret is its UTF-8 bytes. */
  record KnownPassphrase() implements Editor {}

  /**
   * A PIN for a device that the person makes up now and types twice; the secret is the ASCII bytes
   * as typed, for an SO-PIN in either notation. One that stands in manuals is for practice only.
   *
   * @param shortest the fewest characters of a user PIN; an SO-PIN has a length of its own
   */
  record NewPin(Pin which, int shortest) implements Editor {}

  /** A PIN that a device has already; the secret is its UTF-8 bytes as typed. */
  record KnownPin(Pin which) implements Editor {}

  /** The lines of a sheet, typed or scanned; the secret is what the sheet carries. */
  record Sheet(SheetTyping typing) implements Editor {}

  /** How a sheet is read back. Lines are counted from 1; nothing typed is kept. */
  interface SheetTyping {
    /** How many lines the sheet has; none if it is only scanned. */
    int lines();

    /** How many characters line {@code line} has, without gaps. */
    int length(int line);

    /** What is to be said of a line so far; folding (O to 0) is the caller's to show. */
    Judgement judge(int line, char[] typed);

    /** What the lines carry; the caller keeps the arrays and wipes them. */
    Secret join(List<char[]> lines) throws ProblemException;

    /** What the code on a scanned sheet carries. */
    Secret scan(Path pictureOrPdf) throws ProblemException;

    /** What the code on a sheet carries, typed by a hand-held scanner; the caller wipes it. */
    default Secret code(char[] typed) throws ProblemException {
      throw new PaperProblem.TypedCodeDiffers().asException();
    }
  }

  /** What is to be said of a typed line. */
  sealed interface Judgement {
    /** The line is complete and its check characters agree. */
    record Good() implements Judgement {}

    /** So many characters are still to come. */
    record Incomplete(int missing) implements Judgement {}

    /** The character at this position, from 0, is none that a sheet uses. */
    record Foreign(int position) implements Judgement {}

    /**
     * The check characters disagree.
     *
     * @param group where to look, from 1; 0 if not known
     * @param what the sentence about it; names places, never characters that were typed
     */
    record Wrong(int group, Message what) implements Judgement {}
  }
}
