// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Interfaces that carry something, in {@code /sys/class/net} (sysfs-class-net of the kernel's
 * documentation). One that is switched on and has no cable or partner is no fault; one of which the
 * kernel cannot tell is.
 *
 * @param interfaces the folder
 */
public record NetworkCheck(Path interfaces) implements Check {
  /** {@code ARPHRD_LOOPBACK} of {@code linux/if_arp.h}. */
  private static final String LOOPBACK = "772";

  /** {@code IFF_UP} of {@code linux/if.h}. */
  private static final int UP = 1;

  private static final Set<String> DEAD = Set.of("down", "lowerlayerdown", "notpresent");

  @Override
  public Finding look(Needs needs) {
    try {
      List<String> up = up();
      return up.isEmpty()
          ? new Finding.Fine("")
          : new Finding.Fault(new LaptopProblem.NetworkUp(Finding.names(up)));
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(interfaces.toString()));
    }
  }

  /** Whether no interface carries anything; no where the system does not tell. */
  public boolean isOffline() {
    try {
      return up().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> up() throws IOException {
    List<String> up = new ArrayList<>();
    for (Path one : KernelFile.in(interfaces)) {
      if (isUp(one)) {
        up.add(one.getFileName().toString());
      }
    }
    return up;
  }

  private static boolean isUp(Path one) {
    if (KernelFile.text(one.resolve("type")).filter(LOOPBACK::equals).isPresent()) {
      return false;
    }
    boolean switchedOn =
        KernelFile.text(one.resolve("flags"))
            .filter(flags -> flags.matches("0x[0-9a-f]{1,8}"))
            .map(flags -> (Long.decode(flags) & UP) != 0)
            .orElse(true);
    return switchedOn && KernelFile.text(one.resolve("operstate")).filter(DEAD::contains).isEmpty();
  }
}
