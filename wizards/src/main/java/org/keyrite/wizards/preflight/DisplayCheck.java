// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Outputs to which a display is connected, in {@code /sys/class/drm}: each has a file {@code
 * status}. Where the folder is not there, no driver has an output. A picture that is sent over a
 * network or taken by a camera is not seen here.
 *
 * @param outputs the folder
 */
public record DisplayCheck(Path outputs) implements Check {
  @Override
  public Finding look(Needs needs) {
    if (Files.notExists(outputs) && Files.isDirectory(outputs.getParent())) {
      return new Finding.Fine("");
    }
    List<String> connected = new ArrayList<>();
    try {
      for (Path output : KernelFile.in(outputs)) {
        if (KernelFile.text(output.resolve("status")).filter("connected"::equals).isPresent()) {
          connected.add(output.getFileName().toString().replaceFirst("card\\d+-", ""));
        }
      }
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(outputs.toString()));
    }
    return connected.size() < 2
        ? new Finding.Fine("")
        : new Finding.Fault(new LaptopProblem.SecondDisplay(Finding.names(connected)));
  }
}
