// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

class PracticeTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final StepId STEP = StepId.of("toy.look");

  private static List<Entry> record(boolean rehearsal, Map<String, String> facts) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry.Started(
            NOW, "T-1", "toy", rehearsal, Map.of(), Bytes.EMPTY, "Keyrite 0.0", Bytes.EMPTY));
    entries.add(new Entry.Done(NOW, STEP, "Otto", facts));
    return entries;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"device[2].origin", "device.origin", "member[1].origin", "partner.origin"})
  void aSimulatedDeviceMakesItPractice(String fact) {
    assertEquals(Practice.SIMULATED, Practice.of(record(false, Map.of(fact, "SIMULATED"))));
  }

  @Test
  void aSimulatedDeviceThatWasPutAwayAgainMakesItPracticeToo() {
    List<Entry> entries = record(false, Map.of("device[1].origin", "SIMULATED"));
    entries.add(new Entry.Redone(NOW, StepId.of("toy.all"), "another one"));
    entries.add(new Entry.Done(NOW, STEP, "Otto", Map.of("device[1].origin", "GENUINE")));
    assertEquals(Practice.SIMULATED, Practice.of(entries));
  }

  @Test
  void aRehearsalIsOneWhateverTookPart() {
    assertEquals(
        Practice.REHEARSAL, Practice.of(record(true, Map.of("device[1].origin", "GENUINE"))));
  }

  @Test
  void aCeremonyWithRealDevicesIsReal() {
    Map<String, String> facts = Map.of("device[1].origin", "UNKNOWN", "label", "SIMULATED");
    assertEquals(Practice.NONE, Practice.of(record(false, facts)));
    assertFalse(Practice.NONE.isPractice());
  }

  @Test
  void whatIsWorthLessProvesNothingWhereMoreIsAtStake() {
    assertTrue(Practice.NONE.provesIn(Practice.NONE));
    assertTrue(Practice.NONE.provesIn(Practice.REHEARSAL));
    assertTrue(Practice.SIMULATED.provesIn(Practice.SIMULATED));
    assertFalse(Practice.SIMULATED.provesIn(Practice.NONE));
    assertFalse(Practice.REHEARSAL.provesIn(Practice.NONE));
    assertFalse(Practice.REHEARSAL.provesIn(Practice.SIMULATED));
  }
}
