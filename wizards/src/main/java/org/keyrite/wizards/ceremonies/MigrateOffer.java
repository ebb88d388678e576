// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.MigrateBundleSteps.id;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;

/**
 * The first visit of a migration, at the device that gets the keys. It makes an exchange key, which
 * stays on it: its ID is the name of the migration, and its label the device from which keys are
 * awaited, so that the last visit finds both on the device itself.
 */
final class MigrateOffer {
  private static final int SHORTEST_SERIAL = 3;
  private static final int LONGEST_SERIAL = 11;
  private static final int LONGEST_FINGERPRINT = 100;

  /** For the exchange key, and for one key that comes. */
  private static final int FEWEST_PLACES = 2;

  private final Facts plan;
  private final MigrateExchange exchange;
  private final MigrateKeys keys;

  MigrateOffer(Facts plan) {
    this.plan = plan;
    this.exchange = new MigrateExchange(plan);
    this.keys = new MigrateKeys(exchange);
  }

  Part part() {
    return Part.last(
        Opening.section(plan, KeyBackup.SEATS),
        new Section(id("deviceTarget"), List.of(), device()),
        Section.of("xkekMigrate.partner", partner(), group()),
        new Section(id("offer"), List.of(), offer()),
        Closing.section(plan, KeyBackup.SEATS));
  }

  private List<Item> device() {
    return List.of(
        MigrateSteps.await(TARGET),
        new Perform(
            id("lookTarget"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(TARGET)),
            DeviceLook.yields(
                TARGET,
                MigrateFacts.leftover(TARGET),
                GroupFacts.UID,
                GroupFacts.WORDS,
                MigrateFacts.ON_TARGET,
                MigrateFacts.PLACES,
                MigrateFacts.MEMORY,
                MigrateVisitFacts.DKEKS),
            this::look),
        DeviceLook.named(
            id("namedTarget"),
            TARGET,
            List.of(),
            new Attest.Shown.Openly(MigrateFacts.leftover(TARGET))));
  }

  private void look(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(TARGET),
        (hsm, device) -> {
          KeyDomainUid group = keys.look(desk, TARGET, hsm, device);
          desk.put(GroupFacts.UID, group);
          desk.put(GroupFacts.WORDS, GroupFacts.words(group));
          KeyList all = KeyList.read(hsm);
          if (keys.places(all) < FEWEST_PLACES) {
            throw new KeyProblem.TooFewPlaces(FEWEST_PLACES, keys.places(all)).asException();
          }
          Set<String> dkeks = keys.found(desk, hsm, device, all).dkeks();
          desk.put(
              MigrateVisitFacts.DKEKS,
              dkeks.isEmpty()
                  ? KeyFacts.NONE
                  : dkeks.stream().sorted().collect(Collectors.joining(", ")));
          return device;
        });
  }

  private static Ask partner() {
    return Ask.of(
        id("namePartner"),
        Seat.OFFICER,
        List.of(),
        new Field(
            MigrateVisitFacts.PARTNER,
            new Editor.Text(SHORTEST_SERIAL, LONGEST_SERIAL),
            "",
            MigrateOffer::refusesSerial),
        new Field(
            MigrateVisitFacts.PARTNER_TYPED,
            new Editor.Text(0, LONGEST_FINGERPRINT),
            "",
            MigrateOffer::refusesFingerprint));
  }

  private static Optional<Problem> refusesSerial(String typed) {
    return typed.strip().matches("[\\x21-\\x7E]{3,11}")
        ? Optional.empty()
        : Optional.of(new ExchangeProblem.NoDeviceSerial(typed.strip()));
  }

  private static Optional<Problem> refusesFingerprint(String typed) {
    return typed.isBlank() || plain(typed).matches("[0-9a-f]{64}")
        ? Optional.empty()
        : Optional.of(new ExchangeProblem.NoFingerprint(typed.strip()));
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
  }

  private static MigrationManifest.Device named(Desk desk) {
    String typed = plain(desk.get(MigrateVisitFacts.PARTNER_TYPED));
    return new MigrationManifest.Device(
        // As certificates have them: in capitals.
        desk.get(MigrateVisitFacts.PARTNER).strip().toUpperCase(Locale.ROOT),
        Optional.of(typed).filter(hex -> !hex.isEmpty()).map(Bytes::fromHex));
  }

  private static Attest group() {
    return Attest.of(
        id("group"),
        Seat.WITNESS,
        List.of(),
        new Attest.Shown.Openly(MigrateVisitFacts.PARTNER),
        new Attest.Shown.Openly(GroupFacts.UID),
        new Attest.Shown.Openly(GroupFacts.WORDS),
        new Attest.Shown.Openly(MigrateFacts.ON_TARGET));
  }

  private List<Item> offer() {
    ReaderRoom room = new ReaderRoom(1, 1);
    room.put(TARGET);
    List<Item> items = new ArrayList<>();
    new MigrateSteps(plan, room).unlock(TARGET, items);
    items.add(
        new Perform(
            id("makeTarget"),
            Seat.OPERATOR,
            List.of(),
            Unlock.needs(
                TARGET, GroupFacts.UID, MigrateVisitFacts.PARTNER, MigrateVisitFacts.PARTNER_TYPED),
            Set.of(
                MigrateFacts.key(TARGET),
                MigrateFacts.file(TARGET),
                MigrateFacts.hash(TARGET),
                MigrateVisitFacts.MIGRATION),
            this::make,
            Perform.Trait.ONE_TRY));
    items.addAll(
        MigrateBundleSteps.out(
            "Offer",
            Set.of(
                DeviceFacts.serial(TARGET),
                DeviceFacts.fingerprint(TARGET),
                DeviceFacts.firmware(TARGET),
                MigrateFacts.file(TARGET),
                MigrateFacts.hash(TARGET),
                MigrateFacts.ON_TARGET,
                MigrateFacts.PLACES,
                MigrateFacts.MEMORY,
                MigrateVisitFacts.DKEKS,
                MigrateVisitFacts.PARTNER,
                MigrateVisitFacts.PARTNER_TYPED),
            MigrateOffer::manifest));
    items.add(
        new Perform(
            id("leave"),
            Seat.OPERATOR,
            List.of(),
            // No more, so that it cleans up also after an exchange key that nobody heard of.
            Unlock.needs(TARGET, GroupFacts.UID),
            Set.of(MigrateFacts.cleaned(TARGET)),
            this::leave,
            Perform.Trait.LASTLY,
            Perform.Trait.ONE_TRY));
    return items;
  }

  private void make(Desk desk) throws ProblemException {
    MigrationManifest.Device source = named(desk);
    if (source.serial().equals(desk.get(DeviceFacts.serial(TARGET)))) {
      throw new ExchangeProblem.PartnerIsSameDevice(source.serial()).asException();
    }
    Bytes migration = desk.place().random().bytes(MigrationManifest.ID_SIZE);
    exchange.make(desk, TARGET, new AwaitedFrom(source).label(), migration);
    desk.put(MigrateVisitFacts.MIGRATION, migration);
  }

  private static MigrationManifest manifest(Desk desk, MigrationManifest.Head head) {
    return new MigrationManifest(
        head,
        new MigrationManifest.Device(
            desk.get(DeviceFacts.serial(TARGET)),
            Optional.of(desk.get(DeviceFacts.fingerprint(TARGET)))),
        named(desk),
        new MigrationManifest.Listed(
            desk.get(MigrateFacts.file(TARGET)), desk.get(MigrateFacts.hash(TARGET))),
        new MigrationManifest.Offer(
            desk.get(DeviceFacts.firmware(TARGET)),
            desk.get(MigrateFacts.PLACES),
            desk.get(MigrateFacts.MEMORY),
            desk.get(MigrateVisitFacts.DKEKS),
            desk.get(MigrateFacts.ON_TARGET)));
  }

  /** Reads back what waits on the device; if the ceremony was given up, nothing may. */
  private void leave(Desk desk) throws ProblemException {
    if (desk.isGivenUp()) {
      exchange.clean(desk, TARGET);
      return;
    }
    MigrationManifest made =
        MigrationBundle.read(desk.place().folder().resolve(MigrationManifest.NAME)).manifest();
    desk.use(
        DeviceFacts.serial(TARGET),
        (hsm, device) -> {
          new GroupMember(hsm, device).requireIn(exchange.domain(TARGET), desk.get(GroupFacts.UID));
          AwaitedFrom.key(
              KeyList.read(hsm),
              exchange.domain(TARGET),
              device.serial().text(),
              made.head().migration());
          return device;
        });
    desk.put(MigrateFacts.cleaned(TARGET), MigrateVisitFacts.WAITING);
  }
}
