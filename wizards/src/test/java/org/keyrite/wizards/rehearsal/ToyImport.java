// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.PlanProblem.ValueMissing;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/** Names devices, chooses their PINs, and takes share files, passwords and sheets for them. */
final class ToyImport {
  /** The last work is refused while this stands. */
  Optional<Problem> refusal = Optional.empty();

  /** What was used, in order: serials of devices, names of share files and sets of sheets. */
  final List<String> used = new ArrayList<>();

  private final int devices;
  private final int readers;
  private final int shares;
  private final int quorum;

  ToyImport(int devices, int readers, int shares, int quorum) {
    this.devices = devices;
    this.readers = readers;
    this.shares = shares;
    this.quorum = quorum;
  }

  private static Fact<String> serial(int d) {
    return Fact.text("device[" + d + "].serial");
  }

  private static AwaitDevice await(int d) {
    return AwaitDevice.first(
        new StepId("toy.await", d), Seat.OPERATOR, List.of(), "device[" + d + "]", serial(d));
  }

  Ceremony ceremony() {
    List<Item> items = new ArrayList<>();
    for (int d = 1; d <= devices; d++) {
      items.add(await(d));
      items.add(named(d));
      items.add(pins(d));
      items.add(choose(d));
    }
    for (int i = 1; i <= shares; i++) {
      items.add(i == 1 && quorum > 0 ? file(i) : fileWithPassword(i));
    }
    for (int j = 1; j <= quorum; j++) {
      items.add(sheet(j));
    }
    for (int d = 1; d <= devices; d++) {
      items.add(await(d).again(new StepId("toy.swap", d), Seat.OPERATOR, List.of()));
      items.add(use(d));
    }
    return new Ceremony(
        "toy",
        List.of(),
        Facts.ofTexts(
            Map.of(
                "name", "Toy",
                "language", "en",
                "devices", "" + devices,
                "readers", "" + readers,
                "shares", "" + shares,
                "quorum", "" + quorum)),
        Part.last(new Section(StepId.of("toy.all"), List.of(), items)));
  }

  private static Ask named(int d) {
    Fact<String> typed = Fact.text("typed[" + d + "]");
    return new Ask(
        new StepId("toy.named", d),
        Seat.OFFICER,
        List.of(),
        Set.of(serial(d)),
        List.of(new Field(typed, new Editor.Text(4, 4))),
        facts ->
            facts.get(serial(d)).endsWith(facts.get(typed))
                ? Optional.empty()
                : Optional.of(new ValueMissing()));
  }

  private static Ask pins(int d) {
    return Ask.of(
        new StepId("toy.pins", d),
        Seat.OPERATOR,
        List.of(),
        new Field(pin(d), new Editor.NewPin(Pin.USER, 8)),
        new Field(new SecretSlot("soPin[" + d + "]"), new Editor.NewPin(Pin.SO, 0)));
  }

  private static SecretSlot pin(int d) {
    return new SecretSlot("pin[" + d + "]");
  }

  private Perform choose(int d) {
    return new Perform(
        new StepId("toy.choose", d),
        Seat.OPERATOR,
        List.of(),
        Set.of(pin(d), new SecretSlot("soPin[" + d + "]"), serial(d)),
        Set.of(),
        desk -> desk.use(serial(d), (hsm, info) -> used.add(info.serial().text())));
  }

  private static Fact<String> path(int i) {
    return Fact.text("shareFile[" + i + "].path");
  }

  private static Ask file(int i) {
    return Ask.of(
        new StepId("toy.file", i),
        Seat.custodian(i),
        List.of(),
        new Field(path(i), new Editor.OpenFile(Editor.OpenFile.Content.SHARE)));
  }

  private static Ask fileWithPassword(int i) {
    return Ask.of(
        new StepId("toy.file", i),
        Seat.custodian(i),
        List.of(),
        new Field(path(i), new Editor.OpenFile(Editor.OpenFile.Content.SHARE)),
        new Field(password(i), new Editor.KnownPassphrase()));
  }

  private static SecretSlot password(int i) {
    return new SecretSlot("password[" + i + "]");
  }

  private static SecretSlot sheetOf(int j) {
    return new SecretSlot("sheet[" + j + "]");
  }

  private static Ask sheet(int j) {
    return Ask.of(
        new StepId("toy.sheet", j),
        Seat.custodian(j),
        List.of(),
        new Field(sheetOf(j), new Editor.Sheet(new Scanned())));
  }

  private Perform use(int d) {
    Set<Slot> needs = new HashSet<>(Set.of(serial(d)));
    for (int i = 1; i <= shares; i++) {
      needs.add(path(i));
      if (i > 1 || quorum == 0) {
        needs.add(password(i));
      }
    }
    for (int j = 1; j <= quorum; j++) {
      needs.add(sheetOf(j));
    }
    return new Perform(
        new StepId("toy.use", d), Seat.OPERATOR, List.of(), needs, Set.of(), desk -> use(d, desk));
  }

  private void use(int d, Desk desk) throws ProblemException {
    if (refusal.isPresent()) {
      throw refusal.get().asException();
    }
    desk.use(serial(d), (hsm, info) -> used.add(info.serial().text()));
    for (int i = 1; i <= shares; i++) {
      Path path = Path.of(desk.get(path(i)));
      ShareFile file = ShareFile.read(path);
      if (i > 1 || quorum == 0) {
        file.openAny(List.of(desk.get(password(i))), desk.place().cost(), Progress.NONE).close();
      }
      used.add(path.getFileName().toString());
    }
    for (int j = 1; j <= quorum; j++) {
      try (ShareContent content = (ShareContent) SheetPayload.parse(desk.get(sheetOf(j)))) {
        used.add(content.id() + " of " + content.set().toText());
      }
    }
  }

  /** A sheet that is scanned. */
  private static final class Scanned implements Editor.SheetTyping {
    @Override
    public int lines() {
      return 1;
    }

    @Override
    public int length(int line) {
      return 1;
    }

    @Override
    public Editor.Judgement judge(int line, char[] typed) {
      return new Editor.Judgement.Good();
    }

    @Override
    public Secret join(List<char[]> lines) {
      throw new IllegalStateException("nobody types");
    }

    @Override
    public Secret scan(Path picture) throws ProblemException {
      try (ShareContent content = (ShareContent) new SheetReader().read(picture).getFirst()) {
        return content.encode();
      }
    }
  }
}
