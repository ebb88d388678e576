// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyrite.core.cvc.Origin;

/**
 * What a ceremony counts for, from the most to the least. A ceremony with a simulated device in it
 * is practice, whatever it was begun as: the device protects nothing, and a key on it is no copy.
 * Whoever reads a record asks here, not its first line.
 */
public enum Practice {
  /** It was real. */
  NONE,
  /** It was begun as a real one, and a device that was simulated took part. */
  SIMULATED,
  /** It was begun as a rehearsal. */
  REHEARSAL;

  /** How the names of all facts end that say where a device comes from. */
  private static final String ORIGIN = ".origin";

  /** What a record says of itself; the ceremony need not be over. */
  public static Practice of(List<Entry> entries) {
    if (!entries.isEmpty() && entries.getFirst() instanceof Entry.Started started) {
      return of(
          started.practice(),
          entries.stream()
              .filter(Entry.Done.class::isInstance)
              .flatMap(entry -> ((Entry.Done) entry).facts().entrySet().stream()));
    }
    return NONE;
  }

  /** What a ceremony counts for as far as it has come. */
  static Practice of(CeremonyState state, boolean rehearsal) {
    return of(
        rehearsal,
        Stream.concat(
            state.facts().texts().entrySet().stream(),
            state.voided().stream().map(gone -> Map.entry(gone.name(), gone.text()))));
  }

  private static Practice of(boolean rehearsal, Stream<Map.Entry<String, String>> facts) {
    boolean simulated =
        facts.anyMatch(fact ->
            fact.getKey().endsWith(ORIGIN) && fact.getValue().equals(Origin.SIMULATED.name()));
    return rehearsal ? REHEARSAL : simulated ? SIMULATED : NONE;
  }

  /** Whether nothing that came of it protects anything. */
  public boolean isPractice() {
    return this != NONE;
  }

  /** The same, of a ceremony in which a simulated device takes part or may yet turn up. */
  public Practice withSimulated() {
    return this == NONE ? SIMULATED : this;
  }

  /** Whether the record of a ceremony that counts for this proves anything in one for that. */
  public boolean provesIn(Practice other) {
    return compareTo(other) <= 0;
  }
}
