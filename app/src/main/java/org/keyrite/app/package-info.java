// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point and the wiring: what runs when somebody types {@code keyrite}.
 *
 * <p>{@link org.keyrite.app.Main} closes the process against onlookers ({@link
 * org.keyrite.app.ClosedJvm}) before anything else, then opens the window or hands the arguments to
 * the command line. May depend on every module; nothing depends on it. Knows no ceremony.
 */
package org.keyrite.app;
