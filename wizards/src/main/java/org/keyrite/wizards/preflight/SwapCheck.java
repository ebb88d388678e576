// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Swap areas in use, in {@code /proc/swaps} (proc_swaps(5)): a line of heads, then one an area that
 * begins with its name. An area in compressed memory ({@code zram}) is no disk, unless the kernel
 * may move pages of it to one: {@code backing_dev} of the device names it (zram.rst of the kernel's
 * documentation). An encrypted area is a disk: with which key, and for how long that is kept, the
 * kernel does not tell.
 *
 * @param swaps the file
 * @param devices the folder of block devices, {@code /sys/block}
 */
public record SwapCheck(Path swaps, Path devices) implements Check {
  private static final Pattern COMPRESSED = Pattern.compile("/dev/(zram[0-9]+)");

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
            .filter(name -> !isInMemory(name))
            .toList();
    return areas.isEmpty()
        ? new Finding.Fine("")
        : new Finding.Fault(new LaptopProblem.SwapOn(Finding.names(areas)));
  }

  private boolean isInMemory(String area) {
    Matcher compressed = COMPRESSED.matcher(area);
    return compressed.matches()
        && KernelFile.text(devices.resolve(compressed.group(1)).resolve("backing_dev"))
            .filter(behind -> !behind.equals("none"))
            .isEmpty();
  }
}
