// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * A printer queue of the system. A sheet is given only to a queue that is ready and empty, through
 * a pipe and never through a file of ours, and followed until it is out. Whatever happens to the
 * job, it does not stay behind: what did not come out is taken back. Since part of it may lie in
 * the printer then, the same copy is never given twice.
 *
 * <p>The queue makes files of its own: CUPS keeps a printed document for a day unless it was told
 * otherwise. {@link #clear} has it delete them and looks. What the disk below still holds, and what
 * a printer remembers, is outside our reach.
 */
public final class PrintQueue implements PaperSink {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  /** For people to put in paper, or to close a lid. */
  private static final Duration TROUBLE = Duration.ofSeconds(20);

  /** No printer is silent for longer, not even one that must warm up. */
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private final Cups cups;
  private final String queue;
  private final Duration trouble;
  private final Duration silence;
  private final Set<String> given = new HashSet<>();

  /** The queue with this name. */
  public PrintQueue(Cups cups, String queue) {
    this(cups, queue, TROUBLE, SILENCE);
  }

  PrintQueue(Cups cups, String queue, Duration trouble, Duration silence) {
    this.cups = cups;
    this.queue = queue;
    this.trouble = trouble;
    this.silence = silence;
  }

  @Override
  public String name() {
    return queue;
  }

  @Override
  public Printed send(String jobName, Secret pdf, Progress progress) throws ProblemException {
    if (given.contains(jobName)) {
      throw new PaperProblem.SheetAlreadyGiven(jobName).asException();
    }
    requireReady();
    progress.checkpoint();
    String job = cups.give(queue, jobName, pdf);
    if (jobName.contains("-copy-")) {
      given.add(jobName);
    }
    boolean out = false;
    try {
      follow(job, progress);
      out = true;
      return new Printed.OnPaper(job);
    } finally {
      if (!out) {
        cups.takeBack(job);
      }
    }
  }

  /** Whether it is there, prints, and has nothing else to print. */
  public boolean isReady() {
    try {
      requireReady();
      return true;
    } catch (ProblemException e) {
      // The sheet that is given to it is refused with the reason.
      return false;
    }
  }

  private void requireReady() throws ProblemException {
    switch (cups.queue(queue).state()) {
      case Queue.State.Ready _ -> {
        int others = cups.waiting(queue).size();
        if (others > 0) {
          throw new PaperProblem.QueueBusy(queue, others).asException();
        }
      }
      case Queue.State.Stopped(String reason) ->
          throw new PaperProblem.QueueStopped(queue, reason).asException();
      case Queue.State.Rejecting(String reason) ->
          throw new PaperProblem.QueueRejects(queue, reason).asException();
    }
  }

  private void follow(String id, Progress progress) throws ProblemException {
    long start = System.nanoTime();
    while (true) {
      Optional<Job> waiting =
          cups.waiting(queue).stream().filter(job -> job.id().equals(id)).findFirst();
      if (waiting.isEmpty()) {
        requireOut(cups.past(queue, id), id);
        return;
      }
      requireGoingOn(waiting.get(), Duration.ofNanos(System.nanoTime() - start));
      progress.report(0, 0);
      progress.checkpoint();
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new Cancelled();
      }
    }
  }

  /** A queue that keeps no history says nothing of a job that is over; people see the paper. */
  private void requireOut(Optional<Job> past, String id) throws ProblemException {
    if (past.isPresent() && past.get().isCancelled()) {
      throw new PaperProblem.JobCancelled(queue, id).asException();
    }
    if (past.isPresent() && past.get().isGivenUp()) {
      throw new PaperProblem.JobGivenUp(queue, past.get().status()).asException();
    }
  }

  private void requireGoingOn(Job job, Duration since) throws ProblemException {
    if (job.isHeld()) {
      throw new PaperProblem.JobHeld(queue, job.id()).asException();
    }
    if (cups.queue(queue).state() instanceof Queue.State.Stopped(String reason)) {
      throw new PaperProblem.QueueStoppedAtWork(queue, reason).asException();
    }
    if (since.compareTo(trouble) > 0) {
      String found = cups.trouble(queue);
      if (!found.isEmpty()) {
        throw waits(job, found).asException();
      }
    }
    if (since.compareTo(silence) > 0) {
      throw waits(job, "").asException();
    }
  }

  private Problem waits(Job job, String alerts) {
    List<String> known =
        List.of(job.status(), alerts).stream().filter(text -> !text.isBlank()).toList();
    return known.isEmpty()
        ? new PaperProblem.PrinterSilent(queue, silence.toSeconds())
        : new PaperProblem.PrinterWaits(queue, String.join("; ", known));
  }

  @Override
  public Left clear() {
    try {
      cups.empty(queue);
    } catch (ProblemException e) {
      return Left.REFUSED;
    }
    return cups.spool().look();
  }
}
