// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses a list of steps that could not be run to its end. */
final class Wiring {
  private final Set<String> known;
  private final Set<String> yielded;
  private final Set<StepId> ids = new HashSet<>();

  Wiring(Facts plan) {
    known = new HashSet<>(plan.texts().keySet());
    known.add(CeremonyState.CEREMONY_ID.name());
    yielded = new HashSet<>(known);
  }

  /** Throws {@link IllegalArgumentException} for parts that could not be run one after another. */
  void check(List<Part> parts) {
    parts.forEach(part -> part.sections().forEach(this::check));
  }

  private void check(Section section) {
    require(ids.add(section.id()), section.id() + " stands twice");
    for (Item item : section.items()) {
      switch (item) {
        case Section inner -> check(inner);
        case Step step -> check(step);
      }
    }
    for (Step step : section.steps()) {
      if (step instanceof Perform) {
        // A made secret lives at most to the end of the section that makes it: that is what is
        // done again when the secret is lost.
        step.yields().stream()
            .filter(SecretSlot.class::isInstance)
            .forEach(secret -> known.remove(secret.name()));
      }
    }
  }

  private void check(Step step) {
    require(ids.add(step.id()), step.id() + " stands twice");
    for (Slot need : step.needs()) {
      require(known.contains(need.name()), step.id() + " needs " + need + ", which is not known");
    }
    for (Slot yield : step.yields()) {
      require(yielded.add(yield.name()), yield + " is yielded twice");
      known.add(yield.name());
    }
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException(what);
    }
  }
}
