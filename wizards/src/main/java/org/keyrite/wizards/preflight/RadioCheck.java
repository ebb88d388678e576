// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Radios that are not blocked, in {@code /sys/class/rfkill} (sysfs-class-rfkill of the kernel's
 * documentation). Where the folder is not there, the kernel knows no radio. What only receives is
 * no fault.
 *
 * @param radios the folder
 */
public record RadioCheck(Path radios) implements Check {
  private static final Set<String> RECEIVERS = Set.of("gps", "fm");
  private static final String BLOCKED = "1";

  @Override
  public Finding look(Needs needs) {
    if (Files.notExists(radios) && Files.isDirectory(radios.getParent())) {
      return new Finding.Fine("");
    }
    List<String> on = new ArrayList<>();
    try {
      for (Path radio : KernelFile.in(radios)) {
        String type = KernelFile.text(radio.resolve("type")).orElse("");
        if (!RECEIVERS.contains(type) && !isBlocked(radio)) {
          String name = KernelFile.text(radio.resolve("name")).orElse("");
          on.add((type + " " + name).strip());
        }
      }
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(radios.toString()));
    }
    return on.isEmpty()
        ? new Finding.Fine("")
        : new Finding.Fault(new LaptopProblem.RadioOn(Finding.names(on)));
  }

  private static boolean isBlocked(Path radio) {
    return KernelFile.text(radio.resolve("soft")).filter(BLOCKED::equals).isPresent()
        || KernelFile.text(radio.resolve("hard")).filter(BLOCKED::equals).isPresent();
  }
}
