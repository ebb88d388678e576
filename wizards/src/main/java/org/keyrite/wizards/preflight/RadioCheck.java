// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Radios that are not blocked, in {@code /sys/class/rfkill} (sysfs-class-rfkill of the kernel's
 * documentation). Where the folder is not there, the kernel knows no switch for a radio. What only
 * receives is no fault. A Wi-Fi or Bluetooth adapter without a switch, in {@code ieee80211} and
 * {@code bluetooth} beside that folder, is one: nothing says that it is off.
 *
 * @param radios the folder
 */
public record RadioCheck(Path radios) implements Check {
  private static final Set<String> RECEIVERS = Set.of("gps", "fm");
  private static final String BLOCKED = "1";

  /** Adapters by the folder of their class; what is connected to one has a colon in its name. */
  private static final Map<String, String> ADAPTERS =
      Map.of("ieee80211", "phy[0-9]+", "bluetooth", "hci[0-9]+");

  @Override
  public Finding look(Needs needs) {
    List<String> on = new ArrayList<>();
    try {
      on.addAll(withoutSwitch());
      boolean none = Files.notExists(radios) && Files.isDirectory(radios.getParent());
      for (Path radio : none ? List.<Path>of() : KernelFile.in(radios)) {
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

  private List<String> withoutSwitch() throws IOException {
    List<String> adapters = new ArrayList<>();
    for (Map.Entry<String, String> kind : new TreeMap<>(ADAPTERS).entrySet()) {
      Path folder = radios.resolveSibling(kind.getKey());
      for (Path one : Files.exists(folder) ? KernelFile.in(folder) : List.<Path>of()) {
        String name = one.getFileName().toString();
        if (name.matches(kind.getValue()) && !hasSwitch(one)) {
          adapters.add(name);
        }
      }
    }
    return adapters;
  }

  private static boolean hasSwitch(Path adapter) throws IOException {
    return KernelFile.in(adapter).stream()
        .anyMatch(part -> part.getFileName().toString().startsWith("rfkill"));
  }

  private static boolean isBlocked(Path radio) {
    return KernelFile.text(radio.resolve("soft")).filter(BLOCKED::equals).isPresent()
        || KernelFile.text(radio.resolve("hard")).filter(BLOCKED::equals).isPresent();
  }
}
