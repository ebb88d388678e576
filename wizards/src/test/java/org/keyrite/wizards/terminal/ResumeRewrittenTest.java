// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeRewrittenTest {
  @TempDir private Path folder;
  private Session session;
  private Path out;
  private Path journal;

  @BeforeEach
  void stopAfterTheClock() throws IOException {
    session = new Session(folder.resolve("records"));
    out = folder.resolve("out");
    journal = out.resolve("journal.jsonl");
    Path plan = Files.writeString(folder.resolve("plan.yaml"), "name: Root\noutput: save\n");
    Participants people = new Participants(out).answering("Is it so?", ":stop");
    Session.Ran ran =
        session.typed(
            people, "run", "dkek-quorum", "--plan", plan.toString(), "--out", out.toString());
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
  }

  private void rewrite(String part, String by) throws IOException {
    String made = Files.readString(journal).replaceFirst(part, by);
    assertNotEquals(Files.readString(journal), made);
    Files.writeString(journal, String.join("\n", Rewritten.chained(made.lines().toList())) + "\n");
    Files.delete(out.resolve("journal.jsonl.tip"));
  }

  private Session.Ran resume() {
    return session.typed(new Participants(out), "resume", out.toString());
  }

  /** The chain holds, and nobody would need the value before the transcript is told at the end. */
  @ParameterizedTest
  @ValueSource(strings = {"soon", ""})
  void doesNotGoOnWithAValueThatNobodyEntered(String value) throws IOException {
    rewrite("\"clock.offset\":\"[^\"]*\"", "\"clock.offset\":\"" + value + "\"");
    String before = Files.readString(journal);
    resume().assertRefused("line 5 is not as it was written");
    assertEquals(before, Files.readString(journal));
  }

  @Test
  void leavesTheRecordOfAnotherVersionToThatVersion() throws IOException {
    rewrite("\"agenda\":\"[0-9a-f]{64}\"", "\"agenda\":\"" + "ab".repeat(32) + "\"");
    resume().assertRefused("does not fit the agenda");
  }
}
