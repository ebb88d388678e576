// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The steps of a {@link KeyCertify}; {@link KeyCertifyWork} does them.
 *
 * @param count how many certificates there are
 */
record KeyCertifySteps(int count) {
  /** The keys that have their certificates now. */
  static final Fact<List<ListedKey>> DONE = new Fact<>("keys.certified", ListedKey.LIST);

  List<Item> files() {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      CertificateFacts facts = new CertificateFacts(i);
      int number = i;
      items.add(
          Ask.of(
              new StepId("keyCertify.file", i),
              Seat.OFFICER,
              List.of(i, count),
              new Field(facts.path(), new Editor.OpenFile(Editor.OpenFile.Content.CERTIFICATE))));
      items.add(
          new Perform(
              new StepId("keyCertify.read", i),
              Seat.OPERATOR,
              List.of(i, count),
              Set.of(facts.path()),
              Set.copyOf(facts.told()),
              desk -> KeyCertifyWork.read(desk, number)));
    }
    return items;
  }

  /** Unlocks the device, and finds, shows and writes one certificate after the other. */
  List<Item> keys() {
    List<Item> items = new ArrayList<>(KeyAccess.unlock("keyAccess"));
    Set<Slot> done = new HashSet<>(Set.of(DeviceFacts.serial(KeyAccess.D), KeyListing.LISTED));
    for (int i = 1; i <= count; i++) {
      CertificateFacts facts = new CertificateFacts(i);
      int number = i;
      Set<Slot> finding =
          Unlock.needs(KeyAccess.D, facts.path(), facts.sha256(), KeyListing.LISTED);
      for (int earlier = 1; earlier < i; earlier++) {
        finding.add(new CertificateFacts(earlier).key());
      }
      items.add(
          new Perform(
              new StepId("keyCertify.find", i),
              Seat.OPERATOR,
              List.of(i, count),
              finding,
              Set.of(facts.key()),
              desk -> KeyCertifyWork.find(desk, number),
              Perform.Trait.ONE_TRY));
      items.add(
          Attest.of(
              new StepId("keyCertify.found", i), Seat.WITNESS, List.of(i, count), facts.shown()));
      items.add(
          new Perform(
              new StepId("keyCertify.write", i),
              Seat.OPERATOR,
              List.of(i, count),
              Unlock.needs(KeyAccess.D, facts.path(), facts.sha256(), facts.key()),
              Set.of(facts.before()),
              desk -> KeyCertifyWork.write(desk, number),
              Perform.Trait.ONE_TRY));
      done.add(facts.path());
      done.add(facts.sha256());
      done.add(facts.key());
      done.add(facts.before());
    }
    items.add(
        new Perform(
            StepId.of("keyCertify.compare"),
            Seat.OPERATOR,
            List.of(count),
            done,
            Set.of(DONE),
            desk -> KeyCertifyWork.compare(desk, count)));
    items.add(
        Attest.of(
            StepId.of("keyCertify.seen"),
            Seat.WITNESS,
            List.of(count),
            new Attest.Shown.Openly(DONE)));
    return items;
  }
}
