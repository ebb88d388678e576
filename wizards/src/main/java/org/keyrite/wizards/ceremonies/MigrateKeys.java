// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static java.util.stream.Collectors.toMap;
import static org.keyrite.wizards.ceremonies.MigrateFacts.SOURCE;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.QueryDevice;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link XkekMigrate} does with the keys of its two devices. A wrapped key is good for
 * nothing once both devices have forgotten what they agreed on.
 *
 * @param exchange how the devices agree
 */
record MigrateKeys(MigrateExchange exchange) {
  /** The source as it is found, and its keys. */
  void source(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(SOURCE),
        (hsm, device) -> {
          KeyDomainUid group = look(desk, SOURCE, hsm, device);
          KeyList keys = KeyList.read(hsm);
          desk.put(GroupFacts.UID, group);
          desk.put(GroupFacts.WORDS, GroupFacts.words(group));
          offered(desk, hsm, device, keys);
          return device;
        });
  }

  /** The keys that the source has, whether each may leave it, and how. */
  List<ListedKey> offered(Desk desk, SmartCardHsm hsm, DeviceInfo device, KeyList keys)
      throws ProblemException {
    List<StoredKey> own = own(keys, SOURCE);
    Map<Integer, String> dkeks = dkeks(hsm, device, keys);
    List<ListedKey> listed =
        own.stream()
            .map(this::onSource)
            .map(key ->
                key.state().equals(MigrateChance.OTHER_DOMAIN) && dkeks.containsKey(key.number())
                    ? key.in(MigrateDkek.DKEK, key.number())
                    : key)
            .toList();
    desk.put(MigrateFacts.DKEKS, dkeks);
    desk.put(
        MigrateFacts.SIZES,
        own.stream().collect(toMap(key -> key.reference().value(), MigrateFit::least)));
    desk.put(MigrateFacts.ON_SOURCE, listed);
    return listed;
  }

  /** The check value of its DKEK, of each key of the source that is in a key domain with one. */
  Map<Integer, String> dkeks(SmartCardHsm hsm, DeviceInfo device, KeyList keys)
      throws ProblemException {
    return MigrateDkek.of(own(keys, SOURCE), KeyDomains.read(hsm, device));
  }

  private ListedKey onSource(StoredKey key) {
    boolean isHere =
        key.terms().domain().orElse(KeyDomainIndex.FIRST).equals(exchange.domain(SOURCE));
    String state = isHere ? MigrateChance.ofLeaving(key) : MigrateChance.OTHER_DOMAIN;
    boolean isSeen = key.description().isPresent();
    return ListedKey.of(isSeen ? state : KeyRestoreWork.NAMELESS, key.reference().value(), key);
  }

  /** All keys but what an exchange left. */
  private List<StoredKey> own(KeyList keys, int d) {
    List<StoredKey> own = new ArrayList<>(keys.keys());
    own.removeAll(KeyExchange.find(keys, exchange.domain(d)));
    return own;
  }

  /** The target as it is found, and which of the source's keys it can get. */
  void target(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(TARGET),
        (hsm, device) -> {
          look(desk, TARGET, hsm, device);
          new GroupMember(hsm, device).requireIn(exchange.domain(TARGET), desk.get(GroupFacts.UID));
          KeyList keys = KeyList.read(hsm);
          MigrateTarget target = found(desk, hsm, device, keys);
          desk.put(
              MigrateFacts.MOVABLE,
              target.movable(
                  desk.get(MigrateFacts.ON_SOURCE),
                  desk.get(DeviceFacts.firmware(SOURCE)),
                  desk.get(MigrateFacts.DKEKS)));
          return device;
        });
  }

  /** The keys that the target has. */
  List<ListedKey> present(KeyList keys) {
    return own(keys, TARGET).stream()
        .map(key -> ListedKey.of(KeyRestoreWork.PRESENT, key.reference().value(), key))
        .toList();
  }

  /** How many numbers are free on the target, that of the exchange key among them. */
  int places(KeyList keys) {
    return MigrateFit.places(keys, own(keys, TARGET));
  }

  /** What the target has, and how much room. */
  MigrateTarget found(Desk desk, SmartCardHsm hsm, DeviceInfo device, KeyList keys)
      throws ProblemException {
    List<ListedKey> present = present(keys);
    desk.put(MigrateFacts.ON_TARGET, present);
    desk.put(MigrateFacts.PLACES, places(keys));
    desk.put(MigrateFacts.MEMORY, MigrateFit.memory(hsm.send(new QueryDevice())));
    return new MigrateTarget(
        device.applet().firmware().toString(),
        present,
        MigrateDkek.values(KeyDomains.read(hsm, device)));
  }

  /** Refuses a device that is in no group, before anything is made. */
  KeyDomainUid look(Desk desk, int d, SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    device.require(Feature.XKEK);
    DeviceLook.identity(desk, d, hsm, device);
    hsm.pins().requireInitialised();
    DevicePins.triesOfUser(hsm);
    KeyDomainIndex domain = exchange.domain(d);
    if (!(hsm.send(new QueryKeyDomain(domain))
            instanceof KeyDomainSlot.Defined(KeyDomainStatus status))
        || status.group().isEmpty()) {
      throw new DeviceProblem.KeyDomainNotCreated(domain.value()).asException();
    }
    boolean isClean = new KeyExchange(hsm, device, domain, status.group().get()).isClean();
    desk.put(MigrateFacts.leftover(d), isClean ? MigrateExchange.CLEAN : MigrateExchange.LEFT);
    return status.group().get();
  }

  /** Wraps a key under what was agreed; a secret one answers something, to be repeated. */
  void wrap(Desk desk, ListedKey listed, String name) throws ProblemException {
    int number = listed.number();
    WrappedKeyFile file =
        desk.use(
            DeviceFacts.serial(SOURCE),
            (hsm, device) -> {
              Unlock.logIn(desk, hsm, SOURCE);
              StoredKey key =
                  KeyList.read(hsm, new KeyId(number))
                      .orElseThrow(() -> new KeyProblem.KeyMissing(number).asException());
              if (!listed.isSame(ListedKey.of(listed.state(), number, key))) {
                throw new KeyProblem.KeyChangedMeanwhile(number).asException();
              }
              WrappedKeyFile wrapped = new KeyTransfer(hsm).wrap(key);
              desk.put(KeyFacts.proof(number), KeyBackupWork.answer(desk, hsm, key));
              return wrapped;
            });
    String kcv = desk.get(DeviceFacts.kcv(SOURCE));
    String found = file.blob().checkValue().toText();
    if (!found.equals(kcv)) {
      throw new DeviceProblem.CheckValueUnexpected(kcv, found).asException();
    }
    new KeyFolder(desk.place().folder()).write(name, file.encode(), desk.attempt() > 1);
    desk.put(KeyFacts.file(number), name);
    desk.put(KeyFacts.sha256(number), file.encode().sha256().toHex());
  }

  private static WrappedKeyFile file(Desk desk, int number) throws ProblemException {
    String name = desk.get(KeyFacts.file(number));
    return WrappedKeyFile.parse(
        name,
        new KeyFolder(desk.place().folder())
            .require(name, Bytes.fromHex(desk.get(KeyFacts.sha256(number)))));
  }

  /** Gives each key a free number on the target, which is in the journal before it comes. */
  void place(Desk desk, List<ListedKey> taken) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(TARGET), (hsm, device) -> KeyList.read(hsm));
    List<Integer> given = new ArrayList<>();
    for (ListedKey key : taken) {
      WrappedKeyFile file = file(desk, key.number());
      Optional<Integer> earlier =
          desk.voided(KeyFacts.reference(key.number())).stream()
              .map(Integer::valueOf)
              .filter(place -> KeyRestoreWork.isOurs(present, new KeyId(place), file))
              .findFirst();
      int place = earlier.isPresent() ? earlier.get() : KeyRestoreWork.free(present, given);
      given.add(place);
      desk.put(KeyFacts.reference(key.number()), place);
    }
  }

  /** Takes a key in at its place, proves it, and writes beside it what stood beside it. */
  void take(Desk desk, ListedKey key) throws ProblemException {
    WrappedKeyFile file = file(desk, key.number());
    KeyId place = new KeyId(desk.get(KeyFacts.reference(key.number())));
    KeySource source =
        new KeySource(
            new KeySource.Seen(
                key.number(),
                desk.get(KeyFacts.file(key.number())),
                desk.get(KeyFacts.sha256(key.number())),
                file.blob().checkValue().toText(),
                desk.get(KeyFacts.sha256(key.number()))),
            file,
            key,
            desk.get(KeyFacts.proof(key.number())));
    desk.put(
        KeyFacts.outcome(key.number()),
        desk.use(
            DeviceFacts.serial(TARGET),
            (hsm, device) ->
                new KeyRestoreWork.Arrival(hsm, device, TARGET).of(desk, source, place)));
  }

  /** What the target has now; the keys that came are among it, each as it was in its file. */
  static KeyList arrived(Desk desk, List<ListedKey> came) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(TARGET), (hsm, device) -> KeyList.read(hsm));
    for (ListedKey key : came) {
      KeyId place = new KeyId(desk.get(KeyFacts.reference(key.number())));
      KeyRestoreWork.requireWhole(Optional.of(present.get(place)), file(desk, key.number()), place);
    }
    return present;
  }

  /** Every key that came is whole, and every key that was there still is. */
  void check(Desk desk, List<ListedKey> taken) throws ProblemException {
    KeyList present = arrived(desk, taken);
    for (ListedKey before : desk.get(MigrateFacts.ON_TARGET)) {
      StoredKey now = present.get(new KeyId(before.number()));
      if (!before.isSame(ListedKey.of(before.state(), before.number(), now))) {
        throw new KeyProblem.KeyChangedMeanwhile(before.number()).asException();
      }
    }
    List<ListedKey> moved = new ArrayList<>();
    for (ListedKey key : taken) {
      KeyId place = new KeyId(desk.get(KeyFacts.reference(key.number())));
      String outcome = desk.get(KeyFacts.outcome(key.number())).split(" ")[0];
      moved.add(key.in(outcome, place.value()));
    }
    desk.put(MigrateFacts.MOVED, moved);
  }
}
