// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeySight;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.preflight.Place;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.view.look.Term;

/**
 * Keys that are put together at run time, so that no source contains them as a whole.
 *
 * @param name where they come from
 * @param keys every key that can come about, with the number of arguments its text is given
 */
record KeyFamily(String name, Map<String, Integer> keys) {

  /** Every family there is; whoever puts keys together adds his here. */
  static List<KeyFamily> all() {
    return List.of(
        problems(),
        inspected(),
        onSheets(),
        toldByDevices(),
        sourcesOfRandomness(),
        words(),
        knownOfTheLaptop(),
        knownOfDevices(),
        knownOfKeys(),
        knownOfNewKeys(),
        knownOfGroups(),
        new KeyFamily("ceremonies", CeremonyKeys.collect()));
  }

  private static KeyFamily problems() {
    Map<String, Integer> keys = new TreeMap<>();
    for (Class<?> problem : Problems.all()) {
      int components = problem.getRecordComponents().length;
      keys.put(Problems.key(problem) + ".what", components);
      keys.put(Problems.key(problem) + ".next", components);
    }
    return new KeyFamily("problems", keys);
  }

  /** What {@code inspect} finds in files: kinds of things, and their parts. */
  private static KeyFamily inspected() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of("shareFile", "shareSheet", "shareFileSheet", "journal")
        .forEach(kind -> keys.put("terminal.inspect." + kind, 1));
    Stream.of("salt", "sha256", "set", "id", "custodians", "threshold", "copy", "bits", "index")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("shares", "ceremony", "began", "product", "practice", "lines", "finished", "lastHash")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("deviceId", "membership", "memberRegister", "member")
        .forEach(kind -> keys.put("terminal.inspect." + kind, 1));
    Stream.of("serial", "origin", "certificates", "outdated", "fingerprint", "hash", "uid")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("words", "members", "membership", "who", "when")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("offer", "send").forEach(visit -> keys.put("terminal.inspect.migration." + visit, 1));
    Stream.of("migration", "source", "sourceHash", "target", "targetHash", "keyCheckValue")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("exchangeRequest", "wrappedKey", "keyBackup", "decisions")
        .forEach(kind -> keys.put("terminal.inspect." + kind, 1));
    Stream.of("label", "keyId", "possibleKinds", "leftBehind", "decided")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("wrappedKeys", "spoken")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("certificateRequest", "certificate")
        .forEach(kind -> keys.put("terminal.inspect." + kind, 1));
    Stream.of("subject", "issuer", "from", "until", "validity", "key", "publicKey", "signature")
        .forEach(part -> keys.put("terminal.inspect.part." + part, 0));
    Stream.of("validity.valid", "validity.early", "validity.expired", "key.unknown")
        .forEach(word -> keys.put("terminal.inspect." + word, 0));
    Stream.of("ownKey", "issuer", "unknown")
        .forEach(whose -> keys.put("terminal.inspect.signature." + whose, 0));
    return new KeyFamily("inspect", keys);
  }

  /** Numbered lines and named boxes of sheets. */
  private static KeyFamily onSheets() {
    Map<String, Integer> keys = new TreeMap<>();
    for (int line = 1; line <= 5; line++) {
      for (String sheet : List.of("share", "file", "behind", "own")) {
        keys.put("paper." + sheet + ".about." + line, 2);
      }
    }
    for (int line = 1; line <= 4; line++) {
      keys.put("paper.key.about." + line, 2);
      keys.put("paper.receipt.promise." + line, 1);
    }
    Stream.of("custodian", "officer", "witness")
        .forEach(who -> keys.put("paper.receipt." + who, 0));
    Stream.of("bag", "sealed", "opened").forEach(box -> keys.put("paper.label." + box, 0));
    Stream.of("bag", "custodian", "signature", "officer", "date", "takenBy", "why", "newSerial")
        .forEach(box -> keys.put("paper.strip." + box, 0));
    Stream.of("code", "frame", "letters", "secret")
        .forEach(line -> keys.put("paper.test." + line, 0));
    Stream.of(1, 2, 3).forEach(line -> keys.put("paper.group.about." + line, 0));
    Stream.of("kept", "nothing", "refused", "saved", "unseen")
        .forEach(found -> keys.put("choice.queue.left." + found, 0));
    return new KeyFamily("sheets", keys);
  }

  /** What devices tell of themselves, in codes. */
  private static KeyFamily toldByDevices() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(DevicePoint.values()).forEach(point -> keys.put("slot.device." + point.word(), 1));
    keys.put("slot.keyDomain", 1);
    Stream.of(Origin.values()).forEach(origin -> keys.put("choice.device.origin." + origin, 0));
    Stream.of(Feature.values()).forEach(can -> keys.put("choice.device.features." + can, 0));
    Stream.of(DeviceOption.values())
        .forEach(option -> keys.put("choice.device.options." + option, 0));
    Stream.of("label", "features", "options", "room", "domains")
        .forEach(point -> keys.put("choice.device." + point + ".none", 0));
    Stream.of("state.never", "state.initialised", "outdated.yes", "outdated.no")
        .forEach(code -> keys.put("choice.device." + code, 0));
    Stream.of("absent", "given", "blocked", "toBeChanged", "1")
        .forEach(code -> {
          keys.put("choice.device.userTries." + code, 0);
          keys.put("choice.device.soTries." + code, 0);
        });
    keys.put("choice.device.userTriesAgain.1", 0);
    keys.put("choice.keys.chosen.all", 0);
    Stream.of("now", "earlier").forEach(code -> keys.put("choice.pin.outcome." + code, 0));
    Map.of("key", 2, "missing", 2, "noKey", 0, "exchanged", 2, "exchangedNoKey", 1, "notSetUp", 0)
        .forEach((code, arguments) -> keys.put("choice.keyDomain." + code, arguments));
    return new KeyFamily("devices", keys);
  }

  /** Words that are explained. */
  private static KeyFamily words() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(Term.values()).flatMap(term -> term.keys().stream()).forEach(key -> keys.put(key, 0));
    return new KeyFamily("words", keys);
  }

  /** Sources of randomness, which the record has by their short names. */
  private static KeyFamily sourcesOfRandomness() {
    Map<String, Integer> keys = new TreeMap<>();
    keys.put("choice.random.sources." + new JvmRandom().name(), 0);
    Stream.of(Origin.values()).forEach(origin -> keys.put("choice.random.sources." + origin, 1));
    return new KeyFamily("sources of randomness", keys);
  }

  /** What is found on the laptop, with what was seen. */
  private static KeyFamily knownOfTheLaptop() {
    Map<String, Integer> keys = new TreeMap<>();
    for (Point point : Point.values()) {
      keys.put("choice.laptop." + point.word() + ".fine", 1);
      keys.put("choice.laptop." + point.word() + ".notNeeded", 0);
    }
    for (Place place : Place.values()) {
      keys.put("choice.residue." + place.word() + ".fine", 1);
      keys.put("choice.residue." + place.word() + ".notNeeded", 0);
      keys.put("choice.residue." + place.word() + ".noted", 2);
    }
    Stream.of("program", "readers")
        .forEach(point -> keys.put("choice.laptop." + point + ".noted", 1));
    return new KeyFamily("facts about the laptop", keys);
  }

  /** What ceremonies find out about devices and keep in short words. */
  private static KeyFamily knownOfDevices() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(Origin.values()).forEach(origin -> keys.put("choice.device.origin." + origin, 0));
    Stream.of("new", "setUp").forEach(state -> keys.put("choice.device.state." + state, 0));
    keys.put("choice.device.soTries.none", 0);
    return new KeyFamily("facts about devices", keys);
  }

  /** What ceremonies find out about keys; a key in a list has five arguments. */
  private static KeyFamily knownOfKeys() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(BackupChance.values())
        .forEach(chance -> keys.put("choice.keys.onDevice." + chance, 5));
    keys.put("choice.keys.onDevice.OTHER_DOMAIN", 5);
    keys.put("choice.keys.onDevice.none", 0);
    Stream.of("backedUp", "refused")
        .forEach(outcome -> {
          keys.put("choice.keys.backedUp." + outcome, 5);
          keys.put("choice.key.outcome." + outcome, 0);
        });
    Stream.of("READY", "PRESENT", "ID_IN_USE", "OTHER_KEY", "NAMELESS")
        .forEach(state -> keys.put("choice.keys.fitting." + state, 5));
    for (String list : List.of("onSource", "movable")) {
      Stream.of("READY", "STAYS", "OTHER_DOMAIN", "NAMELESS", "COUNTED", "USED_UP")
          .forEach(state -> keys.put("choice.keys." + list + "." + state, 5));
    }
    keys.put("choice.keys.onSource.DKEK", 5);
    keys.put("choice.key.deletion.deleted", 0);
    Stream.of("PRESENT", "ID_IN_USE", "UNSURE", "SAME_DKEK", "NO_SAME_DKEK")
        .forEach(state -> keys.put("choice.keys.movable." + state, 5));
    Stream.of("moving.sizes", "moving.dkeks")
        .forEach(slot -> keys.put("choice." + slot + ".KEY", 2));
    Stream.of("target.memory", "moving.sizes", "moving.dkeks")
        .forEach(slot -> keys.put("choice." + slot + ".none", 0));
    keys.put("choice.keys.onTarget.PRESENT", 5);
    Stream.of("onSource", "movable", "onTarget")
        .forEach(list -> keys.put("choice.keys." + list + ".none", 0));
    Stream.of("proven", "unproven").forEach(outcome -> keys.put("choice.keys.moved." + outcome, 5));
    Stream.of("clean", "left", "waiting", "agreed")
        .forEach(left -> keys.put("choice.exchange.before." + left, 0));
    Stream.of("clean", "waiting").forEach(left -> keys.put("choice.exchange.after." + left, 0));
    keys.put("choice.keys.sent.READY", 5);
    keys.put("choice.keys.sent.none", 0);
    keys.put("choice.target.dkeks.none", 0);
    keys.put("choice.keys.files.IN_FILE", 5);
    Stream.of("proven", "unproven")
        .forEach(outcome -> {
          keys.put("choice.keys.restored." + outcome, 5);
          keys.put("choice.key.outcome." + outcome, 1);
        });
    keys.put("choice.key.outcome.deleted", 0);
    keys.put("choice.keys.deleted.deleted", 5);
    Stream.of("described", "cleared")
        .forEach(outcome -> {
          keys.put("choice.keys.repaired." + outcome, 5);
          keys.put("choice.key.outcome." + outcome, 0);
        });
    Stream.of(BackupChance.values()).forEach(chance -> keys.put("choice.keys.told." + chance, 7));
    keys.put("choice.keys.told.MOVES", 7);
    Stream.of("UNKNOWN", "OTHER_GROUP", "MEMBER", "THIS", "OTHER_CERTIFICATE", "NOT_LISTED")
        .forEach(state -> keys.put("choice.device.members." + state, 4));
    keys.put("choice.device.members.none", 0);
    keys.put("choice.newKey.backup.MOVES", 0);
    keys.put("choice.device.kcv.GROUP", 1);
    keys.put("choice.kcv.GROUP", 1);
    Stream.of(KeySight.values())
        .filter(sight -> sight != KeySight.SEEN)
        .forEach(sight -> keys.put("choice.keys.unseen." + sight, 5));
    keys.put("choice.keys.certified.certified", 5);
    Stream.of(BackupChance.values())
        .forEach(chance -> keys.put("choice.certificate.key." + chance, 5));
    Stream.of("valid", "early").forEach(code -> keys.put("choice.certificate.validity." + code, 0));
    Stream.of("fits", "tooLarge").forEach(code -> keys.put("choice.keys.onPaper." + code, 5));
    keys.put("choice.keys.onPaper.none", 0);
    keys.put("choice.certificate.before.none", 0);
    keys.put("choice.keys.unseen.LEFTOVER", 5);
    Stream.of("told", "unseen").forEach(list -> keys.put("choice.keys." + list + ".none", 0));
    keys.put("choice.key.copies.none", 0);
    Stream.of("LISTED", "IN_FILE", "CONFIRMED", "RESTORED", "SAME_NAME")
        .forEach(kind -> keys.put("choice.key.copies." + kind, 3));
    Stream.of("keyFile.name", "keyFile.sha256", "key.fingerprint", "key.proof")
        .forEach(fact -> keys.put("choice." + fact + ".none", 0));
    return new KeyFamily("facts about keys", keys);
  }

  /** What a ceremony finds out about the key that it makes and keeps in short words. */
  private static KeyFamily knownOfNewKeys() {
    Map<String, Integer> keys = new TreeMap<>();
    Stream.of(BackupChance.values())
        .forEach(chance -> keys.put("choice.newKey.backup." + chance, 0));
    KeyProof.ways().forEach(way -> keys.put("choice.newKey.proof." + way, 0));
    Stream.of("publicKey.none", "fingerprint.none", "usesLeft.unlimited")
        .forEach(code -> keys.put("choice.newKey." + code, 0));
    return new KeyFamily("facts about new keys", keys);
  }

  /** What ceremonies find out about groups. */
  private static KeyFamily knownOfGroups() {
    Map<String, Integer> keys = new TreeMap<>();
    keys.put("choice.signers.found.KEY", 2);
    keys.put("choice.signers.found.none", 0);
    keys.put("choice.visits.before.none", 0);
    for (String when : List.of("before", "after")) {
      Map.of("DKEK", 3, "RANDOM", 3, "WAITING", 3, "XKEK", 3, "GROUP", 2, "FREE", 1, "none", 0)
          .forEach((code, count) -> keys.put("choice.domains." + when + "." + code, count));
    }
    keys.put("choice.member.domain.IN", 2);
    // These come from files, where nothing proves or does not prove anything.
    Stream.of(Origin.values())
        .filter(origin -> origin != Origin.UNPROVEN)
        .forEach(origin -> {
          keys.put("choice.member.origin." + origin, 0);
          keys.put("choice.issuer.origin." + origin, 0);
          keys.put("choice.partner.origin." + origin, 0);
        });
    Stream.of(BackupChance.values())
        .forEach(chance -> keys.put("choice.signer.chance." + chance, 0));
    return new KeyFamily("facts about groups", keys);
  }
}
