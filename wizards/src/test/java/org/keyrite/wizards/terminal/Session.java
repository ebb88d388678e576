// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.Readers;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.KnownKeyboard;
import org.keyrite.wizards.preflight.CalmLaptop;

/** Somebody at a command line. */
final class Session {
  static final DerivationCost COST = DerivationCost.forTests(40);
  static final int WINDOW_OPENED = 42;

  /** On which it runs. */
  final CalmLaptop laptop = new CalmLaptop();

  private final Path records;
  private final DerivationCost cost;
  private final List<Runnable> stops = new CopyOnWriteArrayList<>();
  private Readers readers = new PracticeReaders(List.of());
  private Consumer<String> listener = line -> {};

  Session(Path records) {
    this(records, COST);
  }

  Session(Path records, DerivationCost cost) {
    this.records = records;
    this.cost = cost;
  }

  /** With these readers plugged in. */
  Session with(Readers plugged) {
    readers = plugged;
    return this;
  }

  /** Every line of the output is told as soon as it stands there. */
  Session telling(Consumer<String> somebody) {
    listener = somebody;
    return this;
  }

  /** How a command ended and what it printed. */
  record Ran(int status, String out, String err) {

    /** A refusal is two sentences, and no trace of the program. */
    void assertRefused(String what) {
      assertEquals(ExitStatus.REFUSED, status, this::toString);
      assertSentences(2);
      assertTrue(err.contains(what), this::toString);
    }

    void assertUsage(String what) {
      assertEquals(ExitStatus.USAGE, status, this::toString);
      assertSentences(2);
      assertTrue(err.contains(what), this::toString);
      assertEquals("", out);
    }

    private void assertSentences(int lines) {
      assertEquals(lines, err.lines().count(), this::toString);
      assertFalse(err.contains("Exception"), this::toString);
      assertFalse(err.contains("\tat "), this::toString);
    }
  }

  /** Runs with nothing to read. */
  Ran run(String... arguments) {
    return piped("", arguments);
  }

  /** Runs with a pipe as input; nothing is a terminal. */
  Ran piped(String input, String... arguments) {
    Keyboard keyboard =
        new StreamKeyboard(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return run(keyboard, new ByteArrayOutputStream(), false, arguments);
  }

  /**
   * Runs on a terminal.
   *
   * @param typist from a question to what is typed; null closes the terminal
   */
  Ran typed(UnaryOperator<String> typist, String... arguments) {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    return run(new Fingers(seen, typist), seen, true, arguments);
  }

  private Ran run(
      Keyboard keyboard, ByteArrayOutputStream seen, boolean terminal, String... arguments) {
    Both out = new Both(seen, listener);
    Both err = new Both(seen, line -> {});
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            "test",
            Language.ENGLISH,
            records,
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
            new CombinedRandom(List.of(new JvmRandom())),
            cost,
            Catalogue.ALL,
            readers,
            laptop,
            keyboard,
            new Screen(
                printed, new PrintStream(err, true, StandardCharsets.UTF_8), out, terminal, false),
            (status, stop) -> {
              stops.add(stop);
              return () -> stops.remove(stop);
            },
            asked -> WINDOW_OPENED);
    int status = new KeyriteCommand(surroundings).run(arguments);
    return new Ran(
        status,
        out.alone.toString(StandardCharsets.UTF_8),
        err.alone.toString(StandardCharsets.UTF_8));
  }

  /** Does what a signal does. */
  void stop() {
    List.copyOf(stops).forEach(Runnable::run);
  }

  /** One output, alone and on the screen with the other. */
  private static final class Both extends OutputStream {
    private final ByteArrayOutputStream alone = new ByteArrayOutputStream();
    private final ByteArrayOutputStream seen;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> listener;

    Both(ByteArrayOutputStream seen, Consumer<String> listener) {
      this.seen = seen;
      this.listener = listener;
    }

    @Override
    public void write(int b) {
      alone.write(b);
      seen.write(b);
      if (b == '\n') {
        listener.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }

  /** Types an answer to whatever stands on the last line. */
  private record Fingers(ByteArrayOutputStream screen, UnaryOperator<String> typist)
      implements Keyboard {
    @Override
    public boolean isManned() {
      return true;
    }

    @Override
    public Optional<String> line() {
      String shown = screen.toString(StandardCharsets.UTF_8);
      String typed = typist.apply(shown.substring(shown.lastIndexOf('\n') + 1).strip());
      if (typed != null) {
        // The echo of the terminal: what is typed is not a question.
        screen.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
      }
      return Optional.ofNullable(typed);
    }

    @Override
    public boolean hasLine() {
      return true;
    }

    @Override
    public Optional<char[]> visible() {
      return line().map(String::toCharArray);
    }

    @Override
    public Optional<char[]> hidden() {
      return visible();
    }

    @Override
    public Optional<KeyboardSetup> setup() {
      return Optional.of(new KnownKeyboard(Optional.of(false), List.of("de")));
    }
  }
}
