// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyrite.core.problem.LaptopProblem;

/** Whether there is room where the record goes. A whole ceremony takes a few megabytes. */
public record DiskCheck(Room room) implements Check {
  private static final long LEAST_MEGABYTES = 200;
  private static final long MEGABYTE = 1_000_000;

  /** Tells how many bytes this user may still write where a file is. */
  @FunctionalInterface
  public interface Room {
    /** On the disk of a file or folder. */
    long at(Path file) throws IOException;
  }

  /** As the system tells it. */
  public DiskCheck() {
    this(file -> Files.getFileStore(file).getUsableSpace());
  }

  @Override
  public Finding look(Needs needs) {
    try {
      long megabytes = room.at(needs.folder()) / MEGABYTE;
      String left = Long.toString(megabytes);
      return megabytes < LEAST_MEGABYTES
          ? new Finding.Fault(new LaptopProblem.DiskNearlyFull(left))
          : new Finding.Fine(left);
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(needs.folder().toString()));
    }
  }
}
