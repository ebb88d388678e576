// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.Optional;
import java.util.Set;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.view.WizardModel.Showing;

/** A screen of the tour, and what is said about it; in the order in which they come. */
enum TourStop {
  ROLL_CALL("window.tour.rollCall"),
  CLOCK("window.tour.clock"),
  LAPTOP("window.tour.laptop"),
  HAND_OVER("window.tour.handOver"),
  SHARE("window.tour.share"),
  PRINT("window.tour.print"),
  TYPE_BACK("window.tour.typeBack"),
  HAND_BACK("window.tour.handBack"),
  BAG("window.tour.bag"),
  SEALED("window.tour.sealed"),
  OTHERS("window.tour.others"),
  WORK("window.tour.work"),
  FILE("window.tour.file"),
  CONDUCTED("window.tour.conducted"),
  END("window.tour.end");

  private static final String TURN = "dkekQuorum.";

  private final String key;

  TourStop(String key) {
    this.key = key;
  }

  /** What is to be seen there. */
  Message text() {
    return Message.of(key);
  }

  /** Which of how many it is. */
  Message place() {
    return Message.of("window.tour.place", ordinal() + 1, values().length);
  }

  /** What made-up people do from here on by themselves, if a visitor wants it. */
  boolean isManySteps() {
    return this == OTHERS || this == CONDUCTED;
  }

  /** Whether a step still belongs to what goes on by itself from this stop. */
  boolean covers(Step step) {
    return switch (this) {
      case OTHERS -> step.id().key().startsWith(TURN) && step.id().index() > 1;
      case CONDUCTED -> Set.of("closing.searched", "closing.conducted").contains(step.id().key());
      default -> false;
    };
  }

  /** The stop for what is shown; none where nothing is said about it. */
  static Optional<TourStop> of(Showing showing, CeremonyState state) {
    Optional<Step> step = state.current();
    if (showing instanceof Showing.Ended) {
      return Optional.of(END);
    }
    if (showing instanceof Showing.Working(var work)) {
      return work.id().key().equals("dkekQuorum.prove") ? Optional.of(WORK) : Optional.empty();
    }
    if (step.isEmpty() || showing instanceof Showing.Refused) {
      return Optional.empty();
    }
    if (CONDUCTED.covers(step.get())) {
      return Optional.of(CONDUCTED);
    }
    if (OTHERS.covers(step.get())) {
      return Optional.of(OTHERS);
    }
    if (showing instanceof Showing.HandOver(Seat to)) {
      return Optional.of(to.isPrivate() ? HAND_OVER : HAND_BACK);
    }
    return ofStep(step.get().id().key());
  }

  private static Optional<TourStop> ofStep(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "opening.rollCall" -> ROLL_CALL;
          case "opening.clock" -> CLOCK;
          case "opening.looked" -> LAPTOP;
          case TURN + "show" -> SHARE;
          case TURN + "print" -> PRINT;
          case TURN + "typeBack" -> TYPE_BACK;
          case TURN + "bag" -> BAG;
          case TURN + "sealed" -> SEALED;
          case TURN + "fileTypeBack" -> FILE;
          default -> null;
        });
  }
}
