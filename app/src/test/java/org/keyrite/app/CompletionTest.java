// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.app.ChildJvm.Ending;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.terminal.ExitStatus;
import org.keyrite.wizards.terminal.Screen;
import org.keyrite.wizards.terminal.StreamKeyboard;

/**
 * The shell's completion and the manual are written by hand and installed by the package: they know
 * what the program knows of itself, and nothing else.
 */
class CompletionTest {
  private static final Path LINUX = Checkout.root().resolve("packaging/jpackage/linux");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)  +\\S");
  private static final Pattern OPTIONS =
      Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z].*?)(?:=(\\S+))?(?: {2,}.*)?$");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern ENTRY = Pattern.compile("\\[([a-z-]+)\\]='([^']*)'");
  private static final Set<String> EVERYWHERE = Set.of("--lang", "--language", "--help");

  @Test
  void offersTheCommandsWithTheOptionsThatTheyHave() throws IOException {
    Map<String, Set<String>> real = new TreeMap<>();
    for (String command : commands()) {
      Set<String> options = new TreeSet<>(options(help(command)).keySet());
      assertTrue(options.removeAll(EVERYWHERE), command);
      real.put(command, options);
    }
    Map<String, Set<String>> offered = new TreeMap<>();
    entries()
        .filter(entry -> !entry.group(1).startsWith("--"))
        .forEach(entry -> offered.put(entry.group(1), words(entry.group(2))));
    assertEquals(real, offered);
    assertTrue(real.get("rehearse").contains("--by-stick"), real.toString());
  }

  @Test
  void offersTheValuesWhereAnOptionHasOnlySome() throws IOException {
    Map<String, Set<String>> real = new TreeMap<>();
    for (String command : commands()) {
      options(help(command))
          .forEach((option, values) -> {
            if (values.contains("|")) {
              real.put(option, new TreeSet<>(List.of(values.split("\\|"))));
            }
          });
    }
    Map<String, Set<String>> offered = new TreeMap<>();
    entries()
        .filter(entry -> entry.group(1).startsWith("--"))
        .forEach(entry -> offered.put(entry.group(1), words(entry.group(2))));
    assertEquals(real, offered);
  }

  @Test
  void offersTheCeremoniesOfTheCatalogueInItsOrder() throws Exception {
    assertEquals(
        Catalogue.ALL.stream().map(CeremonyKind::id).toList(), complete("keyrite", "rehearse", ""));
    assertEquals(
        List.of("device-setup", "device-check", "device-enrol"), complete("keyrite", "run", "dev"));
  }

  @Test
  void completesInAShell() throws Exception {
    assertEquals(List.of("--bits", "--by-stick"), complete("keyrite", "rehearse", "--b"));
    assertEquals(List.of("de"), complete("keyrite", "verify", "--lang", "d"));
    assertEquals(List.of("a4", "letter"), complete("keyrite", "record", "--paper", "=", ""));
    assertEquals(List.of("record"), complete("keyrite", "rec"));
    assertEquals(List.of(), complete("keyrite", "nothing", "--b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theManualKnowsTheCommandsThatThereAreAndHowTheyEnd(String language) throws Exception {
    String page = Files.readString(LINUX.resolve("keyrite." + language + ".1"));
    assertTrue(page.contains("\n.\\\" HELP\n"), "here the package puts what --help says");
    Set<String> named =
        Pattern.compile("\\\\fBkeyrite ([a-z-]+)")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(!named.isEmpty() && commands().containsAll(named), named.toString());
    Set<String> ends =
        Pattern.compile("(?m)^\\.B (\\d+)$")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> real = new TreeSet<>();
    for (Field status : ExitStatus.class.getFields()) {
      real.add(String.valueOf(status.getInt(null)));
    }
    assertEquals(real, ends);
  }

  private static Stream<MatchResult> entries() throws IOException {
    return ENTRY.matcher(Files.readString(LINUX.resolve("completion.bash"))).results();
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> commands() {
    String all = help();
    Set<String> commands = new TreeSet<>();
    COMMAND
        .matcher(all.substring(all.indexOf("Commands:")))
        .results()
        .forEach(match -> commands.add(match.group(1)));
    assertTrue(commands.contains("rehearse"), all);
    return commands;
  }

  /** Each option that stands in a help, with what stands behind its equals sign. */
  private static Map<String, String> options(String help) {
    Map<String, String> options = new TreeMap<>();
    Matcher lines = OPTIONS.matcher(help);
    while (lines.find()) {
      String value = lines.group(2) == null ? "" : lines.group(2);
      OPTION.matcher(lines.group(1)).results().forEach(name -> options.put(name.group(), value));
    }
    return options;
  }

  private static String help(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out);
    Main main =
        new Main(
            Language.ENGLISH,
            Map.of(),
            new StreamKeyboard(InputStream.nullInputStream()),
            new Screen(printed, printed, printed, false, false),
            asked -> ExitStatus.REFUSED);
    List<String> arguments = Stream.concat(Stream.of(command), Stream.of("--help")).toList();
    assertEquals(ExitStatus.DONE, main.start(List.of(), arguments));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What bash offers for the last of these words. */
  private static List<String> complete(String... line) throws Exception {
    String script =
        "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _keyrite;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    List<String> command =
        Stream.concat(
                Stream.of("bash", "-c", script, LINUX.resolve("completion.bash").toString()),
                Stream.of(line))
            .toList();
    Ending ending = ChildJvm.ending(new ProcessBuilder(command).redirectErrorStream(true).start());
    return ending.printed().lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }
}
