// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/** Every text exists, is used, and takes the same arguments in every language. */
class MessagesTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:Message\\.of|new Message|[mM]essages\\.text)\\(\\s*\"([^\"]+[^.\"])\"\\s*[,)]");

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSameKeys(Language language) {
    Set<String> keys = Messages.in(language).keys();
    assertEquals(Set.of(), without(ENGLISH.keys(), keys), "missing in " + language);
    assertEquals(Set.of(), without(keys, ENGLISH.keys()), "only in " + language);
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSamePlaceholders(Language language) {
    Messages messages = Messages.in(language);
    assertNoText(
        messages,
        (key, text) ->
            ENGLISH.has(key) && !placeholders(text).equals(placeholders(ENGLISH.pattern(key))));
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsAPattern(Language language) {
    Messages messages = Messages.in(language);
    for (String key : messages.keys()) {
      String pattern = messages.pattern(key);
      Object[] arguments = Collections.nCopies(10, 1).toArray();
      String text = new MessageFormat(pattern, Locale.of(language.tag())).format(arguments);
      assertFalse(text.isBlank(), key);
      assertFalse(text.contains("{"), key + " shows its braces: " + text);
    }
  }

  /** A single apostrophe swallows itself and every placeholder up to the next one. */
  @ParameterizedTest
  @EnumSource
  void everyApostropheIsDoubled(Language language) {
    assertNoText(Messages.in(language), (key, text) -> text.replace("''", "").contains("'"));
  }

  @ParameterizedTest
  @EnumSource
  void textsAreCleanAtTheirEnds(Language language) {
    assertNoText(
        Messages.in(language),
        (key, text) -> !text.equals(text.strip()) || text.contains("  ") || text.contains("\t"));
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemHasBothSentencesAndTellsAllItsComponents(Language language) {
    Messages messages = Messages.in(language);
    List<String> wrong = new ArrayList<>();
    for (Class<?> problem : Problems.all()) {
      String what = Problems.key(problem) + ".what";
      String next = Problems.key(problem) + ".next";
      if (!messages.has(what) || !messages.has(next)) {
        wrong.add(problem.getSimpleName() + ": a sentence is missing");
        continue;
      }
      Set<Integer> told = new TreeSet<>(placeholders(messages.pattern(what)));
      told.addAll(placeholders(messages.pattern(next)));
      Set<Integer> components = upTo(problem.getRecordComponents().length);
      if (!told.equals(components)) {
        wrong.add(problem.getSimpleName() + ": tells " + told + " of " + components);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Nobody is blamed and nobody is frightened. */
  @ParameterizedTest
  @EnumSource
  void sentencesOfProblemsKeepTheirVoiceDown(Language language) {
    Pattern loud =
        Pattern.compile(
            "!|\\b(error|invalid|illegal|fatal|failed|failure|ungültig|fehler|fehlgeschlagen)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    assertNoText(
        Messages.in(language),
        (key, text) -> key.startsWith("problem.") && loud.matcher(text).find());
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> used = literals().collect(Collectors.toCollection(HashSet::new));
    KeyFamily.all().forEach(family -> used.addAll(family.keys().keySet()));
    assertEquals(Set.of(), without(ENGLISH.keys(), used));
  }

  @Test
  void everyKeyInTheSourcesHasAText() {
    Set<String> missing =
        SourceTree.program().stream()
            .flatMap(MessagesTest::keysIn)
            .filter(key -> !ENGLISH.has(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyKeyThatIsPutTogetherHasAText() {
    Set<String> missing = new TreeSet<>();
    KeyFamily.all()
        .forEach(family -> missing.addAll(without(family.keys().keySet(), ENGLISH.keys())));
    assertEquals(Set.of(), missing);
  }

  @Test
  void noTextThatIsPutTogetherAsksForMoreThanItIsGiven() {
    Map<String, Integer> wrong = new TreeMap<>();
    for (KeyFamily family : KeyFamily.all()) {
      family
          .keys()
          .forEach((key, given) -> {
            if (ENGLISH.has(key) && !upTo(given).containsAll(placeholders(ENGLISH.pattern(key)))) {
              wrong.put(key, given);
            }
          });
    }
    assertEquals(Map.of(), wrong);
  }

  private static void assertNoText(Messages messages, BiPredicate<String, String> wrong) {
    assertTrue(messages.keys().size() > 10, "nothing to look at");
    Map<String, String> found = new TreeMap<>();
    for (String key : messages.keys()) {
      if (wrong.test(key, messages.pattern(key))) {
        found.put(key, messages.pattern(key));
      }
    }
    assertEquals(Map.of(), found);
  }

  private static Stream<String> literals() {
    return SourceTree.program().stream().flatMap(SourceTree.SourceFile::literals);
  }

  /** Keys as they are handed to a message or to the texts, as a whole. */
  private static Stream<String> keysIn(SourceTree.SourceFile file) {
    return SAID.matcher(file.code()).results().map(found -> found.group(1));
  }

  private static Set<Integer> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> upTo(int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
