// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The printer queues that the system has. */
@FunctionalInterface
interface Queues {
  /** Their names, in the order of the system. */
  List<String> names();

  /** What CUPS says; nothing where it is not installed or does not answer within seconds. */
  static Queues ofSystem() {
    return () -> {
      try {
        Process process =
            new ProcessBuilder("lpstat", "-e")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return List.of();
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
      } catch (IOException e) {
        return List.of();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    };
  }
}
