// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** An expected refusal: what happened and what to do next, without words. */
public sealed interface Problem
    permits CeremonyProblem,
        DeviceProblem,
        ExchangeProblem,
        FileProblem,
        GroupProblem,
        KeyProblem,
        LaptopProblem,
        PaperProblem,
        PinProblem,
        PlanProblem,
        QuorumProblem,
        SystemProblem {

  /** The key of this problem's sentences, without their endings {@code .what} and {@code .next}. */
  default String key() {
    return "problem." + getClass().getSimpleName();
  }

  /** The arguments of both sentences: the components in order. */
  default List<Object> arguments() {
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent component : getClass().getRecordComponents()) {
      try {
        arguments.add(component.getAccessor().invoke(this));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return arguments;
  }

  /** This problem as an exception to throw. */
  default ProblemException asException() {
    return new ProblemException(this);
  }
}
