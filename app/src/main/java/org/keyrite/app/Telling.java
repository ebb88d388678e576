// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.journal.CeremonyFolder;

/**
 * Leaves the story of a ceremony that ended beside its journal. Drawing its papers takes a moment,
 * so that is done where steps work; all else lives on the FX thread.
 */
final class Telling {
  private final Executor work;
  private final Consumer<Problem> refused;
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  /**
   * Tells where steps work.
   *
   * @param refused hears on the FX thread what could not be written
   */
  Telling(Executor work, Consumer<Problem> refused) {
    this.work = work;
    this.refused = refused;
  }

  /** Tells the story of the ceremony in this folder. */
  void tell(CeremonyFolder folder, Ceremony ceremony, Messages otherwise) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    told = done;
    work.execute(() -> {
      try {
        folder.tell(ceremony, otherwise);
      } catch (ProblemException e) {
        Platform.runLater(() -> refused.accept(e.problem()));
      } finally {
        done.complete(null);
      }
    });
  }

  /** Runs this on the FX thread when everything was told. */
  void then(Runnable next) {
    told.thenRun(() -> Platform.runLater(next));
  }
}
