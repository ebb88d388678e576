// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.print.Cups;
import org.keyrite.wizards.print.Queue;

/**
 * Has a printer chosen: each queue with where its paper comes out, and a warning where it is due.
 */
final class PrinterQuestion {
  /** Tells which queues there are. */
  @FunctionalInterface
  interface Known {
    List<Queue> queues() throws ProblemException;
  }

  private final Dialog dialog;
  private final boolean maySave;
  private final Known known;

  /**
   * A question.
   *
   * @param maySave whether the plan allows a folder instead
   */
  PrinterQuestion(Dialog dialog, boolean maySave) {
    this(dialog, maySave, () -> Cups.ofSystem().queues());
  }

  /** A question about these queues. */
  PrinterQuestion(Dialog dialog, boolean maySave, Known known) {
    this.dialog = dialog;
    this.maySave = maySave;
    this.known = known;
  }

  /** Warns of a queue that was named beforehand; of one that nobody knows, its first use tells. */
  String named(String name) {
    queues().stream().filter(queue -> queue.name().equals(name)).findFirst().ifPresent(this::warn);
    return name;
  }

  /** The chosen queue, or nothing for the folder. */
  Optional<String> ask() throws ProblemException {
    Messages messages = dialog.messages();
    List<Queue> queues = queues();
    List<String> options = new ArrayList<>();
    for (Queue queue : queues) {
      options.add(queue.name());
      dialog
          .screen()
          .paragraph("  ", messages.text("terminal.run.queue", queue.name(), queue.where()));
    }
    if (maySave) {
      options.add(messages.text("window.printer.folder"));
    }
    if (options.isEmpty()) {
      return Optional.of(byName());
    }
    int chosen = dialog.choose(messages.text("terminal.run.printer"), options);
    if (chosen >= queues.size()) {
      warn("window.printer.folderWarning");
      return Optional.empty();
    }
    warn(queues.get(chosen));
    return Optional.of(options.get(chosen));
  }

  private void warn(Queue queue) {
    switch (queue.reach()) {
      case NETWORK -> warn("window.printer.networkWarning");
      case FILE -> warn("window.printer.fileWarning");
      case UNKNOWN -> warn("window.printer.unknownWarning");
      case CABLE -> {
        // Nothing leaves this computer but on a cable.
      }
    }
  }

  private void warn(String key) {
    dialog.screen().paragraph("  ", dialog.messages().text(key));
  }

  private List<Queue> queues() {
    try {
      return known.queues();
    } catch (ProblemException e) {
      dialog.screen().paragraph("  ", dialog.messages().text(Sentences.what(e.problem())));
      return List.of();
    }
  }

  /** Asked for by name where nobody can say which there are. */
  private String byName() throws ProblemException {
    String queue = "";
    while (queue.isEmpty()) {
      queue = dialog.line(dialog.messages().text("terminal.run.printer")).strip();
    }
    return queue;
  }
}
