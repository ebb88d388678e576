// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Role;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;

/**
 * The keys of every ceremony in the catalogue, found by making its plan with each choice in turn
 * and walking through its steps.
 */
final class CeremonyKeys {
  /** What steps could yield where the part that follows needs more than any text. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry(
              "keys.onDevice", "POSSIBLE 1 Root secp256r1 01 –, POSSIBLE 2 Leaf secp256r1 02 –"),
          Map.entry("keys.unseen", "NO_DESCRIPTION 1 – – – –, LEFTOVER 2 – – – –"),
          Map.entry("keys.fitting", "READY 1 Root secp256r1 01 –, READY 2 Leaf secp256r1 02 –"),
          Map.entry("keys.onPaper", "fits 1 Root secp256r1 01 –, tooLarge 2 Leaf RSA-4096 02 –"),
          Map.entry("keyFile[1].sha256", "AB".repeat(32)),
          Map.entry("keys.movable", "READY 1 Root secp256r1 01 –, READY 2 Leaf secp256r1 02 –"),
          Map.entry("keys.onSource", "READY 1 Root secp256r1 01 –, READY 2 Leaf secp256r1 02 –"),
          Map.entry("key[1].outcome", "proven ECDSA"),
          Map.entry("key[2].outcome", "proven ECDSA"),
          Map.entry("keys.chosen", "1, 2"),
          Map.entry("signers.found", "KEY 1 " + "AB".repeat(32) + ", KEY 2 " + "CD".repeat(32)),
          Map.entry("group.uid", "AB".repeat(32)),
          Map.entry("member[1].origin", "UNKNOWN"),
          Map.entry("issuer.origin", "UNKNOWN"),
          Map.entry("moving.sizes", "none"),
          Map.entry("target.memory", "none"));

  private final Map<String, Integer> keys = new TreeMap<>();

  private CeremonyKeys() {}

  /** Every key with the smallest number of arguments that its text is given anywhere. */
  static Map<String, Integer> collect() {
    CeremonyKeys collected = new CeremonyKeys();
    for (Role role : Role.values()) {
      collected.add(new Seat(role, 1).title());
    }
    collected.add(CeremonyState.CEREMONY_ID);
    for (CeremonyKind kind : Catalogue.ALL) {
      collected.addKind(kind);
    }
    return collected.keys;
  }

  private void addKind(CeremonyKind kind) {
    keys.put("kind." + kind.id() + ".name", 0);
    keys.put("kind." + kind.id() + ".what", 0);
    keys.put("kind." + kind.id() + ".end", 0);
    kind.planning().forEach(this::add);
    add(kind, Map.of());
    for (Field field : kind.planning()) {
      if (field.editor() instanceof Editor.Choice choice) {
        choice.options().forEach(option -> add(kind, Map.of(field.slot().name(), option)));
      }
      if (field.preset().equals("0")) {
        // None of something that there may be.
        add(kind, Map.of(field.slot().name(), "1"));
      }
    }
  }

  private void add(CeremonyKind kind, Map<String, String> chosen) {
    Map<String, String> decided = new HashMap<>(chosen);
    for (Field field : kind.planning()) {
      if (field.preset().isEmpty() && field.refuses("x").isEmpty()) {
        decided.putIfAbsent(field.slot().name(), "x");
      }
    }
    Ceremony ceremony;
    try {
      ceremony = kind.plan(Facts.ofTexts(decided)).ceremony();
    } catch (ProblemException e) {
      if (!chosen.isEmpty() && e.problem() instanceof PlanProblem) {
        // This choice needs another beside it.
        return;
      }
      throw new IllegalStateException(kind.id() + " with " + decided, e);
    }
    Map<String, String> known = new HashMap<>(ceremony.plan().texts());
    Optional<Part> part = Optional.of(ceremony.first());
    while (part.isPresent()) {
      part.get().sections().forEach(this::add);
      part.get().steps().stream()
          .flatMap(step -> step.yields().stream())
          .forEach(slot -> known.put(slot.name(), KNOWN.getOrDefault(slot.name(), "0")));
      part = part.get().next().next(Facts.ofTexts(known));
    }
  }

  private void add(Item item) {
    switch (item) {
      case Section section -> {
        add(section.title());
        section.items().forEach(this::add);
      }
      case Step step -> add(step);
    }
  }

  private void add(Step step) {
    add(step.title());
    add(step.text());
    step.yields().forEach(this::add);
    if (step instanceof Ask ask) {
      ask.fields().forEach(this::add);
    }
    if (step instanceof Attest attest) {
      add(attest.sentence());
    }
  }

  private void add(Field field) {
    add(field.slot());
    if (field.editor() instanceof Editor.Choice choice) {
      for (String option : choice.options()) {
        keys.put("choice." + field.slot().family() + "." + option, 0);
      }
    }
  }

  private void add(Slot slot) {
    add(slot.label());
    if (slot instanceof Fact<?> fact && fact.codec().equals(Codec.YES_NO)) {
      keys.put("choice." + slot.family() + ".yes", 0);
      keys.put("choice." + slot.family() + ".no", 0);
    }
  }

  private void add(Message message) {
    keys.merge(message.key(), message.args().size(), Math::min);
  }
}
