// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.nio.file.Path;

/** Where a sheet went. */
public sealed interface Printed {

  /**
   * Into a file that only its owner may read.
   *
   * @param file the file
   */
  record ToFile(Path file) implements Printed {}

  /**
   * To a queue of the system. What the queue itself keeps is its own affair; these counts say what
   * could be seen of it.
   *
   * @param queue the name of the queue
   * @param request what the queue calls the job, empty if it did not say
   * @param before jobs that waited in the queue before
   * @param after jobs that waited in it right after, this one among them
   */
  record ToQueue(String queue, String request, int before, int after) implements Printed {}
}
