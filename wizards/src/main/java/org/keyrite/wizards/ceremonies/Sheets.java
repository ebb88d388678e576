// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.paper.KeySheet;
import org.keyrite.wizards.paper.LabelSheet;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.ShareFileSheet;
import org.keyrite.wizards.paper.ShareSheet;
import org.keyrite.wizards.paper.Sheet;
import org.keyrite.wizards.paper.SheetFrame;
import org.keyrite.wizards.paper.SheetPdf;

/** Brings the sheets of a ceremony onto paper as its plan says; tells where each came out. */
final class Sheets {
  private final Facts plan;
  private final Desk desk;

  Sheets(Facts plan, Desk desk) {
    this.plan = plan;
    this.desk = desk;
  }

  private SetId set() {
    return SetId.fromText(desk.get(SheetFacts.SET)).orElseThrow();
  }

  private SheetFrame frame() {
    return new SheetFrame(
        plan.get(PlanFields.NAME),
        desk.get(CeremonyState.CEREMONY_ID),
        desk.place().clock().instant(),
        desk.place().product(),
        desk.practice().isPractice());
  }

  private Messages messages() {
    return Messages.in(Language.ofTag(plan.get(Ceremony.LANGUAGE)).orElseThrow());
  }

  private String print(String name, Sheet sheet) throws ProblemException {
    PaperSize size = Printing.paper(plan);
    try (Secret pdf = new SheetPdf(messages(), size).render(sheet)) {
      return desk.place().printer().print(name, pdf, desk.progress());
    }
  }

  /** The script of the ceremony, for everybody to follow. */
  String agenda() throws ProblemException {
    AgendaPages pages = new AgendaPages(messages(), desk.ceremony(), desk.agenda());
    return print("agenda", pages.sheet(frame()));
  }

  /** The sheet of a custodian of a quorum, with the share file behind it if the plan wants that. */
  String share(ShareContent content, String fileName, Optional<ShareFile> behind)
      throws ProblemException {
    Optional<ShareFileContent> file = behind.map(it -> content(set(), it, 1, 1, content.copy()));
    boolean byHand = plan.get(DkekQuorum.BY_HAND);
    return print(
        "share-%02d-copy-%d-set-%s".formatted(content.id(), content.copy(), set()),
        new ShareSheet(frame(), content, byHand, fileName, file));
  }

  /** The sheet of a wrapped key, which is one more copy each time that it is made. */
  String key(ListedKey key, String fileName, Bytes file) throws ProblemException {
    return print(
        "key-%03d-copy-%d".formatted(key.number(), desk.attempt()),
        new KeySheet(
            frame(),
            key.title(),
            key.algorithm(),
            key.id(),
            desk.get(DeviceFacts.serial(KeyAccess.D)),
            desk.get(DeviceFacts.kcv(KeyAccess.D)),
            fileName,
            file));
  }

  /** The sheet of a share file that a quorum opens. */
  String quorumFile(ShareFile file, int threshold, int custodians, int copy)
      throws ProblemException {
    return file(file, 1, 1, copy, new ShareFileSheet.Quorum(threshold, custodians));
  }

  /** The sheet of a custodian whose share file opens with a password of his own. */
  String passwordFile(ShareFile file, int index, int of, int copy) throws ProblemException {
    return file(file, index, of, copy, new ShareFileSheet.Password(index, false));
  }

  private String file(ShareFile file, int index, int of, int copy, ShareFileSheet.Opening opening)
      throws ProblemException {
    return print(
        "share-file-%02d-copy-%d-set-%s".formatted(index, copy, set()),
        new ShareFileSheet(
            frame(),
            content(set(), file, index, of, copy),
            // Whoever finds the sheet in ten years has no use for a folder of this computer.
            Path.of(file.name()).getFileName().toString(),
            opening,
            Optional.empty()));
  }

  /** A label for each envelope: the sheets of a quorum, or those of share files. */
  String labels(List<LabelSheet.Label> labels) throws ProblemException {
    return print("labels-set-" + set(), new LabelSheet(frame(), set(), labels));
  }

  /** Labels for the sheets of a quorum and for its share file. */
  String quorumLabels(int custodians) throws ProblemException {
    List<LabelSheet.Label> labels =
        new ArrayList<>(
            IntStream.rangeClosed(1, custodians)
                .<LabelSheet.Label>mapToObj(
                    i -> new LabelSheet.ShareLabel(i, custodians, desk.get(SheetFacts.copy(i))))
                .toList());
    labels.add(new LabelSheet.ShareFileLabel(1, 1, desk.get(SheetFacts.FILE_COPY)));
    return labels(labels);
  }

  /** Labels for the sheets of share files. */
  String fileLabels(int custodians) throws ProblemException {
    return labels(
        IntStream.rangeClosed(1, custodians)
            .<LabelSheet.Label>mapToObj(
                i -> new LabelSheet.ShareFileLabel(i, custodians, desk.get(SheetFacts.copy(i))))
            .toList());
  }

  static ShareFileContent content(SetId set, ShareFile file, int index, int of, int copy) {
    return new ShareFileContent(set, copy, index, of, file.encode());
  }
}
