// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** How a bundle comes in and goes out, alike in every visit of a migration. */
final class MigrateBundleSteps {
  private static final int LONGEST_SPOKEN = 400;

  private MigrateBundleSteps() {}

  static StepId id(String name) {
    return StepId.of("xkekMigrate." + name);
  }

  /**
   * The bundle that came: it is chosen, its words are typed as the other site reads them, and it is
   * read with everything that belongs to it. The stick may go then.
   *
   * @param visit in which it was made
   * @param partner the number of the device that made it
   * @param more what else it yields
   * @param rest puts that down
   */
  static Section came(MigrateVisit visit, int partner, Set<Slot> more, Rest rest) {
    String name = visit == MigrateVisit.OFFER ? "Offer" : "Sent";
    Set<Slot> yields = new HashSet<>(more);
    yields.addAll(
        Set.of(
            MigrateVisitFacts.CAME,
            MigrateVisitFacts.MIGRATION,
            MigrateVisitFacts.PARTNER,
            MigrateVisitFacts.PARTNER_ORIGIN,
            EnrolFacts.VISITS,
            GroupFacts.UID,
            GroupFacts.WORDS,
            DeviceFacts.fingerprint(partner),
            MigrateFacts.file(partner),
            MigrateFacts.hash(partner)));
    return Section.of(
        "xkekMigrate.came" + name,
        Ask.of(
            id("choose" + name),
            Seat.OFFICER,
            List.of(),
            new Field(
                MigrateVisitFacts.PATH, new Editor.OpenFile(Editor.OpenFile.Content.MIGRATION))),
        Ask.of(
            id("hear" + name),
            Seat.OFFICER,
            List.of(MigrationBundle.SPOKEN),
            new Field(
                MigrateVisitFacts.HEARD,
                new Editor.Text(1, LONGEST_SPOKEN),
                "",
                MigrationBundle::refusesWords)),
        new Perform(
            id("read" + name),
            Seat.OPERATOR,
            List.of(),
            Set.of(MigrateVisitFacts.PATH, MigrateVisitFacts.HEARD),
            yields,
            desk -> read(desk, visit, partner, rest)),
        Attest.of(
            id("from" + name),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(MigrateVisitFacts.PARTNER),
            new Attest.Shown.Openly(MigrateVisitFacts.PARTNER_ORIGIN),
            new Attest.Shown.Openly(DeviceFacts.fingerprint(partner)),
            new Attest.Shown.Openly(GroupFacts.UID),
            new Attest.Shown.Openly(GroupFacts.WORDS)));
  }

  /** Puts down what only one of the visits needs. */
  @FunctionalInterface
  interface Rest {
    void of(Desk desk, MigrationBundle bundle) throws ProblemException;
  }

  private static void read(Desk desk, MigrateVisit visit, int partner, Rest rest)
      throws ProblemException {
    MigrationBundle bundle = MigrationBundle.read(Path.of(desk.get(MigrateVisitFacts.PATH)));
    bundle.require(visit);
    bundle.requireWords(desk.get(MigrateVisitFacts.HEARD));
    ExchangeRequest request = bundle.request(EnrolExport.today(desk));
    MigrationManifest manifest = bundle.manifest();
    rest.of(desk, bundle);
    Origin origin = request.chain().judge(TrustAnchors.known(), EnrolExport.today(desk)).origin();
    Practice counts = desk.practice();
    Bytes record = bundle.record(origin == Origin.SIMULATED ? counts.withSimulated() : counts);
    bundle.copyTo(desk.place().folder());
    desk.put(MigrateVisitFacts.CAME, bundle.hash());
    desk.put(MigrateVisitFacts.MIGRATION, manifest.head().migration());
    desk.put(EnrolFacts.VISITS, manifest.head().ceremony() + " " + record.toHex());
    desk.put(MigrateVisitFacts.PARTNER, bundle.sender().serial());
    desk.put(MigrateVisitFacts.PARTNER_ORIGIN, origin.name());
    desk.put(GroupFacts.UID, manifest.head().group());
    desk.put(GroupFacts.WORDS, GroupFacts.words(manifest.head().group()));
    desk.put(DeviceFacts.fingerprint(partner), request.deviceId().fingerprint());
    desk.put(MigrateFacts.file(partner), manifest.request().file());
    desk.put(MigrateFacts.hash(partner), manifest.request().sha256());
  }

  /** The manifest that came, from the copy in the folder of this ceremony. */
  static MigrationManifest kept(Desk desk, MigrateVisit visit) throws ProblemException {
    String name = MigrationBundle.nameOfCopy(visit);
    new KeyFolder(desk.place().folder()).require(name, desk.get(MigrateVisitFacts.CAME));
    Path copy = desk.place().folder().resolve(name);
    return MigrationManifestFile.parse(copy.toString(), KeyFolder.read(copy));
  }

  /**
   * Refuses a device at this site that is not the one of a bundle.
   *
   * @throws ProblemException {@code BundleForAnotherDevice}, {@code PartnerCertificateChanged}
   */
  static void requireMeant(MigrationManifest.Device meant, DeviceInfo device)
      throws ProblemException {
    String serial = device.serial().text();
    if (!meant.serial().equals(serial)) {
      throw new ExchangeProblem.BundleForAnotherDevice(meant.serial(), serial).asException();
    }
    MigrationBundle.requireDevice(meant, serial, device.certificates().device().encode().sha256());
  }

  /** Refuses a partner that cannot be in one group with the device at this site. */
  static void requireOneKind(Desk desk, DeviceInfo device) throws ProblemException {
    GroupOrigins.require(
        desk.get(MigrateVisitFacts.PARTNER),
        desk.get(MigrateVisitFacts.PARTNER_ORIGIN),
        device
            .certificates()
            .verdict(TrustAnchors.known(), EnrolExport.today(desk))
            .origin()
            .name());
  }

  /**
   * The bundle that goes out, and its words are read to the other site.
   *
   * @param name of the steps
   * @param needs what is in it
   * @param manifest of it
   */
  static List<Item> out(String name, Set<Slot> needs, Making manifest, Attest.Shown... more) {
    Set<Slot> all = new HashSet<>(needs);
    all.add(MigrateVisitFacts.MIGRATION);
    all.add(GroupFacts.UID);
    all.add(CeremonyState.CEREMONY_ID);
    List<Attest.Shown> shown =
        new ArrayList<>(
            List.of(
                new Attest.Shown.Openly(MigrateVisitFacts.SPOKEN),
                new Attest.Shown.Openly(MigrateVisitFacts.MIGRATION),
                new Attest.Shown.Openly(MigrateVisitFacts.BUNDLE_HASH)));
    shown.addAll(List.of(more));
    return List.of(
        new Perform(
            id("write" + name),
            Seat.OPERATOR,
            List.of(),
            all,
            Set.of(MigrateVisitFacts.BUNDLE_HASH, MigrateVisitFacts.SPOKEN),
            desk -> write(desk, manifest.of(desk, head(desk)))),
        Attest.of(
            id("readOut" + name),
            Seat.WITNESS,
            List.of(MigrationBundle.SPOKEN),
            shown.toArray(Attest.Shown[]::new)));
  }

  /** Makes the manifest of a bundle. */
  @FunctionalInterface
  interface Making {
    MigrationManifest of(Desk desk, MigrationManifest.Head head) throws ProblemException;
  }

  private static MigrationManifest.Head head(Desk desk) {
    return new MigrationManifest.Head(
        desk.get(MigrateVisitFacts.MIGRATION),
        desk.get(CeremonyState.CEREMONY_ID),
        desk.place().clock().instant().toString(),
        desk.get(GroupFacts.UID));
  }

  private static void write(Desk desk, MigrationManifest manifest) throws ProblemException {
    Bytes content = manifest.encode();
    new KeyFolder(desk.place().folder()).write(MigrationManifest.NAME, content, true);
    desk.put(MigrateVisitFacts.BUNDLE_HASH, content.sha256());
    desk.put(MigrateVisitFacts.SPOKEN, String.join(" ", MigrationBundle.spoken(content.sha256())));
  }
}
