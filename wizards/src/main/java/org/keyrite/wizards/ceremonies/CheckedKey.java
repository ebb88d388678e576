// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeySight;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/**
 * A key as a check of its device tells it. Lists of them are facts, so their text is what people
 * read.
 *
 * @param key with whether it can be backed up
 * @param domain its key domain
 * @param uses how often it may still be used; -1 for as often as one likes
 * @param certificate whether an X.509 certificate stands beside it
 */
record CheckedKey(ListedKey key, int domain, long uses, boolean certificate) {
  /** All keys of a device. */
  static final Fact<List<CheckedKey>> TOLD =
      new Fact<>("keys.told", new Codec<>(CheckedKey::written, CheckedKey::read));

  /** The keys that other programs do not see as they are, and what is left of others. */
  static final Fact<List<ListedKey>> UNSEEN = new Fact<>("keys.unseen", ListedKey.LIST);

  /** A number under which a description or a certificate is left, but no key. */
  static final String LEFTOVER = "LEFTOVER";

  /** A key that moves to other devices of its group. */
  static final String MOVES = "MOVES";

  private static final long UNLIMITED = -1;
  private static final int WORDS = 8;

  /** Every key of a list. */
  static List<CheckedKey> of(KeyList keys, KeyDomains domains) {
    return keys.keys().stream()
        .map(key ->
            new CheckedKey(
                ListedKey.of(chance(key, domains), key.reference().value(), key),
                key.terms().domain().orElse(KeyDomainIndex.FIRST).value(),
                key.terms().uses().orElse(UNLIMITED),
                key.hasCertificate()))
        .toList();
  }

  /** Keys of a group leave their device only for another of it, never into a backup. */
  static String chance(StoredKey key, KeyDomains domains) {
    BackupChance chance = key.backupChance(domains);
    int index = key.terms().domain().orElse(KeyDomainIndex.FIRST).value();
    return chance != BackupChance.NEVER
            && domains.slots().get(index) instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
            && status.isExchanged()
        ? MOVES
        : chance.name();
  }

  /** The keys of a list that programs do not see as they are; leftovers follow. */
  static List<ListedKey> unseen(KeyList keys) {
    List<ListedKey> unseen = new ArrayList<>();
    for (StoredKey key : keys.keys()) {
      KeySight sight = KeySight.of(key, keys);
      if (sight != KeySight.SEEN) {
        unseen.add(ListedKey.of(sight.name(), key.reference().value(), key));
      }
    }
    keys.leftovers().stream()
        .sorted()
        .forEach(left -> unseen.add(new ListedKey(LEFTOVER, left.value(), "", "", "", "")));
    return unseen;
  }

  private static String written(List<CheckedKey> keys) {
    return CodeWords.written(keys.stream().map(CheckedKey::words));
  }

  private List<String> words() {
    return List.of(
        key.state(),
        String.valueOf(key.number()),
        key.label(),
        key.algorithm(),
        key.id(),
        String.valueOf(domain),
        String.valueOf(uses),
        certificate ? "1" : "0");
  }

  private static List<CheckedKey> read(String text) {
    return CodeWords.read(text, WORDS).stream().map(CheckedKey::read).toList();
  }

  private static CheckedKey read(List<String> words) {
    return new CheckedKey(
        new ListedKey(
            words.get(0),
            Integer.parseInt(words.get(1)),
            words.get(2),
            words.get(3),
            words.get(4),
            ""),
        Integer.parseInt(words.get(5)),
        Long.parseLong(words.get(6)),
        words.get(7).equals("1"));
  }
}
