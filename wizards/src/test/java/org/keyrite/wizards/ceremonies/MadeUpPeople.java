// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.ShareFile;
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
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;

/** People who do everything as they are told, and remember each share that they were shown. */
final class MadeUpPeople implements Shell {
  /** What everybody answers here who is asked who he is, or what the clock shows. */
  static final Map<String, String> NAMES =
      Map.of(
          "seat.officer", "Olga Officer",
          "seat.operator", "Otto Operator",
          "seat.witness", "Wilma Witness",
          "seat.custodian[1]", "Clara One",
          "seat.custodian[2]", "Carl Two",
          "seat.custodian[3]", "Cora Three",
          "clock.offset", "-2");

  final List<Secret> secrets = new ArrayList<>();
  final List<Problem> refusals = new ArrayList<>();
  private final Map<Integer, List<char[]>> shown = new HashMap<>();
  private final Path folder;

  MadeUpPeople(Path folder) {
    this.folder = folder;
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
      switch (field.slot()) {
        case Fact<?> fact ->
            facts.put(fact.name(), NAMES.getOrDefault(fact.name(), "BAG-" + fact.index()));
        case SecretSlot slot -> given.put(slot, born(secret(field.editor(), slot, state)));
      }
    }
    return new Answers(Facts.ofTexts(facts), given);
  }

  private Secret born(Secret secret) {
    secrets.add(secret);
    return secret;
  }

  private Secret secret(Editor editor, SecretSlot slot, CeremonyState state)
      throws ProblemException {
    return editor instanceof Editor.Sheet(Editor.SheetTyping typing)
        ? typing.join(lines(slot.index(), state))
        : Secret.taking(("correct horse " + slot.index()).getBytes(StandardCharsets.UTF_8));
  }

  /** What stands on the sheet: the share that was shown, or a share file; 0 is that of all. */
  private List<char[]> lines(int i, CeremonyState state) throws ProblemException {
    if (shown.containsKey(i)) {
      return shown.get(i).stream().map(char[]::clone).toList();
    }
    SetId set = SetId.fromText(state.facts().get(SheetFacts.SET)).orElseThrow();
    try (Secret payload = i == 0 ? ofAll(set, state) : own(set, i, state)) {
      return SheetLines.shown(payload).stream().map(MadeUpPeople::joined).toList();
    }
  }

  private Secret ofAll(SetId set, CeremonyState state) throws ProblemException {
    ShareFile file = ShareFile.read(folder.resolve(state.facts().get(SheetFacts.FILE_NAME)));
    return Sheets.content(set, file, 1, 1, state.facts().get(SheetFacts.FILE_COPY)).encode();
  }

  private Secret own(SetId set, int i, CeremonyState state) throws ProblemException {
    ShareFile file = ShareFile.read(folder.resolve(state.facts().get(ShareSteps.fileName(i))));
    int of = Integer.parseInt(state.facts().texts().get("custodians"));
    return Sheets.content(set, file, i, of, state.facts().get(SheetFacts.copy(i))).encode();
  }

  private static char[] joined(char[] line) {
    return new String(line).replace(" ", "").toCharArray();
  }

  /** Two custodians take each other's sheet. */
  void swapSheets(int one, int other) {
    List<char[]> lines = shown.get(one);
    shown.put(one, shown.get(other));
    shown.put(other, lines);
  }

  /** The lines that a custodian copied or printed last. */
  List<char[]> sheet(int i) {
    return shown.get(i);
  }

  /** A custodian takes this sheet instead of his own. */
  void bring(int i, List<char[]> lines) {
    shown.put(i, lines);
  }

  /** Every share that a custodian has seen, the last one of each. */
  List<ShareContent> shares() throws ProblemException {
    List<ShareContent> shares = new ArrayList<>();
    for (List<char[]> lines : shown.values()) {
      shares.add((ShareContent) parsed(lines));
    }
    return shares;
  }

  private static SheetPayload parsed(List<char[]> lines) throws ProblemException {
    SheetLines typing = new SheetLines(PayloadKind.SHARE_128);
    try (Secret payload = typing.join(lines.stream().map(char[]::clone).toList())) {
      return SheetPayload.parse(payload);
    }
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer) {
    for (Attest.Shown it : attest.shown()) {
      if (it instanceof Attest.Shown.WhileHeld held) {
        // Below the lines that are typed there may be one for stock tools.
        int typed = PayloadKind.SHARE_128.shape().lines();
        List<char[]> lines = revealer.lines(held).subList(0, typed);
        shown.put(held.slot().index(), lines.stream().map(MadeUpPeople::joined).toList());
      }
    }
    return new Verdict(true, "");
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
    throw new IllegalStateException("no devices: " + await.id());
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return Progress.NONE;
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    refusals.add(problem);
    return new Way.Stop();
  }

  @Override
  public boolean happened(Step doubtful) {
    return false;
  }
}
