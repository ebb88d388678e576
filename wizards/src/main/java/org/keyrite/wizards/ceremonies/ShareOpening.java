// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.JoinedPassword;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;

/** How the shares of a {@link ShareImport} are opened: straight-line code on a desk. */
final class ShareOpening {
  private final ImportPlan plan;

  ShareOpening(ImportPlan plan) {
    this.plan = plan;
  }

  /** Where the file of the i-th share lies. */
  static Fact<String> path(int i) {
    return Fact.text("shareFile[" + i + "].path");
  }

  static SecretSlot password(int i) {
    return ShareSteps.chosen(i);
  }

  /** What the j-th sheet carries. */
  static SecretSlot sheet(int j) {
    return new SecretSlot("sheet[" + j + "]");
  }

  /** Which sheet of its set the j-th one is. */
  static Fact<Integer> sheetId(int j) {
    return Fact.number("sheet[" + j + "].id");
  }

  /** The i-th share, open. */
  static SecretSlot opened(int i) {
    return new SecretSlot("openedShare[" + i + "]");
  }

  /** Reads the file of the i-th share, which must not be that of an earlier one. */
  void read(Desk desk, int i) throws ProblemException {
    Bytes hash = ShareFile.read(file(desk, i)).encode().sha256();
    for (int earlier = 1; earlier < i; earlier++) {
      if (desk.get(ShareSteps.fileHash(earlier)).equals(hash)) {
        throw new FileProblem.ShareFileRepeated(desk.get(path(i)), earlier).asException();
      }
    }
    desk.put(ShareSteps.fileHash(i), hash);
  }

  private static Path file(Desk desk, int i) throws ProblemException {
    String path = desk.get(path(i));
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new FileProblem.FileMissing(path).asException();
    }
  }

  /** The file as it was when it was read first: the work may be done again after days. */
  private static ShareFile sameFile(Desk desk, int i) throws ProblemException {
    return ShareFile.readSame(
        file(desk, i),
        desk.get(ShareSteps.fileHash(i)),
        new FileProblem.ShareFileChanged(desk.get(path(i))));
  }

  void byPassword(Desk desk, int i) throws ProblemException {
    ShareFile file = sameFile(desk, i);
    List<Secret> encodings = List.of();
    try (Passphrase typed = DevicePins.typed(desk.get(password(i)))) {
      encodings = typed.encodings();
      open(desk, i, file, encodings);
    } finally {
      encodings.forEach(Secret::close);
    }
  }

  private static void open(Desk desk, int i, ShareFile file, List<Secret> passwords)
      throws ProblemException {
    try (DkekShare share = file.openAny(passwords, desk.place().cost(), desk.progress())) {
      desk.put(opened(i), share.use(bytes -> Secret.taking(bytes.clone())));
    }
  }

  /** Looks at the j-th sheet as soon as it was entered: does it go with the ones before? */
  void compare(Desk desk, int j) throws ProblemException {
    try (ShareContent last = content(desk, j)) {
      if (last.threshold() != plan.sheets()) {
        throw new QuorumProblem.ThresholdOfAnotherPlan(last.threshold(), plan.sheets())
            .asException();
      }
      for (int earlier = 1; earlier < j; earlier++) {
        try (ShareContent before = content(desk, earlier)) {
          requireTogether(before, last);
        }
      }
      desk.put(sheetId(j), last.id());
    }
  }

  private static void requireTogether(ShareContent before, ShareContent last)
      throws ProblemException {
    if (!last.set().equals(before.set())) {
      throw new QuorumProblem.SheetsOfTwoSets(
              last.id(), last.set().toText(), before.id(), before.set().toText())
          .asException();
    }
    if (last.id() == before.id()) {
      throw new QuorumProblem.ShareRepeated(last.id()).asException();
    }
    if (!last.prime().equals(before.prime()) || last.custodians() != before.custodians()) {
      throw new PaperProblem.SheetDiffers(last.id()).asException();
    }
  }

  private static ShareContent content(Desk desk, int j) throws ProblemException {
    SheetPayload payload = SheetPayload.parse(desk.get(sheet(j)));
    if (payload instanceof ShareContent share) {
      return share;
    }
    payload.close();
    throw new PaperProblem.SheetUnknown().asException();
  }

  /** Joins what the custodians brought, and opens the file with it. */
  void together(Desk desk, int i) throws ProblemException {
    ShareFile file = sameFile(desk, i);
    try (QuorumShares shares =
            plan.isOpenedByValues() ? ShareValues.all(desk, plan.sheets()) : ofSheets(desk);
        JoinedPassword joined = Quorum.join(shares)) {
      open(desk, i, file, joined.candidates());
    }
  }

  /** The shares on the sheets, which must be those that were compared. */
  private QuorumShares ofSheets(Desk desk) throws ProblemException {
    List<ShareContent> contents = new ArrayList<>();
    try {
      for (int j = 1; j <= plan.sheets(); j++) {
        contents.add(content(desk, j));
        if (contents.getLast().id() != desk.get(sheetId(j))) {
          throw new PaperProblem.SheetOfAnotherCustodian(
                  contents.getLast().id(), desk.get(sheetId(j)))
              .asException();
        }
      }
      return shares(contents);
    } finally {
      contents.forEach(ShareContent::close);
    }
  }

  private static QuorumShares shares(List<ShareContent> contents) throws ProblemException {
    ShareContent first = contents.getFirst();
    BigInteger prime = new BigInteger(1, first.prime().toByteArray());
    try (PasswordShares typed = new PasswordShares(prime, first.threshold(), first.custodians())) {
      for (ShareContent content : contents) {
        requireSameSet(first, content);
        typed.add(content.id(), content.value().copy());
      }
      return typed.validate();
    }
  }

  private static void requireSameSet(ShareContent first, ShareContent other)
      throws ProblemException {
    if (other != first) {
      requireTogether(first, other);
    }
  }
}
