// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML map of texts to texts. Everything else that YAML knows is refused: lists, maps in maps,
 * anchors and aliases, tags, a second document. No text is taken for a number, a date or a truth
 * value here; what it means is for the field that asks.
 *
 * @param path where it was read, for problems
 * @param values by word, in the order of the file
 */
record FlatYaml(String path, Map<String, Value> values) {
  /** More than any plan needs: 64 KiB. */
  static final int SIZE_LIMIT = 65_536;

  /**
   * A text and where it stands.
   *
   * @param text as written, quotes removed
   * @param line of its word, from 1
   */
  record Value(String text, int line) {}

  /** Reads a file. */
  static FlatYaml read(Path file) throws ProblemException {
    String path = file.toString();
    byte[] found = RegularFile.at(file).begin(SIZE_LIMIT + 1);
    if (found.length > SIZE_LIMIT) {
      throw new PlanProblem.PlanTooLarge(path, SIZE_LIMIT).asException();
    }
    return parse(path, found);
  }

  static FlatYaml parse(String path, byte[] utf8) throws ProblemException {
    try {
      return new FlatYaml(path, new Reading(path, decode(path, utf8)).map());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new PlanProblem.PlanUnreadable(path, line).asException();
    } catch (YAMLException e) {
      throw new PlanProblem.PlanUnreadable(path, 1).asException();
    }
  }

  private static String decode(String path, byte[] utf8) throws ProblemException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    boolean whole = !decoder.decode(in, out, true).isError();
    String text = out.flip().toString();
    // YAML allows no control characters; asked here because its reader does not tell the line.
    int at = 0;
    while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (!whole || at < text.length()) {
      int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      throw new PlanProblem.PlanUnreadable(path, line).asException();
    }
    return text;
  }

  /** One pass over the events of the parser. */
  private static final class Reading {
    private final String path;
    private final ParserImpl events;

    Reading(String path, String text) {
      LoaderOptions limits = new LoaderOptions();
      limits.setNestingDepthLimit(2);
      this.path = path;
      this.events = new ParserImpl(new StreamReader(text), limits);
    }

    Map<String, Value> map() throws ProblemException {
      Map<String, Value> values = new LinkedHashMap<>();
      next(Event.ID.StreamStart);
      if (events.checkEvent(Event.ID.StreamEnd)) {
        return values;
      }
      next(Event.ID.DocumentStart);
      if (next(Event.ID.MappingStart) instanceof MappingStartEvent start
          && (start.getAnchor() != null || start.getTag() != null)) {
        throw unreadable(start);
      }
      while (!events.checkEvent(Event.ID.MappingEnd)) {
        ScalarEvent word = scalar();
        int line = word.getStartMark().getLine() + 1;
        Value value = new Value(scalar().getValue(), line);
        if (values.putIfAbsent(word.getValue(), value) != null) {
          throw new PlanProblem.PlanKeyRepeated(path, line, word.getValue()).asException();
        }
      }
      next(Event.ID.MappingEnd);
      next(Event.ID.DocumentEnd);
      next(Event.ID.StreamEnd);
      return values;
    }

    private ScalarEvent scalar() throws ProblemException {
      Event event = next(Event.ID.Scalar);
      if (event instanceof ScalarEvent scalar
          && scalar.getAnchor() == null
          && scalar.getTag() == null) {
        return scalar;
      }
      throw unreadable(event);
    }

    private Event next(Event.ID expected) throws ProblemException {
      Event event = events.getEvent();
      if (!event.is(expected)) {
        throw unreadable(event);
      }
      return event;
    }

    private ProblemException unreadable(Event event) {
      int line = event.getStartMark().getLine() + 1;
      return new PlanProblem.PlanUnreadable(path, line).asException();
    }
  }
}
