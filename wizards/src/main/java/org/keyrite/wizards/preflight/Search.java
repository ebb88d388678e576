// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;

/**
 * What is searched for when a ceremony ends.
 *
 * @param canary a text that stands on every sheet and is not secret: where it lies, a sheet lies
 * @param folder where the ceremony is kept
 */
public record Search(String canary, Path folder) {}
