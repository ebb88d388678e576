// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.simulator.Fault;
import org.keyrite.wizards.ceremony.CeremonyState;

/** The process that makes a key is killed: one key is there in the end, beside the old one. */
class KeyCreateKilledTest {
  private static final List<Map<String, String>> PLANS =
      List.of(
          Map.of("devices", "1", "keyLabel", "New", "keyId", "0a0b", "request", "yes"),
          Map.of("devices", "1", "keyLabel", "New", "keyKind", "AES-256"));

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  /** What is planned, and where it is killed. */
  record Place(Map<String, String> plan, Fault fault) {}

  private static DisturbedRun run(Map<String, String> plan, Path folder) throws Exception {
    return new DisturbedRun(
        KeyCreate.ID,
        plan,
        KeyStock.withOldKey(1),
        people -> {},
        (room, end) -> requireOne(KeyStock.keys(room, 1), end, folder));
  }

  private static void requireOne(KeyList list, CeremonyState end, Path folder) {
    assertEquals(Set.of(), list.leftovers(), "nothing without a name");
    assertEquals(2, list.keys().size(), list::toString);
    StoredKey made = list.keys().getLast();
    assertEquals("New", made.label().orElseThrow());
    assertEquals(end.facts().get(NewKeyFacts.ID), made.pkcsId().orElseThrow());
    assertEquals(end.facts().get(NewKeyFacts.REFERENCE), made.reference().value());
    if (end.facts().has(NewKeyFacts.REQUEST_FILE)) {
      assertTrue(Files.exists(folder.resolve(end.facts().get(NewKeyFacts.REQUEST_FILE))));
    }
  }

  static List<Place> places() throws Exception {
    List<Place> places = new ArrayList<>();
    for (Map<String, String> plan : PLANS) {
      for (Fault fault : run(plan, elsewhere).pulls(elsewhere)) {
        places.add(new Place(plan, fault));
      }
    }
    return places;
  }

  @ParameterizedTest
  @MethodSource("places")
  void endsWithOneKeyAndTheOldOne(Place at) throws Exception {
    KeyStock.Kept old = KeyStock.kept(KeyStock.withOldKey(1));
    run(at.plan(), folder).killed(folder, at.fault(), old::requireIn);
  }
}
