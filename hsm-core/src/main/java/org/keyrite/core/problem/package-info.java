// SPDX-License-Identifier: Apache-2.0
/**
 * Everything that can be refused. A {@link org.keyrite.core.problem.Problem} is a record; its name
 * is the key of two sentences ({@code problem.NAME.what}: what happened, {@code problem.NAME.next}:
 * what to do), its components are their arguments. {@link
 * org.keyrite.core.problem.ProblemException} is the only checked exception of this project. No
 * record here has room for a secret. Depends on nothing.
 */
package org.keyrite.core.problem;
