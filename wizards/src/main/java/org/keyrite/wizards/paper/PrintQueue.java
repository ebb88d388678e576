// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * A printer queue of the system, reached through the programs of CUPS. The document goes through a
 * pipe, never through a file of ours. The queue makes files of its own: CUPS keeps a printed
 * document for a day unless it was told otherwise. {@link #waiting} tells what can be seen of a
 * queue, {@link #clear} has it delete its jobs with their files; what the disk below still holds,
 * and what a printer remembers, is outside our reach.
 */
public final class PrintQueue implements PaperSink {
  private static final String PACKAGE = "cups-client";
  private static final Pattern REQUEST = Pattern.compile("request id is (\\S+)");

  private final String queue;
  private final Path lp;
  private final Path lpstat;
  private final Path cancel;

  /**
   * The queue with this name.
   *
   * @throws ProblemException if the programs that reach it are not installed
   */
  public PrintQueue(String queue) throws ProblemException {
    this(queue, List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin")));
  }

  PrintQueue(String queue, List<Path> folders) throws ProblemException {
    this.queue = queue;
    this.lp = program("lp", folders);
    this.lpstat = program("lpstat", folders);
    this.cancel = program("cancel", folders);
  }

  private static Path program(String name, List<Path> folders) throws ProblemException {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (file.toFile().canExecute()) {
        return file;
      }
    }
    throw new PaperProblem.PrintingMissing(name, PACKAGE).asException();
  }

  @Override
  public Printed send(String jobName, Secret pdf) throws ProblemException {
    int before = waiting();
    String answer = run(List.of(lp.toString(), "-d", queue, "-t", jobName, "-"), pdf);
    Matcher request = REQUEST.matcher(answer);
    return new Printed.ToQueue(queue, request.find() ? request.group(1) : "", before, waiting());
  }

  /** How many jobs wait in the queue now. */
  public int waiting() throws ProblemException {
    String jobs = run(lpstat.toString(), "-W", "not-completed", "-o", queue).strip();
    return jobs.isEmpty() ? 0 : (int) jobs.lines().count();
  }

  /**
   * Has the queue delete all its jobs, their history and the files that it made of the documents.
   * To be called when the paper is there: what is not printed yet never will be, whoever sent it. A
   * single job cannot be deleted once it is printed; CUPS 2.4 refuses that.
   */
  public void clear() throws ProblemException {
    run(cancel.toString(), "-a", "-x", queue);
  }

  private String run(String... command) throws ProblemException {
    try (Secret nothing = Secret.taking(new byte[0])) {
      return run(List.of(command), nothing);
    }
  }

  private String run(List<String> command, Secret input) throws ProblemException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    String answer;
    int status;
    try {
      Process process = builder.start();
      IOException broken = feed(process, input);
      answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status = process.waitFor();
      if (status == 0 && broken != null) {
        throw broken;
      }
    } catch (IOException e) {
      throw new PaperProblem.PrinterRefused(queue, String.valueOf(e.getMessage())).asException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PaperProblem.PrinterRefused(queue, "interrupted").asException();
    }
    if (status != 0) {
      throw new PaperProblem.PrinterRefused(queue, answer.strip()).asException();
    }
    return answer;
  }

  /** A program that refuses may close its end early: what it says then counts, not the pipe. */
  private static IOException feed(Process process, Secret input) {
    try (OutputStream pipe = process.getOutputStream()) {
      input.<Void, IOException>use(bytes -> {
        pipe.write(bytes);
        return null;
      });
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
