// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.QuorumSteps.DKEK_SHARE;
import static org.keyrite.wizards.ceremonies.QuorumSteps.ENCRYPTED;
import static org.keyrite.wizards.ceremonies.QuorumSteps.FILE_TYPED;
import static org.keyrite.wizards.ceremonies.QuorumSteps.PASSWORD;
import static org.keyrite.wizards.ceremonies.QuorumSteps.content;
import static org.keyrite.wizards.ceremonies.QuorumSteps.share;
import static org.keyrite.wizards.ceremonies.QuorumSteps.typed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.PasswordShare;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumProof;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.SheetPayload;

/** The work behind the steps of a {@link DkekQuorum}: straight-line code on a desk. */
final class QuorumWork {
  private final DkekQuorum.QuorumPlan plan;

  QuorumWork(DkekQuorum.QuorumPlan plan) {
    this.plan = plan;
  }

  /** The check value is public only if no other share goes into the DKEK. */
  boolean publishesKcv() {
    return plan.facts().get(DkekQuorum.ALONE);
  }

  boolean printsFileOnEverySheet() {
    return plan.facts().get(DkekQuorum.FILE_ON_EVERY_SHEET);
  }

  PayloadKind sheetKind() {
    return switch (plan.strength()) {
      case BITS_64 -> PayloadKind.SHARE_64;
      case BITS_128 -> PayloadKind.SHARE_128;
    };
  }

  private static String fileName(String set) {
    return "dkek-" + set + ".pbe";
  }

  void generate(Desk desk) throws ProblemException {
    for (String gone : desk.voided(SheetFacts.SET.family())) {
      new ShareFolder(desk.place().folder()).remove(fileName(gone));
    }
    RandomDevice.draw(
        desk,
        random -> {
          draw(desk, random);
          return desk;
        });
    desk.put(SheetFacts.SET, newSet(desk.place().random()).toText());
    desk.put(SheetFacts.RANDOM_SOURCES, RandomDevice.sources(desk));
  }

  /** What is put down belongs to the desk, which wipes it if a source fails later. */
  private void draw(Desk desk, RandomSource random) throws ProblemException {
    Secret password = Quorum.newPassword(plan.strength(), random);
    desk.put(PASSWORD, password);
    try (DkekShare dkekShare = DkekShare.generate(random);
        QuorumShares shares =
            Quorum.split(password, plan.threshold(), plan.custodians(), plan.strength(), random)) {
      desk.put(DKEK_SHARE, dkekShare.use(bytes -> Secret.taking(bytes.clone())));
      if (publishesKcv()) {
        desk.put(SheetFacts.KCV, dkekShare.keyCheckValue().toText());
      }
      for (PasswordShare share : shares.shares()) {
        desk.put(share(share.id()), share.value().copy());
      }
      desk.put(SheetFacts.PRIME, shares.primeBytes());
    }
  }

  static SetId newSet(RandomSource random) throws ProblemException {
    byte[] id = new byte[SetId.SIZE];
    random.fill(id);
    return new SetId(Bytes.of(id));
  }

  void encrypt(Desk desk) throws ProblemException {
    byte[] salt = new byte[ShareFile.SALT_SIZE];
    desk.place().random().fill(salt);
    try (DkekShare share = DkekShare.taking(desk.get(DKEK_SHARE).copy())) {
      ShareFile file =
          ShareFile.create(
              fileName(desk.get(SheetFacts.SET)),
              share,
              desk.get(PASSWORD),
              Bytes.of(salt),
              desk.place().cost(),
              desk.progress());
      desk.put(ENCRYPTED, Secret.taking(file.encode().toByteArray()));
    }
  }

  void shareFile(Desk desk) throws ProblemException {
    String name = fileName(desk.get(SheetFacts.SET));
    ShareFile file = desk.get(ENCRYPTED).use(bytes -> new ShareFile(name, Bytes.of(bytes)));
    ShareFolder folder = new ShareFolder(desk.place().folder());
    if (desk.attempt() > 1) {
      folder.remove(name);
    }
    folder.write(file);
    desk.put(SheetFacts.FILE_NAME, name);
    desk.put(SheetFacts.FILE_HASH, file.encode().sha256());
  }

  /** The file as it is on the disk, if it is the one that was made. */
  private static ShareFile sameFile(Desk desk) throws ProblemException {
    return new ShareFolder(desk.place().folder())
        .read(desk.get(SheetFacts.FILE_NAME), desk.get(SheetFacts.FILE_HASH));
  }

  void issue(Desk desk, int i) throws ProblemException {
    int copy = desk.attempt();
    try (ShareContent content =
        new ShareContent(
            SetId.fromText(desk.get(SheetFacts.SET)).orElseThrow(),
            copy,
            plan.threshold(),
            plan.custodians(),
            i,
            desk.get(SheetFacts.PRIME),
            desk.get(share(i)).copy())) {
      desk.put(content(i), content.encode());
    }
    desk.put(SheetFacts.copy(i), copy);
    desk.put(SheetFacts.number(i), desk.runningNumber());
  }

  void print(Desk desk, int i) throws ProblemException {
    try (ShareContent content = (ShareContent) SheetPayload.parse(desk.get(content(i)))) {
      String file = fileName(desk.get(SheetFacts.SET));
      Optional<ShareFile> behind =
          printsFileOnEverySheet() ? Optional.of(sameFile(desk)) : Optional.empty();
      desk.put(SheetFacts.output(i), new Sheets(plan.facts(), desk).share(content, file, behind));
    }
  }

  void compare(Desk desk, int i) throws ProblemException {
    try (SheetPayload typed = SheetPayload.parse(desk.get(typed(i)));
        ShareContent made = (ShareContent) SheetPayload.parse(desk.get(content(i)))) {
      ((ShareContent) typed).requireSameAs(made);
    }
  }

  void prove(Desk desk) throws ProblemException {
    QuorumProof proof;
    try (QuorumShares shares = shares(desk)) {
      proof = Quorum.proveAll(shares, desk.get(PASSWORD), Progress.NONE);
    }
    ShareFile file = sameFile(desk);
    try (DkekShare opened = file.open(desk.get(PASSWORD), desk.place().cost(), desk.progress());
        DkekShare made = DkekShare.taking(desk.get(DKEK_SHARE).copy())) {
      if (!opened.matches(made)) {
        throw new FileProblem.ShareFileNotOpened(file.name()).asException();
      }
    }
    desk.put(SheetFacts.QUORUMS_TRIED, proof.tried());
    desk.put(SheetFacts.QUORUMS, proof.combinations().toString());
  }

  private QuorumShares shares(Desk desk) {
    BigInteger prime = new BigInteger(1, desk.get(SheetFacts.PRIME).toByteArray());
    List<PasswordShare> shares = new ArrayList<>();
    for (int i = 1; i <= plan.custodians(); i++) {
      shares.add(
          new PasswordShare(
              prime, i, plan.threshold(), plan.custodians(), desk.get(share(i)).copy()));
    }
    return new QuorumShares(prime, plan.threshold(), plan.custodians(), shares);
  }

  void fileSheet(Desk desk) throws ProblemException {
    ShareFile file = sameFile(desk);
    int copy = desk.attempt();
    desk.put(SheetFacts.FILE_COPY, copy);
    desk.put(
        SheetFacts.FILE_SHEET,
        new Sheets(plan.facts(), desk).quorumFile(file, plan.threshold(), plan.custodians(), copy));
  }

  void fileCompare(Desk desk) throws ProblemException {
    SetId set = SetId.fromText(desk.get(SheetFacts.SET)).orElseThrow();
    ShareFileContent made =
        Sheets.content(set, sameFile(desk), 1, 1, desk.get(SheetFacts.FILE_COPY));
    try (SheetPayload typed = SheetPayload.parse(desk.get(FILE_TYPED))) {
      ((ShareFileContent) typed).requireSameAs(made);
    }
  }

  void labels(Desk desk) throws ProblemException {
    desk.put(SheetFacts.LABELS, new Sheets(plan.facts(), desk).quorumLabels(plan.custodians()));
  }
}
