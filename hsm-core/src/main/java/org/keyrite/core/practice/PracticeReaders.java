// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.reader.Readers;
import org.keyrite.core.simulator.Card;

/**
 * Readers that exist in this program only, with simulated devices that are put in and taken out.
 */
public final class PracticeReaders implements Readers {
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private long changes;

  /** Empty readers of these names, which must differ. */
  public PracticeReaders(List<String> names) {
    for (String name : names) {
      if (slots.put(name, new Slot()) != null) {
        throw new IllegalArgumentException("two readers " + name);
      }
    }
  }

  /**
   * Puts a card into an empty reader; it gets power.
   *
   * @throws IllegalArgumentException if there is no such reader
   * @throws IllegalStateException if there is a card in it
   */
  public synchronized void insert(String reader, Card card) {
    Slot slot = slot(reader);
    if (slot.card.isPresent()) {
      throw new IllegalStateException(reader + " is not empty");
    }
    card.powerOn();
    slot.card = Optional.of(card);
    changed();
  }

  /**
   * Takes the card out of a reader, whatever is being done with it.
   *
   * @throws IllegalArgumentException if there is no such reader
   * @throws IllegalStateException if no card is in it
   */
  public synchronized Card remove(String reader) {
    Slot slot = slot(reader);
    Card card = slot.card.orElseThrow(() -> new IllegalStateException(reader + " is empty"));
    card.powerOff();
    slot.card = Optional.empty();
    slot.insertion++;
    changed();
    return card;
  }

  /**
   * From now on this reader carries short commands and answers only, like some that are sold.
   *
   * @throws IllegalArgumentException if there is no such reader
   */
  public synchronized void carryShortOnly(String reader) {
    slot(reader).isShort = true;
  }

  private Slot slot(String reader) {
    if (!slots.containsKey(reader)) {
      throw new IllegalArgumentException("no reader " + reader);
    }
    return slots.get(reader);
  }

  private void changed() {
    changes++;
    notifyAll();
  }

  @Override
  public synchronized List<Reader> list() {
    List<Reader> readers = new ArrayList<>();
    slots.forEach((name, slot) -> readers.add(new Listed(this, name, slot.isOccupied())));
    return List.copyOf(readers);
  }

  @Override
  public synchronized void awaitChange(Duration patience) {
    long before = changes;
    long end = System.nanoTime() + patience.toNanos();
    try {
      long left = patience.toMillis();
      while (changes == before && left > 0) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CardSession connect(String name) throws ProblemException {
    Slot slot = slots.get(name);
    if (!slot.isOccupied()) {
      throw new DeviceMissing(name).asException();
    }
    long insertion = slot.insertion;
    return new PracticeSession(
        name, slot.card.orElseThrow(), slot.isShort, () -> isStill(slot, insertion));
  }

  private synchronized boolean isStill(Slot slot, long insertion) {
    return slot.insertion == insertion && slot.isOccupied();
  }

  /** There is no service to let go of; whoever waits, waits no longer. */
  @Override
  public synchronized void close() {
    changed();
  }

  /** A place for one card. */
  private static final class Slot {
    private Optional<Card> card = Optional.empty();
    private long insertion;
    private boolean isShort;

    /** A card that something has pulled is in no reader. */
    boolean isOccupied() {
      return card.map(Card::isPresent).orElse(false);
    }
  }

  /** A reader as it was when the readers were listed. */
  private record Listed(PracticeReaders readers, String name, boolean isOccupied)
      implements Reader {
    @Override
    public CardSession connect() throws ProblemException {
      return readers.connect(name);
    }
  }
}
