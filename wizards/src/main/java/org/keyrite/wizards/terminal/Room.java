// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.rehearsal.PretendDevices;

/**
 * What every subcommand has: the surroundings, and a language.
 *
 * @param surroundings everything outside
 * @param messages the texts in the language of this run
 */
record Room(Surroundings surroundings, Messages messages) {

  Screen screen() {
    return surroundings.screen();
  }

  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  void say(String key, Object... arguments) {
    screen().line(text(key, arguments));
  }

  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** What is plugged into this machine; the caller's to close. */
  Devices devices() {
    return new Devices(surroundings.readers());
  }

  /** What is plugged in where a ceremony is for practice. */
  PretendDevices pretend(Ceremony ceremony, CeremonyFolder folder) throws ProblemException {
    return PretendDevices.of(
        ceremony,
        folder.path(),
        LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC),
        this::pretendReader);
  }

  private String pretendReader(int number) {
    return text("device.pretend.reader", number);
  }

  /**
   * The names of the readers that a ceremony will have.
   *
   * @param practice whether it has pretend devices
   */
  List<String> readers(Ceremony ceremony, boolean practice) throws ProblemException {
    if (practice) {
      return PretendDevices.readers(ceremony, this::pretendReader);
    }
    try (Devices devices = devices()) {
      return devices.readers();
    }
  }

  /** Where the devices of a ceremony are; the caller closes the devices. */
  Plugged plugged(
      Ceremony ceremony, CeremonyFolder folder, boolean practice, Map<String, String> chosen)
      throws ProblemException {
    if (!practice) {
      return new Plugged(devices(), Drawer.EMPTY, chosen);
    }
    PretendDevices pretend = pretend(ceremony, folder);
    return new Plugged(pretend.devices(), pretend, chosen);
  }

  Optional<CeremonyKind> ceremony(String id) {
    return surroundings.catalogue().stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The ids of all ceremonies, for a sentence. */
  String ceremonies() {
    return String.join(", ", surroundings.catalogue().stream().map(CeremonyKind::id).toList());
  }

  /**
   * Tells of a defect of this program by a code that its makers understand: where it happened, and
   * nothing of what was being worked on.
   */
  void defect(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    CRC32 code = new CRC32();
    code.update(e.getClass().getName().getBytes(StandardCharsets.UTF_8));
    Arrays.stream(trace)
        .limit(12)
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .forEach(frame -> code.update(frame.getBytes(StandardCharsets.UTF_8)));
    String where = trace.length == 0 ? "" : trace[0].toString();
    screen().progress("");
    screen()
        .err()
        .println(
            messages.text(
                Message.of(
                    "terminal.defect",
                    String.format("%08X", code.getValue()),
                    e.getClass().getSimpleName(),
                    where)));
    screen().err().flush();
  }
}
