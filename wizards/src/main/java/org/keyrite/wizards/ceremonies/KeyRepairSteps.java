// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.core.hsm.KeySight;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem.KeyIdInUse;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.PrintedLetters;

/**
 * The steps of a {@link KeyRepair}; {@link KeyRepairWork} does them.
 *
 * @param listed all keys of the device
 * @param taken those that are repaired
 */
record KeyRepairSteps(List<ListedKey> listed, List<ListedKey> taken) {
  /** What became of the keys that were chosen. */
  static final Fact<List<ListedKey>> DONE = new Fact<>("keys.repaired", ListedKey.LIST);

  static Fact<String> label(int number) {
    return Fact.text("key[" + number + "].label");
  }

  /** The ID that was typed for it; empty for one that is made up. */
  static Fact<String> newId(int number) {
    return Fact.text("key[" + number + "].newId");
  }

  /** What it is, where neither its public half nor its description tells. */
  static Fact<String> kind(int number) {
    return Fact.text("keyKind[" + number + "]");
  }

  static Ask choose(List<ListedKey> unseen) {
    return KeyChoice.numbers(StepId.of("keyRepair.choose"), CheckedKey.UNSEEN, unseen);
  }

  static boolean isLeftover(ListedKey key) {
    return key.state().equals(CheckedKey.LEFTOVER);
  }

  Section one(ListedKey key) {
    int number = key.number();
    List<Object> words = List.of(number, key.title());
    StepId id = new StepId("keyRepair.key", number);
    return isLeftover(key)
        ? new Section(id, words, List.of(clear(key, words)))
        : new Section(id, words, List.of(name(key, words), describe(key, words)));
  }

  /** A label that the key has already may stay, also where paper has no letters for it. */
  private static List<String> newLetters(String text, String before) {
    return text.strip().equals(before) ? List.of() : PrintedLetters.lacking(text);
  }

  private Ask name(ListedKey key, List<Object> words) {
    int number = key.number();
    Set<Slot> needs = new HashSet<>();
    earlier(key).forEach(other -> needs.add(newId(other.number())));
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            label(number),
            new Editor.Text(1, KeyLabel.LONGEST, text -> newLetters(text, key.label())),
            KeyPlan.noLabel(key.label()).isEmpty() ? key.label() : "",
            KeyPlan::noLabel));
    fields.add(
        new Field(
            newId(number),
            new Editor.Text(0, 2 * PkcsId.LONGEST),
            key.state().equals(KeySight.SAME_ID.name()) ? "" : key.id(),
            KeyPlan::noId));
    if (key.algorithm().isEmpty()) {
      fields.add(
          new Field(
              kind(number),
              new Editor.Choice(KeySpec.offered().stream().map(KeySpec::text).toList())));
    }
    return new Ask(
        new StepId("keyRepair.name", number),
        Seat.OFFICER,
        words,
        needs,
        fields,
        entered -> idInUse(entered, key));
  }

  /** The keys that are repaired before this one. */
  private List<ListedKey> earlier(ListedKey key) {
    return taken.subList(0, taken.indexOf(key)).stream()
        .filter(other -> !isLeftover(other))
        .toList();
  }

  private Optional<Problem> idInUse(Facts entered, ListedKey key) {
    String wanted = id(entered, key);
    boolean isTaken =
        Stream.concat(
                listed.stream().filter(other -> !isRepaired(other)).map(ListedKey::id),
                earlier(key).stream().map(other -> id(entered, other)))
            .anyMatch(wanted::equals);
    return !wanted.isEmpty() && isTaken ? Optional.of(new KeyIdInUse(wanted)) : Optional.empty();
  }

  private boolean isRepaired(ListedKey key) {
    return taken.stream().anyMatch(other -> other.number() == key.number());
  }

  private static String id(Facts entered, ListedKey key) {
    return entered.get(newId(key.number())).strip().toLowerCase(Locale.ROOT);
  }

  private Perform describe(ListedKey key, List<Object> words) {
    int number = key.number();
    Set<Slot> needs = Unlock.needs(KeyAccess.D, label(number), newId(number));
    if (key.algorithm().isEmpty()) {
      needs.add(kind(number));
    }
    return new Perform(
        new StepId("keyRepair.describe", number),
        Seat.OPERATOR,
        words,
        needs,
        Set.of(KeyFacts.outcome(number)),
        desk -> KeyRepairWork.describe(desk, key),
        Perform.Trait.ONE_TRY);
  }

  private Perform clear(ListedKey key, List<Object> words) {
    return new Perform(
        new StepId("keyRepair.clear", key.number()),
        Seat.OPERATOR,
        words,
        Unlock.needs(KeyAccess.D),
        Set.of(KeyFacts.outcome(key.number())),
        desk -> KeyRepairWork.clear(desk, key),
        Perform.Trait.ONE_TRY);
  }

  Perform compare() {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(KeyAccess.D), KeyListing.LISTED));
    for (ListedKey key : taken) {
      needs.add(KeyFacts.outcome(key.number()));
      if (!isLeftover(key)) {
        needs.add(label(key.number()));
      }
    }
    return new Perform(
        StepId.of("keyRepair.compare"),
        Seat.OPERATOR,
        List.of(taken.size()),
        needs,
        Set.of(DONE),
        desk -> KeyRepairWork.compare(desk, taken));
  }

  Attest seen() {
    return Attest.of(
        StepId.of("keyRepair.seen"),
        Seat.WITNESS,
        List.of(taken.size()),
        new Attest.Shown.Openly(DONE));
  }
}
