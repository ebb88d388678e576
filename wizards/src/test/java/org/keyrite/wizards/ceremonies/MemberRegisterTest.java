// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.GroupProblem.RegisterChanged;
import org.keyrite.core.problem.GroupProblem.RegisterOfAnotherGroup;
import org.keyrite.core.problem.ProblemException;

/** A register is read as it was written, and the first other line is named. */
class MemberRegisterTest {
  private static final Instant WHEN = Instant.parse("2030-01-02T03:04:05Z");
  @TempDir Path folder;

  private static Bytes bytes(int filling) {
    return Bytes.fromHex("%02x".formatted(filling).repeat(32));
  }

  private static MemberRegister.Member member(int number) {
    return new MemberRegister.Member(
        "DENK040414" + number,
        bytes(number),
        "GENUINE",
        bytes(0x40 + number),
        "Olga \"O\" Offizierin-Süß",
        WHEN.plusSeconds(number),
        "T-" + number);
  }

  private static MemberRegister register(int members) {
    List<MemberRegister.Member> all = new ArrayList<>();
    for (int i = 1; i <= members; i++) {
      all.add(member(i));
    }
    return MemberRegister.open(
            new MemberRegister.Group(
                new KeyDomainUid(bytes(0xAB)), "DENK0404149", bytes(9), "Olga", WHEN, "T-0"))
        .with(all);
  }

  private Path write(List<String> lines) throws Exception {
    return Files.writeString(folder.resolve("register.jsonl"), String.join("\n", lines) + "\n");
  }

  private static List<String> lines(int members) {
    return new ArrayList<>(
        new String(register(members).encode().toByteArray(), StandardCharsets.UTF_8)
            .lines()
            .toList());
  }

  private int refused(List<String> lines) throws Exception {
    Path file = write(lines);
    ProblemException e =
        assertThrows(ProblemException.class, () -> MemberRegister.read(file), lines::toString);
    return ((RegisterChanged) e.problem()).line();
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    for (int members : new int[] {0, 1, 25}) {
      MemberRegister register = register(members);
      Bytes hash = register.writeTo(folder);
      Path file = folder.resolve("members-ABABABABABABABAB.jsonl");
      assertEquals(hash, Bytes.of(Files.readAllBytes(file)).sha256());
      assertEquals(register, MemberRegister.read(file));
      assertTrue(MemberRegister.isOne(register.encode()));
    }
    assertFalse(MemberRegister.isOne(Bytes.fromHex("7b7d")));
  }

  @Test
  void aMembershipIsEnteredOnce() {
    MemberRegister register = register(2);
    assertEquals(register, register.with(List.of(member(2), member(1))));
    assertEquals(3, register.with(List.of(member(2), member(3))).members().size());
  }

  @Test
  void aChangedLineIsNamed() throws Exception {
    for (int line = 0; line < 3; line++) {
      List<String> changed = lines(3);
      changed.set(line, changed.get(line).replace("T-", "U-"));
      assertEquals(line + 1, refused(changed));
    }
  }

  @Test
  void aRemovedOrMovedLineIsNoticed() throws Exception {
    List<String> without = lines(3);
    without.remove(1);
    refused(without);
    List<String> moved = lines(3);
    Collections.swap(moved, 1, 2);
    refused(moved);
    refused(List.of());
  }

  @Test
  void whatIsNoLineIsNamed() throws Exception {
    for (String line : List.of("", "{}", "[]", "{\"serial\":1}", "{\"a\":\"b\"} ", "x")) {
      List<String> changed = lines(2);
      changed.set(2, line);
      assertTrue(refused(changed) >= 2, line);
    }
  }

  @Test
  void theSameLineWrittenOtherwiseIsNoticed() throws Exception {
    List<String> blanks = lines(2);
    blanks.set(2, blanks.get(2).replace(",", ", "));
    refused(blanks);
    Path unended = folder.resolve("unended.jsonl");
    Files.writeString(unended, String.join("\n", lines(2)));
    assertThrows(ProblemException.class, () -> MemberRegister.read(unended));
  }

  @Test
  void isOfNoOtherGroup() {
    ProblemException e =
        assertThrows(
            ProblemException.class, () -> register(1).require(new KeyDomainUid(bytes(0xCD))));
    assertTrue(e.problem() instanceof RegisterOfAnotherGroup);
  }
}
