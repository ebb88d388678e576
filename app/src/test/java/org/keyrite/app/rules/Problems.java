// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import java.util.List;
import java.util.stream.Stream;
import org.keyrite.core.problem.Problem;

/** Every record of the sealed hierarchy of problems. */
final class Problems {
  private Problems() {}

  static List<Class<?>> all() {
    return below(Problem.class).toList();
  }

  private static Stream<Class<?>> below(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Problems::below)
        : Stream.of(type);
  }

  /** The key of a problem's sentences without their endings; see {@link Problem#key()}. */
  static String key(Class<?> problem) {
    return "problem." + problem.getSimpleName();
  }
}
