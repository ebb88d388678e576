// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Swap areas in use, in {@code /proc/swaps} (proc_swaps(5)): a line of heads, then one an area that
 * begins with its name. An area in compressed memory ({@code zram}) is no disk.
 *
 * @param swaps the file
 */
public record SwapCheck(Path swaps) implements Check {
  private static final String IN_MEMORY = "/dev/zram";

  @Override
  public Finding look(Needs needs) {
    List<String> lines =
        KernelFile.text(swaps).map(text -> text.lines().toList()).orElse(List.of());
    if (lines.isEmpty() || !lines.getFirst().startsWith("Filename")) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(swaps.toString()));
    }
    List<String> areas =
        lines.stream()
            .skip(1)
            .map(line -> line.split("\\s+")[0])
            .filter(name -> !name.startsWith(IN_MEMORY))
            .toList();
    return areas.isEmpty()
        ? new Finding.Fine("")
        : new Finding.Fault(new LaptopProblem.SwapOn(Finding.names(areas)));
  }
}
