// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;

/** A card that remembers what it was told, and may say something without doing anything. */
final class LyingCard extends CardInFront {
  private final List<String> heard = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private boolean unlocked;
  private long busy;
  private final Map<String, String> lies = new HashMap<>();
  private final Map<String, String> misheard = new HashMap<>();

  LyingCard(Card card) {
    super(card);
  }

  /** From now on, commands that begin like this are not done, and answered like that. */
  void lies(String command, String answer) {
    lies.put(command, answer);
  }

  /** From now on, commands that begin like this need the user PIN first. */
  void wantsPinFor(String command) {
    guarded.add(command);
  }

  /** From now on, it hears this in commands where that was said. */
  void mishears(String said, String heardInstead) {
    misheard.put(said, heardInstead);
  }

  void tellsTheTruth() {
    lies.clear();
    misheard.clear();
  }

  /** The number, from 1, of the first command that begins like this and has this many bytes. */
  int numberOf(String command, int size) {
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).startsWith(command) && heard.get(i).length() == 2 * size) {
        return i + 1;
      }
    }
    throw new AssertionError("never heard " + command);
  }

  /** The number, from 1, of the first command that begins like this. */
  int numberOf(String command) {
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).startsWith(command)) {
        return i + 1;
      }
    }
    throw new AssertionError("never heard " + command);
  }

  /** How many commands began like this. */
  int timesOf(String command) {
    return (int) heard.stream().filter(said -> said.startsWith(command)).count();
  }

  /** Nanoseconds of the processor that the card itself took. */
  long busy() {
    return busy;
  }

  private Bytes done(Bytes command) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    Bytes answer = card.transmit(command);
    busy += clock.getCurrentThreadCpuTime() - start;
    return answer;
  }

  private Bytes understood(String text) {
    String said = text;
    for (Map.Entry<String, String> wrong : misheard.entrySet()) {
      said = said.replace(wrong.getKey(), wrong.getValue());
    }
    return Bytes.fromHex(said);
  }

  @Override
  public Bytes transmit(Bytes command) {
    String text = command.toHex();
    heard.add(text);
    if (!unlocked && guarded.stream().anyMatch(text::startsWith)) {
      return Bytes.fromHex("6982");
    }
    Bytes answer =
        lies.entrySet().stream()
            .filter(lie -> text.startsWith(lie.getKey()))
            .findFirst()
            .map(lie -> Bytes.fromHex(lie.getValue()))
            .orElseGet(() -> done(understood(text)));
    if (text.startsWith("00a4") || text.startsWith("002000810")) {
      unlocked = text.startsWith("0020") && answer.equals(Bytes.fromHex("9000"));
    }
    return answer;
  }
}
