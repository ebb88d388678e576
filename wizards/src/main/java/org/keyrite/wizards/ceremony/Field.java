// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;
import org.keyrite.core.problem.Problem;

/**
 * A value that a person enters.
 *
 * @param slot where it goes; decides whether it is a fact or a secret
 * @param editor with what it is entered
 * @param preset what stands there before anything is typed, for facts only; may be empty
 * @param check what is wrong with a text, if anything; pure, called while the person types. Not
 *     called for secrets
 */
public record Field(Slot slot, Editor editor, String preset, Check check) {
  /** A field that takes whatever its editor takes. */
  public Field(Slot slot, Editor editor) {
    this(slot, editor, "", text -> Optional.empty());
  }

  /** The same field with something in it from the start. */
  public Field preset(String text) {
    return new Field(slot, editor, text, check);
  }

  /** What is wrong with a text for this field, by its editor and by its own check. */
  public Optional<Problem> refuses(String text) {
    Optional<Problem> byEditor = EditorLimits.refuses(slot, editor, text);
    return byEditor.isPresent() ? byEditor : check.refuses(text);
  }

  /** A pure check of a text. */
  @FunctionalInterface
  public interface Check {
    /** What is wrong with it, if anything. */
    Optional<Problem> refuses(String text);
  }
}
