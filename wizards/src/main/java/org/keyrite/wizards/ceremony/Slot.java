// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import org.keyrite.i18n.Message;

/**
 * A named place for a value that a step yields and later steps need: either a {@link Fact}, public
 * and written to the journal, or a {@link SecretSlot}, never written. The two are different types,
 * so that mixing them up does not compile.
 */
public sealed interface Slot permits Fact, SecretSlot {
  /** The name, unique in a ceremony; {@code sheet[2].number} is the second of a family. */
  String name();

  /** The name without an index: {@code sheet.number}. */
  default String family() {
    return name().replaceAll("\\[\\d+]", "");
  }

  /** The index in the name, 0 where there is none. */
  default int index() {
    String digits = name().replaceAll("^[^\\[]*\\[?|].*$", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** What people call the value. */
  default Message label() {
    return Message.of("slot." + family(), index());
  }
}
