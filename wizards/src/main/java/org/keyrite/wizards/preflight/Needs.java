// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a ceremony needs of the laptop.
 *
 * @param now what its clock shows
 * @param folder where the record goes
 * @param queue the printer queue that sheets go to; empty where they go to a folder
 * @param devices whether it uses real devices
 */
public record Needs(Instant now, Path folder, Optional<Queue> queue, boolean devices) {
  /**
   * A printer queue.
   *
   * @param name what it is called
   * @param ready whether it takes a sheet now
   */
  public record Queue(String name, boolean ready) {}
}
