// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

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
   * Out of a queue of the system, which was empty before and is empty again.
   *
   * @param job what the queue called the job, such as {@code office-7}
   */
  record OnPaper(String job) implements Printed {}
}
