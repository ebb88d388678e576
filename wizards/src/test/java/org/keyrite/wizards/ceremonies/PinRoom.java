// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.CeremonyState.Phase;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;

/** Where PINs of a device that was set up are changed. */
final class PinRoom implements AutoCloseable {
  static final String NEW_USER_PIN = "correct-horse";
  static final String NEW_SO_PIN = "76543210";

  final DeviceStand stand;

  /** What people type, by the name of a slot. */
  final Map<String, String> typed = new HashMap<>();

  private final Path folder;

  PinRoom(Path folder, boolean practice) throws ProblemException {
    this.folder = folder;
    stand = new DeviceStand(folder, new CountedRandom(), practice);
    stand.setUp();
    stand.meet();
    typed.put("pin[1]", DeviceStand.USER_PIN);
    typed.put("soPin[1]", DeviceStand.SO_PIN);
    typed.put("newUserPin", NEW_USER_PIN);
    typed.put("newSoPin", NEW_SO_PIN);
    typed.put("newSoPinAgain", NEW_SO_PIN);
  }

  static Ceremony ceremony(String act) throws ProblemException {
    return Catalogue.find("pin-change")
        .orElseThrow()
        .plan(Facts.ofTexts(Map.of("name", "Yearly change", "act", act)))
        .ceremony();
  }

  PeopleWithDevices people() {
    return new PeopleWithDevices(stand, new MadeUpPeople(folder), typed::get);
  }

  CeremonyState run(String act, PeopleWithDevices people) throws ProblemException {
    return stand.run(ceremony(act), Journal.inMemory(), people);
  }

  /** The device has the PINs that it should have, and all its tries. */
  void assertDone(String act, CeremonyState end) {
    assertEquals(Phase.FINISHED, end.phase());
    boolean user = act.equals("change") || act.equals("reset");
    assertTrue(stand.hasUserPin(user ? NEW_USER_PIN : DeviceStand.USER_PIN));
    assertTrue(stand.hasSoPin(act.equals("changeSo") ? NEW_SO_PIN : DeviceStand.SO_PIN));
    int tries = act.equals("changeSo") ? stand.soTries() : stand.userTries();
    assertEquals(Integer.toString(tries), end.facts().get(PinChangeSteps.TRIES_AFTER));
    assertEquals(DeviceStand.TRIES, stand.userTries());
    assertEquals(15, stand.soTries());
  }

  @Override
  public void close() {
    stand.close();
  }
}
