// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Point;

/** A ceremony at a terminal, on a laptop that is connected to a network. */
class UnfitLaptopTest {
  private static final String FAULT = "This laptop is connected to a network: eth0";
  private static final String NEXT = "Pull the cable";

  @TempDir Path folder;
  private Session session;
  private Path out;
  private Path plan;
  private Path answers;

  @BeforeEach
  void isConnected() throws IOException {
    session = new Session(folder, DerivationCost.forTests(1));
    session.laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth0")));
    out = folder.resolve("out");
    plan = Files.writeString(folder.resolve("plan.yaml"), "name: Root\noutput: save\n");
    answers =
        Files.writeString(
            folder.resolve("answers.yaml"),
            """
            seat.officer: Ada
            seat.operator: Bob
            seat.witness: Cy
            seat.custodian[1]: Di
            seat.custodian[2]: Ed
            seat.custodian[3]: Fy
            clock.offset: 0
            opening.looked: yes
            """);
  }

  private Session.Ran run(String command, String what) {
    return session.run(command, what, "--answers", answers.toString(), "--unattended");
  }

  private Session.Ran begin() {
    return session.run(
        "run",
        "dkek-quorum",
        "--plan",
        plan.toString(),
        "--answers",
        answers.toString(),
        "--unattended",
        "--out",
        out.toString());
  }

  private boolean isAttested() throws IOException {
    return Files.readString(out.resolve("journal.jsonl"))
        .lines()
        .anyMatch(line -> line.contains("opening.looked") && line.contains("Attested"));
  }

  @Test
  void stopsWithTheFaultAndWhatToDo() throws IOException {
    Session.Ran ran = begin();
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
    assertTrue(ran.err().replaceAll("\\s+", " ").contains(FAULT), ran.err());
    assertTrue(ran.err().replaceAll("\\s+", " ").contains(NEXT), ran.err());
    assertFalse(isAttested());
  }

  @Test
  void goesOnWhenTheFaultIsGone() throws IOException {
    begin();
    Session.Ran still = run("resume", out.toString());
    assertEquals(ExitStatus.STOPPED, still.status(), still::toString);
    assertFalse(isAttested());
    session.laptop.with(Point.NETWORK, new Finding.Fine(""));
    Session.Ran gone = run("resume", out.toString());
    assertFalse(gone.err().contains(FAULT), gone.err());
    assertTrue(isAttested());
    assertTrue(Files.readString(out.resolve("journal.jsonl")).contains("problem.NetworkUp eth0"));
  }

  @Test
  void goesOnWhereThePlanLetsTheWitnessTakeItDown() throws IOException {
    Files.writeString(plan, "laptopFaults: witnessed\n", StandardOpenOption.APPEND);
    Session.Ran ran = begin();
    assertFalse(ran.err().contains(NEXT), ran.err());
    assertTrue(ran.out().contains(FAULT), ran.out());
    assertTrue(isAttested());
  }
}
