// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with a sheet that is read back or printed. */
public sealed interface PaperProblem extends Problem {

  /** A picture or document shows no code of ours. */
  record NoCodeFound(String path) implements PaperProblem {}
}
