// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.keyrite.core.command.FileId;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * How every ceremony deletes a key: the officer types what names it and no other, the device is
 * asked whether it is still that key, and afterwards whether anything of it is left.
 *
 * @param d the number of the device
 * @param access how it is unlocked
 * @param outcome where it goes that a key is gone
 */
record KeyErasure(int d, Unlock.Access access, IntFunction<Fact<String>> outcome) {
  /** A key that is gone, with all that stood beside it. */
  static final String DELETED = "deleted";

  /**
   * The two steps of a key.
   *
   * @param all the keys of the device, among which its name must be the only one
   */
  List<Step> of(ListedKey key, List<ListedKey> all) {
    int number = key.number();
    return List.of(
        TypedKey.ask(new StepId("keyDelete.confirm", number), key, all),
        new Perform(
            new StepId("keyDelete.delete", number),
            Seat.OPERATOR,
            List.of(number, key.title()),
            access.needs(d, TypedKey.typed(number)),
            Set.of(outcome.apply(number)),
            desk -> delete(desk, key),
            Perform.Trait.ONE_TRY));
  }

  /** Deletes a key that is still the one that was listed, or what an earlier attempt left of it. */
  private void delete(Desk desk, ListedKey listed) throws ProblemException {
    KeyId reference = new KeyId(listed.number());
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          requireListed(desk, KeyList.read(hsm, reference), listed);
          access.logIn(desk, hsm, d);
          KeyDeletion.delete(hsm, reference);
          boolean isGone =
              KeyList.read(hsm, reference).isEmpty()
                  && hsm.readFile(FileId.ofDescription(reference)).isEmpty()
                  && hsm.readFile(FileId.ofCertificate(reference)).isEmpty();
          if (!isGone) {
            throw new KeyProblem.KeyNotDeleted(reference.value()).asException();
          }
          return device;
        });
    desk.put(outcome.apply(listed.number()), DELETED);
  }

  private void requireListed(Desk desk, Optional<StoredKey> there, ListedKey listed)
      throws ProblemException {
    int number = listed.number();
    if (there.isEmpty()) {
      boolean mayBeOurs =
          LostAnswer.isPossible(desk) || !desk.voided(outcome.apply(number)).isEmpty();
      if (!mayBeOurs) {
        throw new KeyProblem.KeyMissing(number).asException();
      }
    } else if (!listed.isSame(ListedKey.of(listed.state(), number, there.get()))) {
      throw new KeyProblem.KeyChangedMeanwhile(number).asException();
    }
  }

  /**
   * The keys that were to go are gone, and every other one is as it was.
   *
   * @throws ProblemException {@code KeyNotDeleted}; {@code KeyChangedMeanwhile}
   */
  static void requireGone(KeyList present, List<ListedKey> all, List<ListedKey> gone)
      throws ProblemException {
    for (ListedKey listed : all) {
      KeyId reference = new KeyId(listed.number());
      Optional<StoredKey> there =
          present.keys().stream().filter(key -> key.reference().equals(reference)).findFirst();
      if (gone.contains(listed)) {
        if (there.isPresent() || present.leftovers().contains(reference)) {
          throw new KeyProblem.KeyNotDeleted(listed.number()).asException();
        }
      } else if (there.isEmpty()
          || !listed.isSame(ListedKey.of(listed.state(), listed.number(), there.get()))) {
        throw new KeyProblem.KeyChangedMeanwhile(listed.number()).asException();
      }
    }
  }
}
