// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.DerivationCost;

/** The ceremonies with devices, as {@code rehearse} runs them. */
class DevicesRehearsedTest {
  @TempDir private Path folder;

  private Session.Ran rehearse(String ceremony, String... decisions) {
    return new Session(folder, DerivationCost.forTests(2))
        .run(
            Stream.concat(
                    Stream.of("rehearse", ceremony, "--out", folder.resolve("out").toString()),
                    Stream.of(decisions))
                .toArray(String[]::new));
  }

  private String told(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device-setup",
        "dkek-import",
        "key-create",
        "device-check",
        "key-backup",
        "key-restore"
      })
  void madeUpPeopleGoThroughIt(String ceremony) throws IOException {
    Session.Ran ran = rehearse(ceremony);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    assertTrue(told("journal.jsonl").contains("SIMU"));
    assertFalse(told("journal.jsonl").contains("made-up0"), "a PIN");
  }

  @Test
  void madeUpPeopleLookUpTheMembersOfAGroup() throws IOException {
    Session.Ran ran = rehearse("device-check", "--with", "groupMembers=fromRegister");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    String told = told("transcript.txt").replaceAll("\\s+", " ");
    assertTrue(told.contains("this device (key domain 0, let in on"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void madeUpPeopleChangePins(String act) throws IOException {
    Session.Ran ran = rehearse("pin-change", "--with", "act=" + act);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    assertTrue(told("journal.jsonl").contains("\"pin.outcome\":\"now\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-quorum", "dkek-shares"})
  void aPretendDeviceGivesRandomness(String ceremony) throws IOException {
    Session.Ran ran = rehearse(ceremony, "--with", "randomDevice=yes");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(told("journal.jsonl").contains("\"random.sources\":\"jvm, SIMULATED SIMU"));
  }
}
