// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.i18n.Message;

/**
 * What can be said about one typed line. Names places, never the characters that stand there.
 * Lines, groups and positions count from 1; the group after the last is the two check characters.
 */
public sealed interface LineVerdict {

  /** Which line this is about. */
  int line();

  /** The sentence for the person who types. */
  Message message();

  /** Whether nothing is wrong with the line. */
  default boolean isGood() {
    return this instanceof Good;
  }

  /** The line is as it was written, as far as its check characters can tell. */
  record Good(int line) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.good", line);
    }
  }

  /** So many characters are still to come. */
  record Incomplete(int line, int missing) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.incomplete", line, missing);
    }
  }

  /** So many characters too many. */
  record TooLong(int line, int extra) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.tooLong", line, extra);
    }
  }

  /** A character that no sheet has, at this position of the line, gaps not counted. */
  record Foreign(int line, int position) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.foreign", line, position);
    }
  }

  /** Something is wrong somewhere in the line. */
  record Wrong(int line) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.wrong", line);
    }
  }

  /**
   * One character is wrong, most likely in this group.
   *
   * @param alike the look-alikes that may be behind it, the likeliest alone if there is one
   */
  record WrongGroup(int line, int group, List<LookAlike> alike) implements LineVerdict {
    /** Keeps its own copy of the list. */
    public WrongGroup {
      alike = List.copyOf(alike);
    }

    @Override
    public Message message() {
      if (alike.isEmpty()) {
        return Message.of("paper.line.wrongGroup", line, group);
      }
      return Message.of(
          "paper.line.wrongGroupAlike",
          line,
          group,
          String.valueOf(alike.getFirst().first()),
          String.valueOf(alike.getFirst().second()));
    }

    @Override
    public String toString() {
      return "line " + line + ", group " + group;
    }
  }

  /** Two neighbouring characters, or two groups, most likely changed places from this group on. */
  record Swapped(int line, int group) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.swapped", line, group);
    }
  }

  /** This is most likely another line of the sheet. */
  record OtherLine(int line, int actual) implements LineVerdict {
    @Override
    public Message message() {
      return Message.of("paper.line.otherLine", line, actual);
    }
  }
}
