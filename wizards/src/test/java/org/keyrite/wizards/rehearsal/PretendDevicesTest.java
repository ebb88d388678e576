// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.InReader;

class PretendDevicesTest {
  @TempDir private Path folder;
  private final List<Devices> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Devices::close);
  }

  private PretendDevices pretend(int parts, Map<String, String> plan) throws ProblemException {
    Item[] awaits = new Item[Math.max(parts, 1)];
    awaits[0] = Attest.of(StepId.of("toy.nothing"), Seat.WITNESS, List.of());
    for (int d = 1; d <= parts; d++) {
      awaits[d - 1] =
          AwaitDevice.first(
              new StepId("toy.await", d),
              Seat.OPERATOR,
              List.of(),
              "device[" + d + "]",
              Fact.text("device[" + d + "].serial"));
    }
    Ceremony ceremony =
        new Ceremony(
            "toy", List.of(), Facts.ofTexts(plan), Part.last(Section.of("toy.all", awaits)));
    PretendDevices pretend =
        PretendDevices.of(ceremony, folder, LocalDate.of(2026, 11, 21), n -> "reader " + n);
    opened.add(pretend.devices());
    return pretend;
  }

  private static List<String> inReaders(PretendDevices pretend) throws ProblemException {
    return pretend.devices().look().stream()
        .map(found -> found.device().map(InReader.Device::serial).orElse(found.reader()))
        .toList();
  }

  @Test
  void everyPartHasADeviceAndEveryDeviceAReaderUnlessThePlanSaysOtherwise()
      throws ProblemException {
    PretendDevices pretend = pretend(3, Map.of());
    assertEquals(3, inReaders(pretend).size());
    assertEquals(List.of(), pretend.serials());
    assertTrue(inReaders(pretend).stream().allMatch(serial -> serial.startsWith("SIMU")));
  }

  @Test
  void aCeremonyWithoutDevicesHasNeitherReadersNorAFolder() throws ProblemException {
    assertEquals(List.of(), inReaders(pretend(0, Map.of("devices", "2"))));
    assertFalse(Files.exists(folder.resolve("devices")));
  }

  @Test
  void readersThatAreLeftStayEmpty() throws ProblemException {
    List<String> found = inReaders(pretend(1, Map.of("devices", "1", "readers", "2")));
    assertEquals("reader 2", found.getLast());
  }

  @Test
  void whatIsPutInTakesThePlaceOfWhatWasInLongest() throws ProblemException {
    PretendDevices pretend = pretend(3, Map.of("devices", "3", "readers", "2"));
    List<String> before = inReaders(pretend);
    String third = pretend.serials().getFirst();
    pretend.putIn(third);
    assertEquals(List.of(third, before.get(1)), inReaders(pretend));
    pretend.putIn(before.get(0));
    assertEquals(List.of(third, before.get(0)), inReaders(pretend));
    pretend.putIn(third);
    assertEquals(List.of(third, before.get(0)), inReaders(pretend), "it is in already");
    assertThrows(IllegalArgumentException.class, () -> pretend.putIn("nobody"));
  }

  @Test
  void aRehearsalGoesOnWithTheSameDevices() throws ProblemException {
    List<String> before = inReaders(pretend(2, Map.of()));
    assertEquals(before, inReaders(pretend(2, Map.of())));
  }

  @Test
  void allAreOfOneMaker() throws ProblemException {
    List<InReader> found = pretend(2, Map.of()).devices().look();
    assertEquals(
        1,
        found.stream()
            .map(one -> one.device().orElseThrow().info().certificates().path())
            .map(path -> path.replaceAll("/[^/]*$", ""))
            .distinct()
            .count(),
        found::toString);
  }
}
