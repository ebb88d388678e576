// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;

/**
 * People who do everything as they are told, in a room with devices. What one of them is to do
 * differently is said beforehand, answer by answer.
 */
class DevicePeople implements Shell {
  final DeviceRoom room;
  final List<Problem> refusals = new ArrayList<>();
  final List<Secret> secrets = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  private final List<List<char[]>> sheets;
  private final Map<String, List<byte[]>> otherwise = new HashMap<>();

  /**
   * People in a room.
   *
   * @param sheets the sheets of the custodians, from the first
   */
  DevicePeople(DeviceRoom room, List<List<char[]>> sheets) {
    this.room = room;
    this.sheets = sheets;
  }

  /** The next answers for a slot; when they are used up, the right ones follow. */
  DevicePeople answering(String slot, String... answers) {
    for (String answer : answers) {
      otherwise
          .computeIfAbsent(slot, name -> new ArrayList<>())
          .add(answer.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** The next answer for a slot, in place of those that were said before. */
  DevicePeople instead(String slot, String answer) {
    otherwise.remove(slot);
    return answering(slot, answer);
  }

  /** The PIN of the device with this number. */
  static String pin(int d) {
    return "secret" + d;
  }

  static String soPin(int d) {
    return "officer" + d;
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) {
    // They read what stands there.
  }

  @Override
  public Answers ask(Ask ask, CeremonyState state) throws ProblemException {
    Map<String, String> facts = new HashMap<>();
    Map<SecretSlot, Secret> given = new HashMap<>();
    for (Field field : state.fields(ask)) {
      asked.add(field.slot().name());
      switch (field.slot()) {
        case Fact<?> fact -> facts.put(fact.name(), fact(fact, state));
        case SecretSlot slot -> {
          Secret secret = secret(field.editor(), slot);
          secrets.add(secret);
          given.put(slot, secret);
        }
      }
    }
    return new Answers(Facts.ofTexts(facts), given);
  }

  private byte[] planned(Slot slot) {
    List<byte[]> left = otherwise.getOrDefault(slot.name(), List.of());
    return left.isEmpty() ? null : left.removeFirst();
  }

  private String fact(Fact<?> fact, CeremonyState state) {
    byte[] planned = planned(fact);
    if (planned != null) {
      return new String(planned, StandardCharsets.UTF_8);
    }
    int index = fact.index();
    return switch (fact.family()) {
      case "device.typed" -> {
        String serial = state.facts().get(DeviceFacts.serial(index));
        yield serial.substring(serial.length() - 4).toLowerCase(java.util.Locale.ROOT);
      }
      case "shareFile.path" -> room.shareFile(index).toString();
      default -> MadeUpPeople.NAMES.get(fact.name());
    };
  }

  private Secret secret(Editor editor, SecretSlot slot) throws ProblemException {
    byte[] planned = planned(slot);
    if (editor instanceof Editor.Sheet(Editor.SheetTyping typing) && typing.lines() == 0) {
      return typing.scan(
          planned == null
              ? room.scan("key-%03d".formatted(slot.index()))
              : Path.of(new String(planned, StandardCharsets.UTF_8)));
    }
    if (editor instanceof Editor.Sheet(Editor.SheetTyping typing)) {
      int sheet =
          planned == null
              ? slot.index()
              : Integer.parseInt(new String(planned, StandardCharsets.UTF_8));
      return typing.join(sheets.get(sheet - 1).stream().map(char[]::clone).toList());
    }
    if (planned != null) {
      return Secret.taking(planned);
    }
    int index = slot.index();
    return Secret.taking(
        switch (slot.family()) {
          case "password" -> DeviceRoom.password(index);
          case "soPin" -> soPin(index).getBytes(StandardCharsets.UTF_8);
          default -> pin(index).getBytes(StandardCharsets.UTF_8);
        });
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
    int d = await.serial().index();
    room.insert(d);
    return room.identity(d);
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer) {
    for (Attest.Shown it : attest.shown()) {
      if (it instanceof Attest.Shown.WhileHeld held) {
        revealer.lines(held).forEach(line -> shown.add(new String(line)));
      }
    }
    return new Verdict(true, "");
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return Progress.NONE;
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) throws ProblemException {
    refusals.add(problem);
    return new Way.Stop();
  }

  @Override
  public boolean happened(Step doubtful) {
    throw new AssertionError("nobody can know that of " + doubtful.id());
  }
}
