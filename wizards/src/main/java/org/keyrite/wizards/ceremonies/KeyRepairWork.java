// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeySight;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/** What a {@link KeyRepair} does on the device: straight-line code on a desk. */
final class KeyRepairWork {
  /** A key that programs see now. */
  static final String DESCRIBED = "described";

  /** A number under which nothing is left. */
  static final String CLEARED = "cleared";

  private static final int ID_SIZE = 8;

  private KeyRepairWork() {}

  /** Describes a key that is still the one that was listed. Done again, it describes it again. */
  static void describe(Desk desk, ListedKey listed) throws ProblemException {
    desk.use(
        DeviceFacts.serial(KeyAccess.D),
        (hsm, device) -> {
          Unlock.logIn(desk, hsm, KeyAccess.D);
          describe(desk, hsm, device, listed);
          return device;
        });
    desk.put(KeyFacts.outcome(listed.number()), DESCRIBED);
  }

  private static void describe(Desk desk, SmartCardHsm hsm, DeviceInfo device, ListedKey listed)
      throws ProblemException {
    int number = listed.number();
    KeyList all = KeyList.read(hsm);
    StoredKey key = all.get(new KeyId(number));
    requireListed(key, listed);
    String typed = desk.get(KeyRepairSteps.newId(number)).strip().toLowerCase(Locale.ROOT);
    Bytes id = typed.isEmpty() ? desk.place().random().bytes(ID_SIZE) : Bytes.fromHex(typed);
    boolean isTaken =
        all.withId(id).stream().anyMatch(other -> !other.reference().equals(key.reference()));
    if (isTaken) {
      throw new KeyProblem.KeyIdInUse(id.toHex()).asException();
    }
    KeySpec spec = key.spec().isPresent() ? key.spec().get() : chosen(desk, hsm, key);
    new KeyCreation(hsm, device)
        .describe(key, spec, KeyLabel.of(desk.get(KeyRepairSteps.label(number))), PkcsId.of(id));
  }

  /** By its public half; that of a secret key is nowhere, and its description may be ours. */
  private static void requireListed(StoredKey key, ListedKey listed) throws ProblemException {
    String fingerprint = ListedKey.of(listed.state(), listed.number(), key).fingerprint();
    if (!fingerprint.equals(listed.fingerprint())) {
      throw new KeyProblem.KeyChangedMeanwhile(listed.number()).asException();
    }
  }

  /**
   * What people say that a key is. Its list must allow something of that kind; that it is AES shows
   * in whether it answers as AES does.
   */
  private static KeySpec chosen(Desk desk, SmartCardHsm hsm, StoredKey key)
      throws ProblemException {
    KeySpec spec =
        KeySpec.fromText(desk.get(KeyRepairSteps.kind(key.reference().value()))).orElseThrow();
    boolean mayBe =
        KeyUse.of(spec).stream()
            .filter(use -> use != KeyUse.BACK_UP)
            .anyMatch(use -> key.terms().algorithms().allows(use, spec));
    if (!mayBe) {
      throw new KeyProblem.KeyOfAnotherKind(key.reference().value(), spec.text()).asException();
    }
    if (spec instanceof KeySpec.Aes && key.terms().uses().isEmpty()) {
      try {
        new KeyProof(hsm, desk.place().random()).ask(key);
      } catch (ProblemException e) {
        if (e.problem() instanceof DeviceProblem.UnexpectedStatus) {
          throw new KeyProblem.KeyOfAnotherKind(key.reference().value(), spec.text()).asException();
        }
        if (!(e.problem() instanceof KeyProblem.NothingToProveWith)) {
          throw e;
        }
      }
    }
    return spec;
  }

  /** Clears away what is left of a key, if there still is no key. */
  static void clear(Desk desk, ListedKey left) throws ProblemException {
    KeyId reference = new KeyId(left.number());
    desk.use(
        DeviceFacts.serial(KeyAccess.D),
        (hsm, device) -> {
          if (KeyList.read(hsm, reference).isPresent()) {
            throw new KeyProblem.KeyExists(reference.value()).asException();
          }
          Unlock.logIn(desk, hsm, KeyAccess.D);
          KeyDeletion.delete(hsm, reference);
          return device;
        });
    desk.put(KeyFacts.outcome(left.number()), CLEARED);
  }

  /** What was repaired is seen, and every other key is as it was. */
  static void compare(Desk desk, List<ListedKey> taken) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> KeyList.read(hsm));
    for (ListedKey before : desk.get(KeyListing.LISTED)) {
      StoredKey now = present.get(new KeyId(before.number()));
      boolean isRepaired = taken.stream().anyMatch(key -> key.number() == before.number());
      if (!isRepaired && !before.isSame(ListedKey.of(before.state(), before.number(), now))) {
        throw new KeyProblem.KeyChangedMeanwhile(before.number()).asException();
      }
    }
    List<ListedKey> done = new ArrayList<>();
    for (ListedKey key : taken) {
      done.add(
          KeyRepairSteps.isLeftover(key) ? cleared(present, key) : described(desk, present, key));
    }
    desk.put(KeyRepairSteps.DONE, done);
  }

  private static ListedKey cleared(KeyList present, ListedKey left) throws ProblemException {
    if (present.leftovers().contains(new KeyId(left.number()))) {
      throw new KeyProblem.KeyNotDeleted(left.number()).asException();
    }
    return left.in(CLEARED, left.number());
  }

  private static ListedKey described(Desk desk, KeyList present, ListedKey key)
      throws ProblemException {
    StoredKey now = present.get(new KeyId(key.number()));
    Optional<String> wanted =
        Optional.of(KeyLabel.of(desk.get(KeyRepairSteps.label(key.number()))).text());
    if (KeySight.of(now, present) != KeySight.SEEN || !now.label().equals(wanted)) {
      throw new KeyProblem.KeyNotAsPlanned(key.number()).asException();
    }
    return ListedKey.of(DESCRIBED, key.number(), now);
  }
}
