// SPDX-License-Identifier: Apache-2.0
/**
 * How long people wait for the window, and how much memory it takes. Read {@link
 * org.keyrite.app.bench.StartBench} first; {@code ./bench start} runs it.
 */
package org.keyrite.app.bench;
