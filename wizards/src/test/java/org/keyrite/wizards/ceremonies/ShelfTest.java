// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyrite.wizards.ceremony.CeremonyKind;

class ShelfTest {
  @Test
  void everyCeremonyStandsOnOneShelf() {
    List<CeremonyKind> shelved =
        Stream.of(Shelf.values()).flatMap(shelf -> shelf.of(Catalogue.ALL).stream()).toList();
    assertEquals(Catalogue.ALL.size(), shelved.size());
    assertEquals(Set.copyOf(Catalogue.ALL), new HashSet<>(shelved));
  }
}
