// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what {@code lpstat} of CUPS 2 prints in the C locale. Lines that begin with a tabulator say
 * more about the line above them.
 */
final class LpStat {
  private static final Pattern DEVICE = Pattern.compile("device for (\\S+): (.*)");
  private static final Pattern STOPPED = Pattern.compile("printer (\\S+) disabled since .*");
  private static final Pattern REJECTING = Pattern.compile("(\\S+) not accepting requests .*");
  private static final String STATUS = "Status:";
  private static final String ALERTS = "Alerts:";

  /** Alerts of a printer that somebody must look after; RFC 8011, section 5.4.12. */
  private static final Pattern TROUBLE =
      Pattern.compile(
          "(media-empty|media-needed|media-jam|cover-open|door-open|interlock-open|toner-empty"
              + "|marker-supply-empty|output-area-full|output-tray-missing|input-tray-missing"
              + "|offline|shutdown|timed-out|connecting-to-device).*");

  private LpStat() {}

  /** One line and those that say more about it. */
  private record Told(String line, List<String> more) {
    String reason() {
      return String.join(" ", more).strip();
    }

    Stream<String> after(String word) {
      return more.stream()
          .filter(each -> each.startsWith(word))
          .map(each -> each.substring(word.length()).strip());
    }
  }

  private static List<Told> told(String answer) {
    List<Told> told = new ArrayList<>();
    for (String line : answer.lines().filter(line -> !line.isBlank()).toList()) {
      if (!line.startsWith("\t")) {
        told.add(new Told(line, new ArrayList<>()));
      } else if (!told.isEmpty()) {
        told.getLast().more().add(line.strip());
      }
    }
    return told;
  }

  /** The queues in the answer to {@code lpstat -v -p -a}. */
  static List<Queue> queues(String answer) {
    Map<String, String> devices = new LinkedHashMap<>();
    Map<String, Queue.State> states = new LinkedHashMap<>();
    for (Told each : told(answer)) {
      Matcher device = DEVICE.matcher(each.line());
      Matcher stopped = STOPPED.matcher(each.line());
      Matcher rejecting = REJECTING.matcher(each.line());
      if (device.matches()) {
        devices.put(device.group(1), device.group(2).strip());
      } else if (stopped.matches()) {
        states.put(stopped.group(1), new Queue.State.Stopped(each.reason()));
      } else if (rejecting.matches()) {
        states.put(rejecting.group(1), new Queue.State.Rejecting(each.reason()));
      }
    }
    return devices.entrySet().stream()
        .map(each ->
            new Queue(
                each.getKey(),
                each.getValue(),
                states.getOrDefault(each.getKey(), new Queue.State.Ready())))
        .toList();
  }

  /** The jobs in the answer to {@code lpstat -l -o}. */
  static List<Job> jobs(String answer) {
    return told(answer).stream()
        .map(each ->
            new Job(
                each.line().split("\\s+", 2)[0],
                each.after(STATUS).findFirst().orElse(""),
                each.after(ALERTS).flatMap(alerts -> Stream.of(alerts.split("[ ,]+"))).toList()))
        .toList();
  }

  /**
   * What keeps a printer from going on, in the answer to {@code lpstat -l -p}; empty if nothing
   * does.
   */
  static String trouble(String answer) {
    List<String> alerts =
        told(answer).stream()
            .flatMap(each -> each.after(ALERTS))
            .flatMap(each -> Stream.of(each.split("[ ,]+")))
            .filter(each -> TROUBLE.matcher(each).matches() && !each.endsWith("-report"))
            .toList();
    return String.join(", ", alerts);
  }
}
