// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.MigrateVisit;
import org.keyrite.wizards.ceremonies.MigrationBundle;
import org.keyrite.wizards.ceremonies.MigrationManifest;
import org.keyrite.wizards.ceremonies.XkekMigrate;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;

/**
 * The other site of a migration in the story of a rehearsal: what its people say on the phone, and
 * the stick that they sent. Where nobody carried a bundle here, their visits are rehearsed first.
 *
 * @param ceremony the folder of the visit
 * @param visit which one it is
 */
public record MadeUpPartner(Path ceremony, MigrateVisit visit) {
  /** What is asked about the device at the other site. */
  static final String SERIAL = "partner.serial";

  /** What the other site reads aloud. */
  static final String HEARD = "bundle.heard";

  private static final Fact<String> VISIT = Fact.text("visit");
  private static final String EARLIER = "offer";

  /** The other site, if a ceremony is a visit. */
  static Optional<MadeUpPartner> of(Ceremony ceremony, Path folder) {
    return visit(ceremony).map(visit -> new MadeUpPartner(folder, visit));
  }

  private static Optional<MigrateVisit> visit(Ceremony ceremony) {
    return ceremony.kind().equals(XkekMigrate.ID)
        ? Optional.of(ceremony.plan().get(VISIT))
            .map(String::toUpperCase)
            .map(MigrateVisit::valueOf)
            .filter(visit -> visit != MigrateVisit.TOGETHER)
        : Optional.empty();
  }

  /** The ceremony in one room of which a visit is a part; any other ceremony is its own whole. */
  static Ceremony whole(Ceremony ceremony) throws ProblemException {
    return visit(ceremony).isEmpty()
        ? ceremony
        : new XkekMigrate()
            .plan(ceremony.plan().with(VISIT, MigrateVisit.TOGETHER.word()))
            .ceremony();
  }

  /** How many works it is to rehearse the visits before. */
  int longWorks() {
    return visit == MigrateVisit.TAKE ? 1 : 0;
  }

  /** Rehearses the visits before this one, unless their bundle was carried here. */
  void make(Ceremony here, Workplace place, WholeProgress whole) throws ProblemException {
    Path stick = MadeUpStick.folder(ceremony);
    if (visit == MigrateVisit.OFFER || Files.exists(stick)) {
      return;
    }
    if (visit == MigrateVisit.SEND) {
      earlier(MigrateVisit.OFFER, here, stick, before -> PracticeDevices.take(ceremony, before))
          .hold(place, whole);
      return;
    }
    // The device that gets the keys is here already, and its exchange key must be on it.
    Path offer = ceremony.resolve(EARLIER);
    earlier(MigrateVisit.OFFER, here, offer, before -> PracticeDevices.take(ceremony, before))
        .holdHere(place, whole);
    earlier(
            MigrateVisit.SEND,
            here,
            stick,
            before -> {
              PracticeDevices.take(ceremony, before);
              MadeUpStick.carry(offer, before);
            })
        .hold(place, whole);
  }

  private static EarlierCeremony.Planned earlier(
      MigrateVisit visit, Ceremony like, Path folder, EarlierCeremony.Preparation preparation)
      throws ProblemException {
    Map<String, String> decided = EarlierCeremony.decidedLike(like);
    for (String shared : new String[] {"domain", "targetDomain"}) {
      decided.put(shared, like.plan().texts().get(shared));
    }
    decided.put(VISIT.name(), visit.word());
    return new EarlierCeremony(new XkekMigrate(), new CeremonyFolder(folder), preparation)
        .planned(decided);
  }

  /** The bundle that came. */
  Path manifest() {
    return MadeUpStick.folder(ceremony).resolve(MigrationManifest.NAME);
  }

  /** What the other site says on the phone to a question, if it is asked. */
  Optional<String> says(String question) throws ProblemException {
    return switch (question) {
      case SERIAL -> Optional.of(PracticeDevices.kept(ceremony).getFirst().identity().serial());
      case HEARD ->
          Optional.of(
              String.join(" ", MigrationBundle.spoken(MigrationBundle.read(manifest()).hash())));
      default -> Optional.empty();
    };
  }
}
