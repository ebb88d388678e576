// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.work.Progress;

class CheckShareTest {
  private static final String PASSWORD = "correct horse battery";
  @TempDir private Path folder;
  private Session session;
  private Path file;
  private String kcv;

  @BeforeEach
  void makeAShareFile() throws IOException {
    session = new Session(folder);
    file = create("a.pbe", PASSWORD.getBytes(StandardCharsets.UTF_8));
  }

  private Path create(String name, byte[] password) throws IOException {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) 7);
    try (DkekShare share = DkekShare.taking(Secret.taking(content));
        Secret secret = Secret.taking(password.clone())) {
      kcv = share.keyCheckValue().toText();
      ShareFile made =
          ShareFile.create(
              name, share, secret, Bytes.fromHex("0102030405060708"), Session.COST, Progress.NONE);
      return Files.write(folder.resolve(name), made.encode().toByteArray());
    }
  }

  @Test
  void aPasswordOpensItsFile() {
    Session.Ran ran =
        session.piped(PASSWORD + "\n", "check-share", file.toString(), "--password-stdin");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains(kcv), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void aPasswordTypedOnATerminalOpensItsFileAndIsNeverPrinted() {
    Session.Ran ran =
        session.typed(question -> PASSWORD, "check-share", file.toString(), "--language", "de");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.err().contains("Passwort von " + file), ran.err());
    assertTrue(ran.err().contains("Tastaturbelegung Deutsch (QWERTZ)"), ran.err());
    assertFalse((ran.out() + ran.err()).contains(PASSWORD));
  }

  @Test
  void jsonSaysThatItOpens() {
    Session.Ran ran =
        session.piped(PASSWORD, "check-share", file.toString(), "--password-stdin", "--json");
    assertEquals(
        new Session.Ran(ExitStatus.DONE, "{\"opens\":true,\"kcv\":\"" + kcv + "\"}\n", ""), ran);
  }

  @Test
  void jsonSaysThatItDoesNotOpenAndWhy() {
    Session.Ran ran =
        session.piped("wrong\n", "check-share", file.toString(), "--password-stdin", "--json");
    assertEquals(ExitStatus.REFUSED, ran.status());
    assertTrue(ran.out().startsWith("{\"opens\":false,\"reason\":\"This does not open"), ran.out());
    assertEquals("", ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong\n", "Correct horse battery\n", " correct horse battery\n"})
  void anotherPasswordIsRefused(String typed) {
    session
        .piped(typed, "check-share", file.toString(), "--password-stdin")
        .assertRefused("does not open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\ncorrect horse battery\n"})
  void noPasswordIsRefused(String typed) {
    session
        .piped(typed, "check-share", file.toString(), "--password-stdin")
        .assertRefused("Nothing was entered");
  }

  @Test
  void anUmlautIsTriedInBothWaysThatToolsWriteIt() throws IOException {
    Path latin = create("l.pbe", "schl\u00fcssel der bank".getBytes(StandardCharsets.ISO_8859_1));
    Session.Ran ran =
        session.piped(
            "schl\u00fcssel der bank\n", "check-share", latin.toString(), "--password-stdin");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
  }

  @ParameterizedTest
  @CsvSource({"0,has 0 bytes", "63,has 63 bytes", "65,has 65 bytes", "4096,has 4096 bytes"})
  void aFileOfAnotherSizeIsRefused(int size, String what) throws IOException {
    Path other = Files.write(folder.resolve("o.pbe"), new byte[size]);
    session
        .piped(PASSWORD, "check-share", other.toString(), "--password-stdin")
        .assertRefused(what);
  }

  @Test
  void aFileThatIsNotSaltedIsRefused() throws IOException {
    Path other = Files.write(folder.resolve("o.pbe"), new byte[64]);
    session
        .piped(PASSWORD, "check-share", other.toString(), "--password-stdin")
        .assertRefused("does not begin like one");
  }

  @Test
  void aFolderAndAMissingFileAreRefused() {
    session.run("check-share", folder.toString(), "--password-stdin").assertRefused("is a folder");
    session
        .run("check-share", folder.resolve("none.pbe").toString(), "--password-stdin")
        .assertRefused("There is no file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeReadIsRefused() {
    // Reading address 0 of a process is refused even to the superuser.
    session
        .run("check-share", "/proc/self/mem", "--password-stdin")
        .assertRefused("cannot be read");
  }

  @Test
  void aRefusedFileIsAReasonInJson() {
    Session.Ran ran = session.run("check-share", folder.toString(), "--password-stdin", "--json");
    assertEquals(ExitStatus.REFUSED, ran.status());
    assertTrue(ran.out().startsWith("{\"opens\":false,\"reason\":\""), ran.out());
  }

  @Test
  void leavesNothingBehind() throws IOException {
    session.piped(PASSWORD, "check-share", file.toString(), "--password-stdin");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aPictureThatIsNoneIsRefused() {
    session
        .run("check-share", file.toString(), "--sheet", file.toString())
        .assertRefused(file.toString());
  }

  @Test
  void refusesWhatNeverEnds() {
    Session.Ran ran = new Session(folder).run("check-share", "/dev/zero");
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("/dev/zero is no ordinary file"), ran::toString);
  }
}
