// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.MigrateBundleSteps.id;
import static org.keyrite.wizards.ceremonies.MigrateFacts.SOURCE;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;

/**
 * The second visit of a migration, at the device that has the keys. It agrees by the request of the
 * device that gets them, wraps them, and forgets what it agreed on before the visit ends.
 */
final class MigrateSend {
  private final Facts plan;
  private final MigrateExchange exchange;
  private final MigrateKeys keys;

  MigrateSend(Facts plan) {
    this.plan = plan;
    this.exchange = new MigrateExchange(plan);
    this.keys = new MigrateKeys(exchange);
  }

  Part part() {
    return new Part(
        List.of(
            Opening.section(plan, KeyBackup.SEATS),
            MigrateBundleSteps.came(
                MigrateVisit.OFFER,
                TARGET,
                Set.of(MigrateFacts.ON_TARGET, MigrateFacts.PLACES, MigrateFacts.MEMORY),
                MigrateSend::read),
            new Section(id("deviceSource"), List.of(), device())),
        known -> Optional.of(chosen(MigrateFacts.possible(known), known)));
  }

  private static void read(Desk desk, MigrationBundle bundle) {
    MigrationManifest.Offer offer = (MigrationManifest.Offer) bundle.manifest().content();
    desk.put(MigrateFacts.ON_TARGET, offer.present());
    desk.put(MigrateFacts.PLACES, offer.places());
    desk.put(MigrateFacts.MEMORY, offer.memory());
  }

  private List<Item> device() {
    return List.of(
        MigrateSteps.await(SOURCE),
        new Perform(
            id("lookSource"),
            Seat.OPERATOR,
            List.of(),
            Set.of(
                DeviceFacts.serial(SOURCE),
                GroupFacts.UID,
                MigrateVisitFacts.CAME,
                MigrateVisitFacts.PARTNER,
                MigrateVisitFacts.PARTNER_ORIGIN),
            DeviceLook.yields(
                SOURCE,
                MigrateFacts.leftover(SOURCE),
                MigrateFacts.ON_SOURCE,
                MigrateFacts.SIZES,
                MigrateFacts.DKEKS,
                MigrateFacts.MOVABLE),
            this::look),
        DeviceLook.named(
            id("namedSource"),
            SOURCE,
            List.of(),
            new Attest.Shown.Openly(MigrateFacts.leftover(SOURCE))),
        Attest.of(
            id("listed"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(GroupFacts.UID),
            new Attest.Shown.Openly(GroupFacts.WORDS),
            new Attest.Shown.Openly(MigrateFacts.MOVABLE),
            new Attest.Shown.Openly(MigrateFacts.ON_TARGET),
            new Attest.Shown.Openly(MigrateFacts.PLACES),
            new Attest.Shown.Openly(MigrateFacts.MEMORY)));
  }

  /** The device must be the one that the other site named, and in the group of the bundle. */
  private void look(Desk desk) throws ProblemException {
    MigrationManifest came = MigrateBundleSteps.kept(desk, MigrateVisit.OFFER);
    MigrateTarget target = ((MigrationManifest.Offer) came.content()).target();
    desk.use(
        DeviceFacts.serial(SOURCE),
        (hsm, device) -> {
          MigrateBundleSteps.requireMeant(came.source(), device);
          keys.look(desk, SOURCE, hsm, device);
          new GroupMember(hsm, device).requireIn(exchange.domain(SOURCE), desk.get(GroupFacts.UID));
          MigrateBundleSteps.requireOneKind(desk, device);
          KeyList all = KeyList.read(hsm);
          List<ListedKey> onSource = keys.offered(desk, hsm, device, all);
          desk.put(
              MigrateFacts.MOVABLE,
              target.movable(
                  onSource, device.applet().firmware().toString(), keys.dkeks(hsm, device, all)));
          return device;
        });
  }

  /** If none of the keys can move, that is in the record, and it ends. */
  private Part chosen(List<ListedKey> possible, Facts seen) {
    return possible.isEmpty()
        ? Part.last(Closing.section(plan, KeyBackup.SEATS))
        : new Part(
            List.of(
                Section.of(
                    "xkekMigrate.choice",
                    KeyChoice.ask(
                        id("choose"),
                        MigrateFacts.MOVABLE,
                        possible,
                        MigrateFit.of(seen)::refuses))),
            known -> Optional.of(sent(KeyChoice.taken(known, possible))));
  }

  private Part sent(List<ListedKey> taken) {
    return Part.last(
        new Section(id("send"), List.of(taken.size()), send(taken)),
        Closing.section(plan, KeyBackup.SEATS));
  }

  private List<Item> send(List<ListedKey> taken) {
    MigrateSteps steps = new MigrateSteps(plan, new ReaderRoom(1, 1));
    List<Item> items = new ArrayList<>();
    steps.unlock(SOURCE, items);
    items.add(steps.make(SOURCE));
    items.add(steps.agree(SOURCE));
    items.add(
        Attest.of(
            id("agreedSource"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(DeviceFacts.kcv(SOURCE))));
    Map<Integer, String> names = KeyFileNames.of(taken);
    Set<Slot> needs =
        new HashSet<>(
            Set.of(
                DeviceFacts.serial(SOURCE),
                DeviceFacts.fingerprint(SOURCE),
                DeviceFacts.kcv(SOURCE),
                MigrateFacts.file(SOURCE),
                MigrateFacts.hash(SOURCE),
                MigrateFacts.cleaned(SOURCE),
                MigrateVisitFacts.CAME,
                EnrolFacts.VISITS));
    for (ListedKey key : taken) {
      Perform wrap = steps.wrap(key, names.get(key.number()));
      items.add(wrap);
      needs.addAll(wrap.yields());
    }
    items.add(steps.clean(SOURCE));
    items.addAll(
        MigrateBundleSteps.out(
            "Sent",
            needs,
            (desk, head) -> manifest(desk, head, taken),
            new Attest.Shown.Openly(DeviceFacts.kcv(SOURCE)),
            new Attest.Shown.Openly(MigrateFacts.cleaned(SOURCE))));
    return items;
  }

  private static MigrationManifest manifest(
      Desk desk, MigrationManifest.Head head, List<ListedKey> taken) throws ProblemException {
    String record = desk.get(EnrolFacts.VISITS);
    return new MigrationManifest(
        head,
        MigrateBundleSteps.kept(desk, MigrateVisit.OFFER).target(),
        new MigrationManifest.Device(
            desk.get(DeviceFacts.serial(SOURCE)),
            Optional.of(desk.get(DeviceFacts.fingerprint(SOURCE)))),
        new MigrationManifest.Listed(
            desk.get(MigrateFacts.file(SOURCE)), desk.get(MigrateFacts.hash(SOURCE))),
        new MigrationManifest.Sent(
            desk.get(MigrateVisitFacts.CAME),
            Bytes.fromHex(record.substring(record.lastIndexOf(' ') + 1)),
            desk.get(DeviceFacts.kcv(SOURCE)),
            taken.stream()
                .map(key ->
                    new KeyManifest.Backup(
                        desk.get(KeyFacts.file(key.number())),
                        Bytes.fromHex(desk.get(KeyFacts.sha256(key.number()))),
                        key,
                        desk.get(KeyFacts.proof(key.number()))))
                .toList()));
  }
}
