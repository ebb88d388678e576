// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;

/**
 * Values are shown and a person confirms a sentence ({@code KEY.sentence}). Facts are shown as they
 * are, secrets only while a key is held. Cannot be stepped back over.
 *
 * @param shown what is shown, in order
 * @param remarkAllowed whether the person may also say no, with a remark, and the ceremony goes on
 * @param bar what keeps everybody from confirming
 * @param doubt what may be confirmed only with a reason, which the record takes down
 */
public record Attest(
    StepId id,
    Seat seat,
    List<Object> words,
    List<Shown> shown,
    boolean remarkAllowed,
    Bar bar,
    Bar doubt)
    implements Step {
  /** How long a reason is. */
  public static final Editor.Text REASON = new Editor.Text(3, 200);

  /** Keeps its own copies. */
  public Attest {
    words = List.copyOf(words);
    shown = List.copyOf(shown);
  }

  /** A confirmation that nothing keeps people from. */
  public Attest(
      StepId id, Seat seat, List<Object> words, List<Shown> shown, boolean remarkAllowed) {
    this(id, seat, words, shown, remarkAllowed, Bar.NONE, Bar.NONE);
  }

  /** A confirmation that shows these values. */
  public static Attest of(StepId id, Seat seat, List<Object> words, Shown... shown) {
    return new Attest(id, seat, words, List.of(shown), false);
  }

  /** The same, with something that keeps people from confirming it. */
  public Attest unless(Bar keeps) {
    return new Attest(id, seat, words, shown, remarkAllowed, keeps, doubt);
  }

  /** The same, with something for which a reason is wanted. */
  public Attest withReasonFor(Bar unusual) {
    return new Attest(id, seat, words, shown, remarkAllowed, bar, unusual);
  }

  /** The sentence that is confirmed. */
  public Message sentence() {
    return new Message(id.key() + ".sentence", words);
  }

  @Override
  public Set<Slot> needs() {
    return shown.stream().map(Shown::slot).collect(Collectors.toSet());
  }

  @Override
  public Set<Slot> yields() {
    return Set.of();
  }

  @Override
  public boolean undoable() {
    return false;
  }

  /** A value on the screen. */
  public sealed interface Shown {
    /** Where the value is. */
    Slot slot();

    /** A fact. */
    record Openly(Fact<?> slot) implements Shown {}

    /** A secret, shown while a key is held, as lines of groups of characters. */
    record WhileHeld(SecretSlot slot, Lines lines) implements Shown {}
  }

  /** What must not be confirmed, whoever is willing to, or not without a reason. Pure. */
  @FunctionalInterface
  public interface Bar {
    /** Whoever sits there may confirm, and says no more. */
    Bar NONE = (known, practice) -> Optional.empty();

    /**
     * What keeps people from confirming or is to be explained, if anything.
     *
     * @param known all facts so far
     * @param practice whether it is a rehearsal
     */
    Optional<Problem> refuses(Facts known, boolean practice);
  }

  /** Writes a secret as lines; groups in a line are parted by a blank. The caller wipes them. */
  @FunctionalInterface
  public interface Lines {
    /** The lines, newly made. */
    List<char[]> of(Secret secret);
  }
}
