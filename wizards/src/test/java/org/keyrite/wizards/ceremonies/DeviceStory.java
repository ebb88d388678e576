// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/** A run in which something is out of the ordinary: what people do, refusal by refusal. */
class DeviceStory extends DevicePeople {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  final Journal journal = Journal.inMemory();
  private final Deque<Move> moves = new ArrayDeque<>();
  private final Map<String, Act> acts = new HashMap<>();
  private final Map<String, String> decided = new HashMap<>(Map.of("name", "Vault 2030"));
  private final String kind;
  private String reason = "";
  private boolean practice = true;

  /** A run of this kind of ceremony. */
  DeviceStory(DeviceRoom room, List<List<char[]>> sheets, String kind, String... decided) {
    super(room, sheets);
    this.kind = kind;
    for (int i = 0; i < decided.length; i += 2) {
      this.decided.put(decided[i], decided[i + 1]);
    }
  }

  /** What people choose when something was refused. */
  @FunctionalInterface
  interface Move {
    Way among(List<Way> ways);
  }

  /** Something that happens in the room. */
  @FunctionalInterface
  interface Act {
    void happen() throws Exception;
  }

  static Way again(List<Way> ways) {
    return chosen(ways, Way.Again.class);
  }

  static Way back(List<Way> ways) {
    return chosen(ways, Way.Back.class);
  }

  private static Way chosen(List<Way> ways, Class<? extends Way> kind) {
    return ways.stream()
        .filter(kind::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not offered: " + ways));
  }

  /** Does a section again. */
  static Move redo(String section) {
    return ways ->
        ways.stream()
            .filter(way ->
                way instanceof Way.Redo redo && redo.section().id().toString().equals(section))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not offered: " + ways));
  }

  /** What people do at the next refusals; at one more they stop. */
  DeviceStory then(Move... next) {
    moves.addAll(List.of(next));
    return this;
  }

  /** What happens the first time that a step is entered. */
  DeviceStory before(String step, Act act) {
    acts.put(step, act);
    return this;
  }

  /** What people write where a reason is asked for. */
  DeviceStory because(String written) {
    reason = written;
    return this;
  }

  @Override
  public String reason(Problem doubted) {
    return reason;
  }

  DeviceStory inProduction() {
    practice = false;
    return this;
  }

  @Override
  public DeviceStory answering(String slot, String... answers) {
    super.answering(slot, answers);
    return this;
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) {
    Act act = acts.remove(row.step().id().toString());
    if (act != null) {
      try {
        act.happen();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    refusals.add(problem);
    return moves.isEmpty() ? new Way.Stop() : moves.remove().among(ways);
  }

  Ceremony ceremony() throws ProblemException {
    return Catalogue.find(kind).orElseThrow().plan(Facts.ofTexts(decided)).ceremony();
  }

  /** Runs until people stop, with one refusal of this kind on the way. */
  CeremonyState refusesA(Class<? extends Problem> expected) throws ProblemException {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony(),
            "T-1",
            Bytes.EMPTY,
            journal,
            room.place(() -> NOW, practice),
            Runnable::run)) {
      CeremonyState end = new Walk(runner, this).toTheEnd();
      assertEquals(1, refusals.size(), refusals::toString);
      assertInstanceOf(expected, refusals.getFirst());
      return end;
    }
  }

  /** Runs until people stop, with these refusals on the way. */
  CeremonyState refuses(Problem... expected) throws ProblemException {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony(),
            "T-1",
            Bytes.EMPTY,
            journal,
            room.place(() -> NOW, practice),
            Runnable::run)) {
      return walk(runner, expected);
    }
  }

  /** Goes on another day. */
  CeremonyState goesOn(Problem... expected) throws ProblemException {
    refusals.clear();
    try (CeremonyRunner runner =
        CeremonyRunner.resume(
            ceremony(), journal, room.place(() -> NOW, practice), Runnable::run)) {
      return walk(runner, expected);
    }
  }

  private CeremonyState walk(CeremonyRunner runner, Problem... expected) throws ProblemException {
    CeremonyState end = new Walk(runner, this).toTheEnd();
    assertEquals(List.of(expected), refusals);
    runner.close();
    assertTrue(secrets.stream().allMatch(Secret::isWiped), "wiped");
    return end;
  }

  /** Ends with the key that all shares make, on every device. */
  void ends(CeremonyState end) {
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
    for (int d = 1; d <= room.hsms.size(); d++) {
      assertEquals(room.kcv(), room.kcv(d), "device " + d);
    }
  }
}
