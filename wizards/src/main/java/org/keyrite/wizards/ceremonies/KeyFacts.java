// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.Algorithm;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.SecretSlot;

/** What becomes known of the key with a number, in ceremonies that move keys. */
final class KeyFacts {
  /** Stands for what does not exist. */
  static final String NONE = "none";

  /** How a proof is written: algorithm, challenge and answer, or {@link #NONE}. */
  private static final Codec<Optional<Proof>> PROOF =
      new Codec<>(KeyFacts::written, KeyFacts::read);

  private KeyFacts() {}

  /** What became of it. */
  static Fact<String> outcome(int number) {
    return Fact.text("key[" + number + "].outcome");
  }

  /** That it is gone from the device that had it. */
  static Fact<String> deletion(int number) {
    return Fact.text("key[" + number + "].deletion");
  }

  /** Where on the device it is to be. */
  static Fact<Integer> reference(int number) {
    return Fact.number("key[" + number + "].reference");
  }

  /** The name of its file. */
  static Fact<String> file(int number) {
    return Fact.text("keyFile[" + number + "].name");
  }

  static Fact<String> sha256(int number) {
    return Fact.text("keyFile[" + number + "].sha256");
  }

  /** What was read from its sheet: its file, which is encrypted. */
  static SecretSlot scanned(int number) {
    return new SecretSlot("keySheet[" + number + "].typed");
  }

  /** Where its sheet came out. */
  static Fact<String> sheet(int number) {
    return Fact.text("keySheet[" + number + "].output");
  }

  /** Of its public half, in hex. */
  static Fact<String> fingerprint(int number) {
    return Fact.text("key[" + number + "].fingerprint");
  }

  /** What a secret key answers, and a copy of it must answer. */
  static Fact<Optional<Proof>> proof(int number) {
    return new Fact<>("key[" + number + "].proof", PROOF);
  }

  /** Where there are copies of it. */
  static Fact<List<KeyCopy>> copies(int number) {
    return new Fact<>("key[" + number + "].copies", KeyCopy.LIST);
  }

  private static String written(Optional<Proof> proof) {
    return proof
        .map(one -> one.algorithm() + " " + one.challenge().toHex() + " " + one.answer().toHex())
        .orElse(NONE);
  }

  private static Optional<Proof> read(String text) {
    String[] words = text.split(" ", -1);
    return Stream.of(words)
        .limit(1)
        .filter(word -> words.length == 3)
        .map(word ->
            new Proof(Algorithm.valueOf(word), Bytes.fromHex(words[1]), Bytes.fromHex(words[2])))
        .findFirst();
  }
}
