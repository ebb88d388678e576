// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremonies.DkekQuorum;

/** {@code docs/formats/plan.md} says what the program does. */
class PlanFormatTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static String document() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/formats/plan.md"))) {
      folder = folder.getParent();
    }
    return Files.readString(folder.resolve("docs/formats/plan.md"));
  }

  @Test
  void listsEveryWordOfAPlanAndNoOther() throws IOException {
    Set<String> words = new TreeSet<>(Set.of("ceremony"));
    Catalogue.ALL.forEach(kind -> kind.planning().forEach(field -> words.add(field.slot().name())));
    Set<String> listed =
        ROW.matcher(document())
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(words, listed);
  }

  @Test
  void itsExamplesAreTaken() throws IOException, ProblemException {
    var examples = EXAMPLE.matcher(document()).results().map(found -> found.group(1)).toList();
    assertEquals(2, examples.size());
    FlatYaml plan = FlatYaml.parse("p", examples.get(0).getBytes(StandardCharsets.UTF_8));
    DkekQuorum kind = new DkekQuorum();
    var ceremony = kind.plan(PlanFile.decide(plan, kind)).ceremony();
    FlatYaml answers = FlatYaml.parse("a", examples.get(1).getBytes(StandardCharsets.UTF_8));
    AnswersFile.hold(answers, ceremony, true);
  }
}
