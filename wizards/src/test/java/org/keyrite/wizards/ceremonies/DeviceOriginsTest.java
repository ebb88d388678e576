// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.problem.DeviceProblem.DeviceForTests;
import org.keyrite.core.problem.DeviceProblem.DeviceForged;
import org.keyrite.core.problem.DeviceProblem.DeviceOfAnybody;
import org.keyrite.core.problem.DeviceProblem.DeviceUnproven;
import org.keyrite.core.problem.DeviceProblem.MakerUnknown;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.StepId;

class DeviceOriginsTest {
  private static final String SERIAL = "DENK0404144";
  private static final String REASON = "bought by Olga from the shop, seals whole";

  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void open() {
    room = new DeviceRoom(folder, 1);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory setUp() throws Exception {
    room.device();
    room.shareByPassword(1);
    return new DeviceStory(room, List.of(), DeviceSetup.ID, "devices", "1", "openedBy", "passwords")
        .answering("device[1].typed", SERIAL.substring(SERIAL.length() - 4));
  }

  /** A device with the certificate of which nobody has the issuer's. */
  private void ofUnknownMaker() throws Exception {
    CertificateChain whole = CertificateChain.parse(PublicCertificates.GENUINE);
    room.claims(1, whole.device().encode());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesNothingToADeviceWithForgedCertificates(boolean practice) throws Exception {
    DeviceStory story = setUp().because(REASON);
    room.claims(1, PublicCertificates.forged());
    SimulatedState before = room.hsm(1).state();
    CeremonyState end = (practice ? story : story.inProduction()).refuses(new DeviceForged(SERIAL));
    assertEquals("deviceSetup.named[1]", end.current().orElseThrow().id().toString());
    assertEquals("CONTRADICTED", end.facts().get(DeviceFacts.origin(1)), "the record tells it");
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void givesNothingToADeviceOfAnUnknownMakerWithoutAReason() throws Exception {
    DeviceStory story = setUp().inProduction();
    ofUnknownMaker();
    SimulatedState before = room.hsm(1).state();
    story.refuses(new MakerUnknown(SERIAL));
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void copiedCertificatesOfAGenuineDeviceAreNotEnough() throws Exception {
    DeviceStory story = setUp().inProduction();
    room.claims(1, PublicCertificates.GENUINE);
    SimulatedState before = room.hsm(1).state();
    CeremonyState end = story.refuses(new DeviceUnproven(SERIAL));
    assertEquals("UNPROVEN", end.facts().get(DeviceFacts.origin(1)), "the record tells it");
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void aReasonIsMoreThanALetterOrTwo() throws Exception {
    DeviceStory story = setUp().inProduction().because(" ok ");
    ofUnknownMaker();
    story.refuses(new MakerUnknown(SERIAL));
  }

  @Test
  void takesDownWhyADeviceOfAnUnknownMakerIsTrusted() throws Exception {
    DeviceStory story = setUp().inProduction().because(REASON);
    ofUnknownMaker();
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertTrue(
        story.journal.entries().stream()
            .anyMatch(entry ->
                entry instanceof Entry.Attested attested
                    && attested.step().equals(new StepId("deviceSetup.named", 1))
                    && attested.agreed()
                    && attested.remark().equals(REASON)));
  }

  @Test
  void noReasonIsAskedForInARehearsal() throws Exception {
    DeviceStory story = setUp();
    ofUnknownMaker();
    assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
  }

  private static Attest guarded() {
    return DeviceLook.named(new StepId("deviceSetup.named", 1), 1, List.of(1, 1));
  }

  private static Facts known(Origin origin) {
    return Facts.NONE
        .with(DeviceFacts.serial(1), SERIAL)
        .with(DeviceFacts.origin(1), origin.name());
  }

  @ParameterizedTest
  @CsvSource({"GENUINE", "SIMULATED"})
  void nothingSpeaksAgainstADeviceThatShowsWhatItIs(Origin origin) {
    assertEquals(Optional.empty(), guarded().bar().refuses(known(origin), false));
    assertEquals(Optional.empty(), guarded().doubt().refuses(known(origin), false));
  }

  @Test
  void saysWhatSpeaksAgainstOthers() {
    Map<Origin, Problem> expected =
        Map.of(
            Origin.UNPROVEN, new DeviceUnproven(SERIAL),
            Origin.TEST, new DeviceForTests(SERIAL),
            Origin.PICO_HSM, new DeviceOfAnybody(SERIAL),
            Origin.UNKNOWN, new MakerUnknown(SERIAL));
    expected.forEach((origin, problem) -> {
      assertEquals(Optional.of(problem), guarded().doubt().refuses(known(origin), false));
      assertEquals(Optional.empty(), guarded().doubt().refuses(known(origin), true));
      assertEquals(Optional.empty(), guarded().bar().refuses(known(origin), false));
    });
  }

  static Stream<CeremonyKind> withDevices() {
    return Catalogue.ALL.stream()
        .filter(kind -> !kind.id().equals(DeviceCheck.ID))
        .filter(kind -> rows(kind).stream().anyMatch(row -> row.step() instanceof AwaitDevice));
  }

  private static List<Agenda.Row> rows(CeremonyKind kind) {
    try {
      Map<String, String> decided = new HashMap<>(Map.of("name", "Vault 2026"));
      return Agenda.of(List.of(kind.plan(Facts.ofTexts(decided)).ceremony().first())).rows();
    } catch (Exception e) {
      throw new IllegalStateException(kind.id(), e);
    }
  }

  private static Facts forged(String serial) {
    return Facts.ofTexts(
        Map.of(serial, SERIAL, serial.replace("serial", "origin"), Origin.CONTRADICTED.name()));
  }

  /** The first sentence about each device bars a forged one, whichever ceremony it is. */
  @ParameterizedTest
  @MethodSource("withDevices")
  void everyCeremonyThatGivesADeviceSomethingBarsForgedOnes(CeremonyKind kind) {
    Set<String> awaited = new TreeSet<>();
    Set<String> barred = new TreeSet<>();
    for (Agenda.Row row : rows(kind)) {
      if (row.step() instanceof AwaitDevice await) {
        awaited.add(await.serial().name());
      }
      if (row.step() instanceof Attest attest) {
        attest.shown().stream()
            .map(shown -> shown.slot().name())
            .filter(awaited::contains)
            .filter(serial -> attest.bar().refuses(forged(serial), true).isPresent())
            .forEach(barred::add);
      }
    }
    assertEquals(awaited, barred);
    assertFalse(awaited.isEmpty());
  }
}
