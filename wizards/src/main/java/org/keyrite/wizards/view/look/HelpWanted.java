// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to know what a word means; whoever can show it takes the event. */
public final class HelpWanted extends Event {
  /** The kind of this event. */
  public static final EventType<HelpWanted> WANTED = new EventType<>(Event.ANY, "KEYRITE_HELP");

  private static final long serialVersionUID = 1L;

  private final Term term;

  /** Asks for this term. */
  public HelpWanted(Term term) {
    super(WANTED);
    this.term = term;
  }

  /** What is asked for. */
  public Term term() {
    return term;
  }
}
