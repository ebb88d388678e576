// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.random.JvmRandom;

/**
 * Keys that are put together at run time, so that no source contains them as a whole.
 *
 * @param name where they come from
 * @param keys every key that can come about, with the number of arguments its text is given
 */
record KeyFamily(String name, Map<String, Integer> keys) {

  /** Every family there is; whoever puts keys together adds his here. */
  static List<KeyFamily> all() {
    return List.of(
        problems(),
        inspected(),
        onSheets(),
        shownOfDevices(),
        sourcesOfRandomness(),
        knownOfDevices(),
        new KeyFamily("ceremonies", CeremonyKeys.collect()));
  }

  private static KeyFamily problems() {
    Map<String, Integer> keys = new TreeMap<>();
    for (Class<?> problem : Problems.all()) {
      int components = problem.getRecordComponents().length;
      keys.put(Problems.key(problem) + ".what", components);
      keys.put(Problems.key(problem) + ".next", components);
    }
    return new KeyFamily("problems", keys);
  }

  /** What {@code inspect} finds in files: kinds of things, and their parts. */
  private static KeyFamily inspected() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of("shareFile", "shareSheet", "shareFileSheet", "journal")
        .forEach(kind -> keys.put("terminal.inspect." + kind, 1));
    Stream.of("salt", "sha256", "set", "id", "custodians", "threshold", "copy", "bits", "index")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("shares", "ceremony", "began", "product", "practice", "lines", "finished", "lastHash")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    return new KeyFamily("inspect", keys);
  }

  /** Numbered lines and named boxes of sheets. */
  private static KeyFamily onSheets() {
    Map<String, Integer> keys = new TreeMap<>();
    for (int line = 1; line <= 5; line++) {
      for (String sheet : List.of("share", "file", "behind", "own")) {
        keys.put("paper." + sheet + ".about." + line, 2);
      }
    }
    for (int line = 1; line <= 4; line++) {
      keys.put("paper.receipt.promise." + line, 1);
    }
    Stream.of("custodian", "officer", "witness")
        .forEach(who -> keys.put("paper.receipt." + who, 0));
    Stream.of("bag", "sealed", "opened").forEach(box -> keys.put("paper.label." + box, 0));
    Stream.of("bag", "custodian", "signature", "officer", "date", "takenBy", "why", "newSerial")
        .forEach(box -> keys.put("paper.strip." + box, 0));
    return new KeyFamily("sheets", keys);
  }

  /** What {@code devices} shows of a device. */
  private static KeyFamily shownOfDevices() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(Origin.values()).forEach(origin -> keys.put("terminal.devices.origin." + origin, 0));
    Stream.of("label", "origin", "firmware", "state", "userPin", "soPin", "domains")
        .forEach(part -> keys.put("terminal.devices.part." + part, 0));
    return new KeyFamily("devices", keys);
  }

  /** Sources of randomness, which the record has by their short names. */
  private static KeyFamily sourcesOfRandomness() {
    String source = "choice.random.sources." + new JvmRandom().name();
    return new KeyFamily("sources of randomness", Map.of(source, 0));
  }

  /** What ceremonies find out about devices and keep in short words. */
  private static KeyFamily knownOfDevices() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(Origin.values()).forEach(origin -> keys.put("choice.device.origin." + origin, 0));
    Stream.of("new", "setUp").forEach(state -> keys.put("choice.device.state." + state, 0));
    keys.put("choice.device.soTries.none", 0);
    return new KeyFamily("facts about devices", keys);
  }
}
