// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The print service of the system, reached through the programs of CUPS: {@code lp}, {@code lpstat}
 * and {@code cancel}, of the Debian package {@code cups-client}; and {@code ipptool} of {@code
 * cups-ipp-utils} where it is installed, because {@code lpstat} does not tell a job that was
 * printed from one that was given up. They run without a terminal, so that none of them asks for a
 * password behind our back.
 */
public final class Cups {
  private static final String PACKAGE = "cups-client";
  private static final List<Path> FOLDERS =
      Stream.of("/usr/bin", "/bin", "/usr/local/bin").map(Path::of).toList();
  private static final Pattern REQUEST = Pattern.compile("request id is (\\S+)");
  private static final int PATIENCE_SECONDS = 30;
  private static final Path SOCKET = Path.of("/run/cups/cups.sock");

  /**
   * Whatever the queue or the user is set to: one copy, since of a secret sheet there must be no
   * second one, and no page behind or beside another, since it is folded with its writing inside.
   */
  private static final List<String> AS_IT_IS =
      List.of(
          "-n", "1", "-o", "number-up=1", "-o", "sides=one-sided", "-o", "job-sheets=none,none");

  private static final String ASK_FOR_STATE =
      """
      {
        OPERATION Get-Job-Attributes
        GROUP operation-attributes-tag
        ATTR charset attributes-charset utf-8
        ATTR language attributes-natural-language en
        ATTR uri printer-uri $uri
        ATTR integer job-id %s
        ATTR keyword requested-attributes job-state
        DISPLAY job-state
      }
      """;

  private final Map<String, String> environment;
  private final Spool spool;
  private final List<String> alone;
  private final String lp;
  private final String lpstat;
  private final String cancel;
  private final Optional<String> ipptool;
  private final Path socket;

  private Cups(List<Path> folders, Map<String, String> environment, Path socket, Spool spool)
      throws ProblemException {
    this.environment = Map.copyOf(environment);
    this.socket = socket;
    this.ipptool = find("ipptool", folders);
    this.spool = spool;
    this.alone = find("setsid", folders).map(List::of).orElse(List.of());
    this.lp = program("lp", folders);
    this.lpstat = program("lpstat", folders);
    this.cancel = program("cancel", folders);
  }

  /**
   * The print service of this computer.
   *
   * @throws ProblemException if the programs that reach it are not installed
   */
  public static Cups ofSystem() throws ProblemException {
    return new Cups(FOLDERS, Map.of(), SOCKET, Spool.USUAL);
  }

  /** A print service that another daemon gives, reached at this socket, with its spool. */
  static Cups at(Path socket, Path spool) throws ProblemException {
    return new Cups(FOLDERS, Map.of("CUPS_SERVER", socket.toString()), socket, new Spool(spool));
  }

  /** What these programs give. */
  static Cups of(Path programs, Path spool) throws ProblemException {
    return new Cups(List.of(programs), Map.of(), SOCKET, new Spool(spool));
  }

  private static Optional<String> find(String name, List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> file.toFile().canExecute())
        .map(Path::toString)
        .findFirst();
  }

  private static String program(String name, List<Path> folders) throws ProblemException {
    return find(name, folders)
        .orElseThrow(() -> new PaperProblem.PrintingMissing(name, PACKAGE).asException());
  }

  /** The folder with its documents. */
  Spool spool() {
    return spool;
  }

  /** The queues of this computer, in the order of the system. */
  public List<Queue> queues() throws ProblemException {
    Answer answer = run(List.of(lpstat, "-v", "-p", "-a"));
    if (answer.status() != 0 && !answer.text().contains("No destinations added")) {
      throw new PaperProblem.PrintServiceSilent(answer.text()).asException();
    }
    return LpStat.queues(answer.text());
  }

  /** One of them. */
  Queue queue(String name) throws ProblemException {
    return queues().stream()
        .filter(queue -> queue.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new PaperProblem.QueueUnknown(name).asException());
  }

  /** The jobs that a queue still has to print. */
  List<Job> waiting(String queue) throws ProblemException {
    return jobs(queue, "not-completed");
  }

  /** What became of a job that does not wait any more, if the queue remembers it. */
  Optional<Job> past(String queue, String id) throws ProblemException {
    Optional<Job> past =
        jobs(queue, "completed").stream().filter(job -> job.id().equals(id)).findFirst();
    return ipptool.isPresent() && past.isPresent() && isGivenUp(queue, id)
        ? past.map(job -> new Job(id, job.status(), List.of(Job.GIVEN_UP)))
        : past;
  }

  private boolean isGivenUp(String queue, String id) throws ProblemException {
    String uri = "ipp://" + socket.toString().replace("/", "%2F") + "/printers/" + queue;
    String question = ASK_FOR_STATE.formatted(id.substring(id.lastIndexOf('-') + 1));
    try (Secret asked = Secret.taking(question.getBytes(StandardCharsets.US_ASCII))) {
      return run(List.of(ipptool.orElseThrow(), "-t", uri, "/dev/stdin"), asked)
          .text()
          .contains("= aborted");
    }
  }

  private List<Job> jobs(String queue, String which) throws ProblemException {
    return LpStat.jobs(required(queue, List.of(lpstat, "-l", "-W", which, "-o", queue)));
  }

  /** What keeps the printer of a queue from going on; empty if nothing is known. */
  String trouble(String queue) throws ProblemException {
    return LpStat.trouble(required(queue, List.of(lpstat, "-l", "-p", queue)));
  }

  /** Gives a queue a document through a pipe; tells what it calls the job. */
  String give(String queue, String title, Secret pdf) throws ProblemException {
    List<String> command = new ArrayList<>(List.of(lp, "-d", queue, "-t", title));
    command.addAll(AS_IT_IS);
    command.add("-");
    Answer answer = run(command, pdf);
    Matcher request = REQUEST.matcher(answer.text());
    if (answer.status() != 0 || !request.find()) {
      throw new PaperProblem.PrinterRefused(queue, answer.text()).asException();
    }
    return request.group(1);
  }

  /** Takes a job out of its queue; a job that is over stays what it is. */
  void takeBack(String id) throws ProblemException {
    run(List.of(cancel, "-x", id));
  }

  /**
   * Has a queue delete all its jobs, their history and the files that it made of the documents.
   * What is not printed yet never will be, whoever sent it. CUPS 2.4 refuses to delete a single job
   * that is over.
   */
  void empty(String queue) throws ProblemException {
    required(queue, List.of(cancel, "-a", "-x", queue));
  }

  private String required(String queue, List<String> command) throws ProblemException {
    Answer answer = run(command);
    if (answer.status() != 0) {
      throw new PaperProblem.PrinterRefused(queue, answer.text()).asException();
    }
    return answer.text();
  }

  /** What a program printed, both streams, and its exit status. */
  private record Answer(int status, String text) {}

  private Answer run(List<String> command) throws ProblemException {
    try (Secret nothing = Secret.taking(new byte[0])) {
      return run(command, nothing);
    }
  }

  private Answer run(List<String> command, Secret input) throws ProblemException {
    List<String> whole = new ArrayList<>(alone);
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process
          .onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .whenComplete((ended, late) -> {
            if (late != null) {
              process.destroyForcibly();
            }
          });
      IOException broken = feed(process, input);
      byte[] answer = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      if (status == 0 && broken != null) {
        throw broken;
      }
      return new Answer(status, new String(answer, StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new PaperProblem.PrintServiceSilent(String.valueOf(e.getMessage())).asException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PaperProblem.PrintServiceSilent("interrupted").asException();
    }
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
