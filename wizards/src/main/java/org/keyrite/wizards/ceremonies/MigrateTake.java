// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.MigrateBundleSteps.id;
import static org.keyrite.wizards.ceremonies.MigrateFacts.SOURCE;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.command.QueryDevice;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
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
 * The last visit of a migration, at the device that gets the keys. It agrees with the exchange key
 * that waited on it, takes the keys in, proves them, and forgets what it agreed on. Since that
 * exchange key is gone then, the same bundle is good for nothing a second time.
 */
final class MigrateTake {
  private static final String NO_KEY = "0".repeat(16);

  private final Facts plan;
  private final MigrateExchange exchange;
  private final MigrateKeys keys;

  MigrateTake(Facts plan) {
    this.plan = plan;
    this.exchange = new MigrateExchange(plan);
    this.keys = new MigrateKeys(exchange);
  }

  Part part() {
    return new Part(
        List.of(
            Opening.section(plan, KeyBackup.SEATS),
            MigrateBundleSteps.came(
                MigrateVisit.SEND,
                SOURCE,
                Set.of(DeviceFacts.kcv(SOURCE), MigrateVisitFacts.SENT),
                MigrateTake::read),
            new Section(id("deviceTarget"), List.of(), device())),
        known -> Optional.of(taken(MigrateFacts.possible(known))));
  }

  /** Every key must be wrapped under what the source agreed on, and that is not nothing. */
  private static void read(Desk desk, MigrationBundle bundle) throws ProblemException {
    MigrationManifest.Sent sent = (MigrationManifest.Sent) bundle.manifest().content();
    if (sent.keyCheckValue().equals(NO_KEY)) {
      throw new ExchangeProblem.BundleWithoutCheckValue().asException();
    }
    for (KeyManifest.Backup key : sent.keys()) {
      WrappedKeyFile file = WrappedKeyFile.parse(key.file(), bundle.files().get(key.file()));
      String found = file.blob().checkValue().toText();
      if (!found.equals(sent.keyCheckValue())) {
        throw new DeviceProblem.CheckValueUnexpected(sent.keyCheckValue(), found).asException();
      }
      requireKind(bundle, key, file);
    }
    desk.put(DeviceFacts.kcv(SOURCE), sent.keyCheckValue());
    desk.put(
        MigrateVisitFacts.SENT,
        sent.keys().stream()
            .map(KeyManifest.Backup::key)
            .map(key -> key.in(KeyRestoreWork.READY, key.number()))
            .toList());
  }

  /** As far as its size tells without opening it; the device says the rest. */
  private static void requireKind(
      MigrationBundle bundle, KeyManifest.Backup key, WrappedKeyFile file) throws ProblemException {
    List<KeySpec> kinds = file.blob().possibleKinds();
    Optional<KeySpec> listed = KeySpec.fromText(key.key().algorithm());
    if (listed.isEmpty() || !kinds.isEmpty() && !kinds.contains(listed.get())) {
      String list = bundle.folder().resolve(MigrationManifest.NAME).toString();
      throw new ExchangeProblem.MigrationManifestUnreadable(list, "algorithm").asException();
    }
  }

  private List<Item> device() {
    return List.of(
        MigrateSteps.await(TARGET),
        new Perform(
            id("lookTarget"),
            Seat.OPERATOR,
            List.of(),
            Set.of(
                DeviceFacts.serial(TARGET),
                GroupFacts.UID,
                MigrateVisitFacts.CAME,
                MigrateVisitFacts.MIGRATION,
                MigrateVisitFacts.PARTNER,
                MigrateVisitFacts.PARTNER_ORIGIN,
                MigrateVisitFacts.SENT),
            DeviceLook.yields(
                TARGET,
                MigrateFacts.leftover(TARGET),
                MigrateFacts.key(TARGET),
                MigrateFacts.ON_TARGET,
                MigrateFacts.PLACES,
                MigrateFacts.MEMORY,
                MigrateFacts.MOVABLE),
            this::look),
        DeviceLook.named(
            id("namedTarget"),
            TARGET,
            List.of(),
            new Attest.Shown.Openly(MigrateFacts.leftover(TARGET))),
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

  /** The device must wait for this very bundle, and from the device that sent it. */
  private void look(Desk desk) throws ProblemException {
    MigrationManifest came = MigrateBundleSteps.kept(desk, MigrateVisit.SEND);
    desk.use(
        DeviceFacts.serial(TARGET),
        (hsm, device) -> {
          MigrateBundleSteps.requireMeant(came.target(), device);
          keys.look(desk, TARGET, hsm, device);
          KeyDomainStatus now =
              new GroupMember(hsm, device)
                  .requireIn(exchange.domain(TARGET), desk.get(GroupFacts.UID));
          MigrateBundleSteps.requireOneKind(desk, device);
          KeyList all = KeyList.read(hsm);
          StoredKey waiting =
              AwaitedFrom.key(
                  all,
                  exchange.domain(TARGET),
                  device.serial().text(),
                  desk.get(MigrateVisitFacts.MIGRATION));
          AwaitedFrom.require(waiting, came.source());
          List<ListedKey> present = keys.present(all);
          String memory = MigrateFit.memory(hsm.send(new QueryDevice()));
          List<ListedKey> movable = MigrateTarget.beside(desk.get(MigrateVisitFacts.SENT), present);
          boolean isUsedUp = MigrateExchange.isUsedUp(Optional.of(waiting.terms()));
          List<ListedKey> coming =
              movable.stream().filter(key -> MigrateChance.GOING.contains(key.state())).toList();
          requireUseful(isUsedUp && !now.hasKey(), coming, device);
          Optional<Problem> full =
              MigrateFit.of(keys.places(all), memory, sizes(desk, came)).refusesArrival(coming);
          if (full.isPresent()) {
            throw full.get().asException();
          }
          desk.put(
              MigrateFacts.leftover(TARGET),
              !now.hasKey()
                  ? MigrateVisitFacts.WAITING
                  : isUsedUp ? MigrateExchange.AGREED : MigrateExchange.LEFT);
          desk.put(MigrateFacts.key(TARGET), waiting.reference().value());
          desk.put(MigrateFacts.MOVABLE, movable);
          desk.put(MigrateFacts.ON_TARGET, present);
          desk.put(MigrateFacts.PLACES, keys.places(all));
          desk.put(MigrateFacts.MEMORY, memory);
          return device;
        });
  }

  /** If nothing is missing any more, only forgetting is left to do. */
  private static void requireUseful(boolean isSpent, List<ListedKey> coming, DeviceInfo device)
      throws ProblemException {
    if (isSpent && !coming.isEmpty()) {
      throw new ExchangeProblem.OfferUsedUp(device.serial().text()).asException();
    }
  }

  /** The least that each key takes, since all must fit before the first one comes. */
  private static Map<Integer, Long> sizes(Desk desk, MigrationManifest came)
      throws ProblemException {
    Map<Integer, Long> sizes = new HashMap<>();
    for (KeyManifest.Backup key : ((MigrationManifest.Sent) came.content()).keys()) {
      WrappedKeyFile file = WrappedKeyFile.read(desk.place().folder().resolve(key.file()));
      KeySpec spec = KeySpec.fromText(key.key().algorithm()).orElseThrow();
      sizes.put(key.key().number(), MigrateFit.least(file, spec));
    }
    return sizes;
  }

  private Part taken(List<ListedKey> possible) {
    return Part.last(
        new Section(id("take"), List.of(possible.size()), take(possible)),
        Closing.section(plan, KeyBackup.SEATS));
  }

  /** If the device has all of them already, it only forgets. */
  private List<Item> take(List<ListedKey> taken) {
    ReaderRoom room = new ReaderRoom(1, 1);
    room.put(TARGET);
    MigrateSteps steps = new MigrateSteps(plan, room);
    List<Item> items = new ArrayList<>();
    steps.unlock(TARGET, items);
    if (!taken.isEmpty()) {
      items.add(fetch(taken));
      items.add(steps.agree(TARGET));
      items.addAll(steps.compared());
      items.addAll(steps.arrival(taken));
    }
    items.add(steps.clean(TARGET));
    List<Attest.Shown> shown = new ArrayList<>();
    if (!taken.isEmpty()) {
      shown.add(new Attest.Shown.Openly(MigrateFacts.MOVED));
    }
    shown.add(new Attest.Shown.Openly(MigrateFacts.cleaned(TARGET)));
    items.add(
        Attest.of(
            id("taken"), Seat.WITNESS, List.of(taken.size()), shown.toArray(Attest.Shown[]::new)));
    return items;
  }

  private static Perform fetch(List<ListedKey> taken) {
    Set<Slot> yields = new HashSet<>();
    for (ListedKey key : taken) {
      yields.add(KeyFacts.file(key.number()));
      yields.add(KeyFacts.sha256(key.number()));
      yields.add(KeyFacts.proof(key.number()));
    }
    return new Perform(
        id("fetch"),
        Seat.OPERATOR,
        List.of(taken.size()),
        Set.of(MigrateVisitFacts.CAME),
        yields,
        desk -> fetch(desk, taken));
  }

  private static void fetch(Desk desk, List<ListedKey> taken) throws ProblemException {
    MigrationManifest came = MigrateBundleSteps.kept(desk, MigrateVisit.SEND);
    KeyFolder folder = new KeyFolder(desk.place().folder());
    for (KeyManifest.Backup key : ((MigrationManifest.Sent) came.content()).keys()) {
      int number = key.key().number();
      if (taken.stream().anyMatch(one -> one.number() == number)) {
        folder.require(key.file(), key.sha256());
        desk.put(KeyFacts.file(number), key.file());
        desk.put(KeyFacts.sha256(number), key.sha256().toHex());
        desk.put(KeyFacts.proof(number), key.proof());
      }
    }
  }
}
