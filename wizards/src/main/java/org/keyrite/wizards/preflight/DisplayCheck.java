// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Outputs to which a display is connected, in {@code /sys/class/drm}: each has a file {@code
 * status}. The panel of the laptop itself counts while a picture is sent to it ({@code enabled}):
 * it is connected also under a closed lid, and to both of two graphics cards. Where the folder is
 * not there, no driver has an output. A picture that is sent over a network or taken by a camera is
 * not seen here.
 *
 * @param outputs the folder
 */
public record DisplayCheck(Path outputs) implements Check {
  private static final Pattern PANEL = Pattern.compile("(eDP|LVDS|DSI)-.*");

  @Override
  public Finding look(Needs needs) {
    if (Files.notExists(outputs) && Files.isDirectory(outputs.getParent())) {
      return new Finding.Fine("");
    }
    List<String> connected = new ArrayList<>();
    try {
      for (Path output : KernelFile.in(outputs)) {
        String name = output.getFileName().toString().replaceFirst("card\\d+-", "");
        if (says(output, "status", "connected")
            && !(PANEL.matcher(name).matches() && says(output, "enabled", "disabled"))) {
          connected.add(name);
        }
      }
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(outputs.toString()));
    }
    return connected.size() < 2
        ? new Finding.Fine("")
        : new Finding.Fault(new LaptopProblem.SecondDisplay(Finding.names(connected)));
  }

  private static boolean says(Path output, String file, String word) {
    return KernelFile.text(output.resolve(file)).filter(word::equals).isPresent();
  }
}
