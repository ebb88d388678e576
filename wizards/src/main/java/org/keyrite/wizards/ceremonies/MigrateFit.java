// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeviceMemory;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.KeyProblem.BundleNeedsMemory;
import org.keyrite.core.problem.KeyProblem.BundleNeedsPlaces;
import org.keyrite.core.problem.KeyProblem.TooFewPlaces;
import org.keyrite.core.problem.KeyProblem.TooLittleMemory;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Facts;

/**
 * Whether the keys that move fit on the device that gets them, the exchange key with them. Numbers
 * can be counted. Of memory only the least is known: what stands beside a key, and the bytes of the
 * key itself; how much more a device takes for it, no source tells. So a device that has less than
 * that is refused, and one that has more may still say that it is full.
 *
 * @param places free numbers of keys
 * @param memory bytes that are free, where the device tells (byte reference, section 1.3 [1])
 * @param sizes the least that each key takes in bytes, by its number
 */
record MigrateFit(int places, Optional<Long> memory, Map<Integer, Long> sizes) {
  /** How sizes are written: number and bytes. */
  static final Codec<Map<Integer, Long>> SIZES = new Codec<>(MigrateFit::written, MigrateFit::read);

  private static final String KEY = "KEY";
  private static final int WORDS = 3;
  private static final int BITS = 8;

  private static String written(Map<Integer, Long> sizes) {
    return CodeWords.written(
        new TreeMap<>(sizes)
            .entrySet().stream()
                .map(size -> List.of(KEY, size.getKey().toString(), size.getValue().toString())));
  }

  private static Map<Integer, Long> read(String text) {
    return CodeWords.read(text, WORDS).stream()
        .collect(
            Collectors.toMap(
                words -> Integer.valueOf(words.get(1)), words -> Long.valueOf(words.get(2))));
  }

  /** What is known when both devices were looked at. */
  static MigrateFit of(Facts known) {
    return of(
        known.get(MigrateFacts.PLACES),
        known.get(MigrateFacts.MEMORY),
        known.get(MigrateFacts.SIZES));
  }

  /** The same; memory as the journal has it. */
  static MigrateFit of(int places, String memory, Map<Integer, Long> sizes) {
    return new MigrateFit(
        places,
        Optional.of(memory).filter(text -> !text.equals(KeyFacts.NONE)).map(Long::valueOf),
        sizes);
  }

  /** How many numbers are free on a device with these keys, once what an exchange left is gone. */
  static int places(KeyList present, List<StoredKey> own) {
    return KeyId.LARGEST - own.size() - present.leftovers().size();
  }

  /** How much memory is free, as the journal has it. */
  static String memory(Optional<DeviceMemory> told) {
    return told.map(memory -> String.valueOf(memory.free())).orElse(KeyFacts.NONE);
  }

  /** The least that this key takes. */
  static long least(StoredKey key) {
    long beside =
        Stream.of(key.descriptionFile(), key.certificate().map(KeyCertificate::encode))
            .flatMap(Optional::stream)
            .mapToLong(Bytes::size)
            .sum();
    return beside + key.spec().map(MigrateFit::bytes).orElse(0);
  }

  private static int bytes(KeySpec spec) {
    return (spec.bits() + BITS - 1) / BITS;
  }

  /** The same of a key that is still wrapped. */
  static long least(WrappedKeyFile key, KeySpec spec) {
    long beside =
        Stream.of(key.descriptionFile(), key.certificateFile())
            .flatMap(Optional::stream)
            .mapToLong(Bytes::size)
            .sum();
    return beside + bytes(spec);
  }

  /** What hinders these keys from moving together, if anything. */
  Optional<Problem> refuses(List<ListedKey> chosen) {
    int needed = chosen.size() + 1;
    return needed > places
        ? Optional.of(new TooFewPlaces(needed, places))
        : tooLarge(chosen, bytes(KeyExchange.SPEC), TooLittleMemory::new);
  }

  /** The same where they come to a device on which the exchange key is already. */
  Optional<Problem> refusesArrival(List<ListedKey> coming) {
    int free = places - 1;
    return coming.size() > free
        ? Optional.of(new BundleNeedsPlaces(coming.size(), free))
        : tooLarge(coming, 0, BundleNeedsMemory::new);
  }

  private Optional<Problem> tooLarge(
      List<ListedKey> keys, long more, BiFunction<Long, Long, Problem> problem) {
    long least = more;
    for (ListedKey key : keys) {
      least += sizes.getOrDefault(key.number(), 0L);
    }
    long atLeast = least;
    return memory.filter(free -> free < atLeast).map(free -> problem.apply(atLeast, free));
  }
}
