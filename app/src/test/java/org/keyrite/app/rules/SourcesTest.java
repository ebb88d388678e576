// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyrite.app.rules.SourceTree.SourceFile;

/** What every source file has, and what none may have. */
class SourcesTest {
  private static final int LONGEST = 300;

  /** Ends of files in which a comment can be written. */
  private static final Set<String> WITH_COMMENTS =
      Set.of(".java", ".properties", ".xml", ".css", ".md", ".sh", ".options", ".config", ".py");

  @Test
  void theTreeIsSeen() {
    List<String> paths = SourceTree.pathsWhere(SourceTree.all(), file -> true);
    assertTrue(paths.containsAll(List.of("keyrite", "pom.xml", "packaging/jvm.options")));
    assertTrue(paths.contains("hsm-core/src/main/java/org/keyrite/core/bytes/Secret.java"));
  }

  @Test
  void everyJavaFileBeginsWithItsLicence() {
    noneWhere(
        SourceTree.java(),
        file -> !file.lines().getFirst().equals("// SPDX-License-Identifier: Apache-2.0"));
  }

  @Test
  void everyOtherFileThatCanNamesItsLicenceNearItsTop() {
    noneWhere(
        SourceTree.all(),
        file ->
            WITH_COMMENTS.stream().anyMatch(file.path()::endsWith)
                && !file.path().equals(".mvn/jvm.config")
                && file.lines().stream().limit(3).noneMatch(l -> l.contains("SPDX-License-Id")));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> described =
        SourceTree.java().stream()
            .filter(file -> file.name().equals("package-info.java"))
            .filter(file -> file.text().contains("/**") && file.text().length() > 250)
            .map(SourceFile::folder)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> silent =
        SourceTree.program().stream()
            .map(SourceFile::folder)
            .filter(folder -> !described.contains(folder))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), silent);
  }

  @Test
  void aLongFileSaysWhyUnderItsPackage() {
    noneWhere(
        SourceTree.java(),
        file ->
            file.lines().size() > LONGEST
                && file.lines().stream().limit(5).noneMatch(l -> l.startsWith("// Long because ")));
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noneWhere(
        SourceTree.java(),
        file -> file.name().matches(".*(Utils?|Helpers?|Managers?|Impl|Misc)\\.java|Abstract.*"));
  }

  @Test
  void noSecretIsAString() {
    noLineOf(
        SourceTree.program(),
        "\\b(String|StringBuilder|StringBuffer|CharSequence)\\s+"
            + "(\\w*(Password|Passphrase|Pin|Secret|ShareValue)"
            + "|password|passphrase|pin|secret|shareValue)(s|Text|Value|Hex)?\\s*[;=,()]");
  }

  @Test
  void noTestWaitsByTheClockOrIsSwitchedOff() {
    noLineOf(SourceTree.in("/src/test/java/"), "Thread\\.sle[e]p|@Disable[d]");
  }

  @Test
  void nothingIsLeftForLater() {
    noLineOf(SourceTree.java(), "\\b(TO[D]O|FIXM[E]|XX[X])\\b|not implemente[d]");
  }

  @Test
  void nothingIsPrintedPastTheShells() {
    noLineOf(
        SourceTree.program().stream()
            .filter(file -> !file.path().endsWith("/org/keyrite/app/Main.java"))
            .filter(file -> !file.path().contains("/wizards/terminal/"))
            .toList(),
        "System\\.(out|err)\\b|printStackTrac[e]");
  }

  @Test
  void nothingOfTheMachineItWasMadeOnIsWrittenDown() {
    noLineOf(
        SourceTree.all(),
        "/(wor[k]|roo[t]|far[m])/"
            + "|/(home|Users)/[a-z]+/"
            + "|\\b(repo|repo1|registry|nexus|artifactory|mirror|proxy)\\.[a-z0-9-]+\\.[a-z]+");
  }

  private static void noneWhere(List<SourceFile> files, Predicate<SourceFile> wrong) {
    assertTrue(files.size() > 3, "nothing to look at");
    assertEquals(List.of(), SourceTree.pathsWhere(files, wrong));
  }

  private static void noLineOf(List<SourceFile> files, String pattern) {
    assertTrue(files.size() > 3, "nothing to look at");
    Pattern wrong = Pattern.compile(pattern);
    assertEquals(List.of(), files.stream().flatMap(file -> file.linesWith(wrong)).toList());
  }
}
