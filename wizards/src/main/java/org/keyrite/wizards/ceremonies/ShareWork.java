// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.ShareSteps.chosen;
import static org.keyrite.wizards.ceremonies.ShareSteps.fileHash;
import static org.keyrite.wizards.ceremonies.ShareSteps.fileName;
import static org.keyrite.wizards.ceremonies.ShareSteps.made;
import static org.keyrite.wizards.ceremonies.ShareSteps.proven;
import static org.keyrite.wizards.ceremonies.ShareSteps.typed;
import static org.keyrite.wizards.ceremonies.ShareSteps.typedAgain;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.SheetPayload;

/** The work behind the steps of {@link DkekShares}: straight-line code on a desk. */
final class ShareWork {
  private final DkekShares.SharesPlan plan;

  ShareWork(DkekShares.SharesPlan plan) {
    this.plan = plan;
  }

  void name(Desk desk) throws ProblemException {
    desk.put(SheetFacts.SET, QuorumWork.newSet(desk.place().random()).toText());
    desk.put(SheetFacts.RANDOM_SOURCES, RandomDevice.sources(desk));
  }

  void make(Desk desk, int i) throws ProblemException {
    ShareFolder folder = new ShareFolder(desk.place().folder());
    String name = "dkek-" + desk.get(SheetFacts.SET) + "-" + i + ".pbe";
    if (desk.attempt() > 1) {
      folder.remove(name);
    }
    byte[] salt = new byte[ShareFile.SALT_SIZE];
    desk.place().random().fill(salt);
    try (DkekShare share = RandomDevice.draw(desk, DkekShare::generate)) {
      ShareFile file =
          ShareFile.create(
              name,
              share,
              desk.get(chosen(i)),
              Bytes.of(salt),
              desk.place().cost(),
              desk.progress());
      folder.write(file);
      desk.put(fileName(i), name);
      desk.put(fileHash(i), file.encode().sha256());
      desk.put(made(i), share.use(bytes -> Secret.taking(bytes.clone())));
    }
  }

  /** The i-th file as it is on the disk, if it is the one that was made. */
  private static ShareFile sameFile(Desk desk, int i) throws ProblemException {
    return new ShareFolder(desk.place().folder())
        .read(desk.get(fileName(i)), desk.get(fileHash(i)));
  }

  void prove(Desk desk, int i) throws ProblemException {
    ShareFile file = sameFile(desk, i);
    try (DkekShare opened =
            file.open(desk.get(typedAgain(i)), desk.place().cost(), desk.progress());
        DkekShare made = DkekShare.taking(desk.get(made(i)).copy())) {
      if (!opened.matches(made)) {
        throw new FileProblem.ShareFileAltered(file.name()).asException();
      }
      desk.put(proven(i), true);
    } catch (ProblemException e) {
      throw e.problem() instanceof FileProblem.ShareFileNotOpened
          ? new CeremonyProblem.PassphraseDiffers().asException()
          : e;
    }
  }

  void print(Desk desk, int i) throws ProblemException {
    ShareFile file = sameFile(desk, i);
    int copy = desk.attempt();
    desk.put(SheetFacts.copy(i), copy);
    desk.put(SheetFacts.number(i), desk.runningNumber());
    desk.put(
        SheetFacts.output(i),
        new Sheets(plan.facts(), desk).passwordFile(file, i, plan.custodians(), copy));
  }

  void compare(Desk desk, int i) throws ProblemException {
    ShareFile file = sameFile(desk, i);
    SetId set = SetId.fromText(desk.get(SheetFacts.SET)).orElseThrow();
    int copy = desk.get(SheetFacts.copy(i));
    ShareFileContent made = Sheets.content(set, file, i, plan.custodians(), copy);
    try (SheetPayload typed = SheetPayload.parse(desk.get(typed(i)))) {
      ((ShareFileContent) typed).requireSameAs(made);
    }
  }

  void labels(Desk desk) throws ProblemException {
    desk.put(SheetFacts.LABELS, new Sheets(plan.facts(), desk).fileLabels(plan.custodians()));
  }
}
