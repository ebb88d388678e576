// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class FlatYamlTest {
  private static FlatYaml parse(String text) throws ProblemException {
    return FlatYaml.parse("p", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWordsAndTextsWithTheirLines() throws ProblemException {
    FlatYaml yaml = parse("# a plan\nname: Berlin 1\n\n\"sheet[1].bag\": 'A 7'\nempty:\n");
    assertEquals(List.of("name", "sheet[1].bag", "empty"), List.copyOf(yaml.values().keySet()));
    assertEquals(new FlatYaml.Value("Berlin 1", 2), yaml.values().get("name"));
    assertEquals(new FlatYaml.Value("A 7", 4), yaml.values().get("sheet[1].bag"));
    assertEquals(new FlatYaml.Value("", 5), yaml.values().get("empty"));
  }

  @Test
  void takesSlotsWithIndexesWithoutQuotes() throws ProblemException {
    assertEquals("Ada", parse("seat.custodian[1]: Ada\n").values().get("seat.custodian[1]").text());
  }

  @Test
  void takesNothingForANumberOrATruthValue() throws ProblemException {
    FlatYaml yaml = parse("a: 007\nb: yes\nc: 1e3\nd: 2026-11-21\n");
    assertEquals("007", yaml.values().get("a").text());
    assertEquals("yes", yaml.values().get("b").text());
    assertEquals("1e3", yaml.values().get("c").text());
    assertEquals("2026-11-21", yaml.values().get("d").text());
  }

  @Test
  void anEmptyFileSaysNothing() throws ProblemException {
    assertEquals(0, parse("").values().size());
    assertEquals(0, parse("# later\n").values().size());
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("a list as a value", "a: b\nc:\n  - d\n", 3),
        Arguments.of("a list in brackets", "a: b\nc: [d, e]\n", 2),
        Arguments.of("a map in a map", "a: b\nc:\n  d: e\n", 3),
        Arguments.of("a map in braces", "a: b\n\nc: {d: e}\n", 3),
        Arguments.of("an anchor", "a: &x b\n", 1),
        Arguments.of("an alias", "a: b\nc: *x\n", 2),
        Arguments.of("an anchor on the map", "&x\na: b\n", 1),
        Arguments.of("a tag", "a: b\nc: !!python/object:os.system d\n", 2),
        Arguments.of("a tag of a class", "a: !!javax.script.ScriptEngineManager d\n", 1),
        Arguments.of("a merge", "a: b\n<<: {c: d}\n", 2),
        Arguments.of("a second document", "a: b\n---\nc: d\n", 2),
        Arguments.of("a text alone", "just words\n", 1),
        Arguments.of("a list alone", "- a\n- b\n", 1),
        Arguments.of("a word without a colon", "a: b\nnothing here\nc: d\n", 3),
        Arguments.of("a quote that is not closed", "a: b\nc: \"d\n", 3),
        Arguments.of("a tabulator before a word", "a: b\n\tc: d\n", 2),
        Arguments.of("a control character", "a: b\nc: d\ne: \u0007\n", 3),
        Arguments.of("a word that is a list", "? [a]\n: b\n", 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void refusesWhatIsNoFlatMapAtItsLine(String what, String text, int line) {
    assertEquals(new PlanProblem.PlanUnreadable("p", line), Refusal.of(() -> parse(text)));
  }

  @Test
  void refusesAWordThatStandsTwiceAtTheSecond() {
    Problem refused = Refusal.of(() -> parse("name: a\nbits: 64\n'name': b\n"));
    assertEquals(new PlanProblem.PlanKeyRepeated("p", 3, "name"), refused);
  }

  @Test
  void refusesBytesThatAreNotUtf8AtTheirLine() {
    byte[] latin = "a: b\nname: K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        new PlanProblem.PlanUnreadable("p", 2), Refusal.of(() -> FlatYaml.parse("p", latin)));
  }

  @Test
  void refusesFilesThatCannotBeRead(@TempDir Path folder) {
    Path missing = folder.resolve("none.yaml");
    assertEquals(
        new FileProblem.FileMissing(missing.toString()), Refusal.of(() -> FlatYaml.read(missing)));
    assertEquals(
        new FileProblem.FileIsFolder(folder.toString()), Refusal.of(() -> FlatYaml.read(folder)));
  }

  @Test
  void refusesAFileThatIsTooLarge(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "a: " + "b".repeat(FlatYaml.SIZE_LIMIT));
    assertEquals(
        new PlanProblem.PlanTooLarge(large.toString(), FlatYaml.SIZE_LIMIT),
        Refusal.of(() -> FlatYaml.read(large)));
  }

  @Test
  void aBombOfAliasesIsNotUnfolded() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append(c).append(": &").append(c).append(" [*").append((char) (c - 1)).append("]\n");
    }
    assertEquals(new PlanProblem.PlanUnreadable("p", 1), Refusal.of(() -> parse(bomb.toString())));
  }
}
