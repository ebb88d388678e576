// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Set;
import org.keyrite.core.problem.ProblemException;

/**
 * The program works, on a device or with the processor. Cannot be stepped back over.
 *
 * @param action the work; hands out and takes in declared slots only
 * @param doubt asked on resuming when the journal says that the work began and not that it ended
 * @param postcondition what must hold afterwards; looked at again on resuming
 * @param traits how it may be run
 */
public record Perform(
    StepId id,
    Seat seat,
    List<Object> words,
    Set<Slot> needs,
    Set<Slot> yields,
    Action action,
    Doubt doubt,
    Postcondition postcondition,
    Set<Trait> traits)
    implements Step {

  /** How a {@link Perform} may be run. */
  public enum Trait {
    /** A person may stop it; nothing is left half done. */
    CANCELLABLE,
    /** Pure work of the processor: starts as soon as its needs are known, behind other screens. */
    AHEAD,
    /**
     * The same needs always give the same yields: done again alone, without its section, when a
     * secret that it had made was lost.
     */
    REPEATABLE,
    /**
     * What people entered for it is good for one attempt: if the work is refused, they enter it
     * again. So doing the work again never spends another try of a PIN on the same characters.
     */
    ONE_TRY,
    /**
     * Looks at what may be otherwise when people come back: on resuming it is done again before
     * work of its section goes on that needs a secret.
     */
    ANEW_ON_RESUME,
    /** One of several keys after each other: people see which, and how long the rest takes. */
    KEY_BY_KEY,
    /** Cleans up: offered also when the ceremony is aborted. */
    LASTLY
  }

  /** Keeps its own copies. */
  public Perform {
    words = List.copyOf(words);
    needs = Set.copyOf(needs);
    yields = Set.copyOf(yields);
    traits = Set.copyOf(traits);
  }

  /** Work that may simply be done again if it is in doubt. */
  public Perform(
      StepId id,
      Seat seat,
      List<Object> words,
      Set<Slot> needs,
      Set<Slot> yields,
      Action action,
      Trait... traits) {
    this(
        id, seat, words, needs, yields, action, Doubt.DO_AGAIN, Postcondition.NONE, Set.of(traits));
  }

  /** The same work, with a way to find out whether it happened. */
  public Perform inDoubt(Doubt check) {
    return new Perform(id, seat, words, needs, yields, action, check, postcondition, traits);
  }

  /** The same work, with something that must still hold when the ceremony is resumed. */
  public Perform ensuring(Postcondition holds) {
    return new Perform(id, seat, words, needs, yields, action, doubt, holds, traits);
  }

  /** Whether a person may stop it. */
  public boolean cancellable() {
    return traits.contains(Trait.CANCELLABLE);
  }

  /** Whether it starts before its turn. */
  public boolean ahead() {
    return traits.contains(Trait.AHEAD);
  }

  /** Whether doing it again alone brings a lost secret back. */
  public boolean repeatable() {
    return traits.contains(Trait.REPEATABLE);
  }

  /** Whether people enter its secrets again when it was refused. */
  public boolean oneTry() {
    return traits.contains(Trait.ONE_TRY);
  }

  /** Whether it is done again before a resumed ceremony relies on it. */
  boolean anewOnResume() {
    return traits.contains(Trait.ANEW_ON_RESUME);
  }

  /** Whether it is one of several keys after each other. */
  boolean keyByKey() {
    return traits.contains(Trait.KEY_BY_KEY);
  }

  @Override
  public boolean lastly() {
    return traits.contains(Trait.LASTLY);
  }

  @Override
  public boolean undoable() {
    return false;
  }

  /** The work itself: straight-line code on a desk. */
  @FunctionalInterface
  public interface Action {
    /** Works, and puts everything that the step yields on the desk. */
    void on(Desk desk) throws ProblemException;
  }

  /** Finds out whether work that began also took effect. */
  @FunctionalInterface
  public interface Doubt {
    /** Doing it again does no harm. */
    Doubt DO_AGAIN = desk -> Finding.DID_NOT_HAPPEN;

    /** Only people can tell. */
    Doubt ASK_PEOPLE = desk -> Finding.CANNOT_TELL;

    /** Looks; puts what the step yields on the desk if it happened. */
    Finding look(Desk desk) throws ProblemException;

    /** What was found out. */
    enum Finding {
      HAPPENED,
      DID_NOT_HAPPEN,
      CANNOT_TELL
    }
  }

  /** What must hold after the work, for as long as the ceremony runs. */
  @FunctionalInterface
  public interface Postcondition {
    /** Nothing in particular. */
    Postcondition NONE = desk -> true;

    /** Looks whether it holds. */
    boolean holds(Desk desk) throws ProblemException;
  }
}
