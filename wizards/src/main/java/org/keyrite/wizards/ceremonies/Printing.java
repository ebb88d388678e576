// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.paper.PaperSink;
import org.keyrite.wizards.paper.Printed;

/**
 * Lets a ceremony print to a queue or into a folder.
 *
 * @param sink where documents go
 */
public record Printing(PaperSink sink) implements Printer {
  @Override
  public String print(String name, Secret pdf) throws ProblemException {
    return switch (sink.send(name, pdf)) {
      case Printed.ToFile saved -> saved.file().getFileName().toString();
      case Printed.ToQueue queued -> queued.queue() + " " + queued.request();
    };
  }
}
