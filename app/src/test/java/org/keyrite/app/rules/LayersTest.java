// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may depend on whom; {@code docs/architecture.md} has the picture and the reasons. */
class LayersTest {
  private static final String BASE = "org.keyrite.";

  private static final Set<String> FORMATS =
      Set.of("wrap", "dkek", "cvc", "keydomain", "pkcs15", "key", "tlv", "bytes", "problem");

  /** What a package of the core may use of the core. */
  private static final Map<String, Set<String>> CORE =
      Map.ofEntries(
          entry("bytes", Set.of()),
          entry("problem", Set.of()),
          entry("work", Set.of()),
          entry("random", Set.of("bytes", "problem")),
          entry("file", Set.of("bytes", "problem")),
          entry("tlv", Set.of("bytes", "problem")),
          entry("apdu", Set.of("tlv", "bytes", "problem")),
          entry("dkek", Set.of("tlv", "bytes", "file", "problem", "random", "work")),
          entry("key", Set.of("tlv", "bytes", "problem")),
          entry("cvc", Set.of("key", "tlv", "bytes", "problem")),
          entry("pkcs15", Set.of("cvc", "key", "tlv", "bytes", "problem")),
          entry("wrap", Set.of("dkek", "pkcs15", "key", "tlv", "bytes", "file", "problem")),
          entry("keydomain", Set.of("cvc", "dkek", "key", "tlv", "bytes", "problem")),
          entry("pin", Set.of("bytes", "problem")),
          entry("command", with(FORMATS, "apdu", "pin")),
          entry("hsm", with(FORMATS, "command", "apdu", "pin", "random", "work")),
          entry("reader", Set.of("apdu", "bytes", "problem", "work")),
          // Has encoders of its own, so that one mistake is not made on both sides.
          entry("simulator", Set.of("tlv", "bytes", "problem")),
          entry("practice", Set.of("simulator", "reader", "apdu", "bytes", "problem")));

  /** What a package of the wizards may use of the wizards. */
  private static final Map<String, Set<String>> WIZARDS =
      Map.ofEntries(
          entry("device", Set.of()),
          entry("keyboard", Set.of()),
          entry("preflight", Set.of()),
          entry("ceremony", Set.of("device", "preflight")),
          entry("paper", Set.of()),
          entry("print", Set.of()),
          entry("journal", Set.of("ceremony", "paper", "preflight")),
          entry(
              "ceremonies", Set.of("journal", "ceremony", "device", "paper", "preflight", "print")),
          entry("plan", Set.of("ceremony")),
          entry(
              "rehearsal",
              Set.of(
                  "journal",
                  "ceremony",
                  "ceremonies",
                  "device",
                  "paper",
                  "plan",
                  "preflight",
                  "print")),
          entry(
              "terminal",
              Set.of(
                  "journal",
                  "ceremony",
                  "ceremonies",
                  "device",
                  "keyboard",
                  "paper",
                  "plan",
                  "preflight",
                  "print",
                  "rehearsal")),
          entry(
              "view",
              Set.of(
                  "journal",
                  "ceremony",
                  "ceremonies",
                  "device",
                  "keyboard",
                  "paper",
                  "plan",
                  "preflight",
                  "print",
                  "rehearsal")));

  private static final String[] JAVAFX = {
    "javafx..",
    "com.sun.javafx..",
    "org.controlsfx..",
    "impl.org.controlsfx..",
    "atlantafx..",
    "org.kordamp.."
  };
  private static final String[] AWT = {
    "java.awt..", "javax.swing..", "javax.imageio..", "javax.print.."
  };

  private static JavaClasses program;

  @BeforeAll
  static void readClasses() {
    program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("org.keyrite");
    for (String module : List.of("core", "i18n", "wizards", "app")) {
      assertTrue(program.that(in(module)).iterator().hasNext(), "no classes of " + module);
    }
  }

  @Test
  void textsDependOnNothing() {
    noClasses()
        .that(in("i18n"))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage("java..", BASE + "i18n..")))
        .check(program);
  }

  @Test
  void theCoreKnowsNeitherScreensNorWords() {
    noClasses()
        .that(in("core"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(JAVAFX)
                .or(resideInAnyPackage(AWT))
                .or(in("i18n"))
                .or(in("wizards"))
                .or(in("app")))
        .check(program);
  }

  @Test
  void theWizardsDoNotKnowTheProgramAroundThem() {
    noClasses().that(in("wizards")).should().dependOnClassesThat(in("app")).check(program);
  }

  @Test
  void onlyTheViewKnowsJavaFx() {
    noClasses()
        .that(in("wizards"))
        .and()
        .resideOutsideOfPackage(BASE + "wizards.view..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(JAVAFX))
        .check(program);
  }

  @Test
  void onlyPaperAndViewTouchAwt() {
    noClasses()
        .that(in("wizards"))
        .and()
        .resideOutsideOfPackages(BASE + "wizards.view..", BASE + "wizards.paper..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(AWT))
        .check(program);
  }

  /** Everything else sees readers and devices, and cannot tell that they are pretended. */
  @Test
  void onlyRehearsalsPretendDevices() {
    noClasses()
        .that(in("wizards").or(in("app")))
        .and()
        .resideOutsideOfPackage(BASE + "wizards.rehearsal..")
        .should()
        .dependOnClassesThat(in("core.practice"))
        .check(program);
    noClasses()
        .that(in("wizards").or(in("app")))
        .and()
        .resideOutsideOfPackages(BASE + "wizards.rehearsal..", BASE + "wizards.terminal..")
        .should()
        .dependOnClassesThat(in("core.simulator"))
        .check(program);
  }

  @Test
  void packagesOfTheCoreUseOnlyWhatTheyMay() {
    assertEquals(Set.of(), notAllowed("core", CORE));
  }

  @Test
  void packagesOfTheWizardsUseOnlyWhatTheyMay() {
    assertEquals(Set.of(), notAllowed("wizards", WIZARDS));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(BASE + "(*).(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(program);
  }

  private static DescribedPredicate<JavaClass> in(String module) {
    return resideInAnyPackage(BASE + module + "..");
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  /** "from uses to" for what the table does not allow, and packages that are not in the table. */
  private static Set<String> notAllowed(String module, Map<String, Set<String>> table) {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : program.that(in(module))) {
      String from = part(module, type);
      if (!table.containsKey(from)) {
        wrong.add(from + " is not in the table");
        continue;
      }
      wrong.addAll(
          type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> dependency.getTargetClass().getBaseComponentType())
              .filter(in(module))
              .map(target -> part(module, target))
              .filter(to -> !to.equals(from) && !table.get(from).contains(to))
              .map(to -> from + " uses " + to)
              .collect(Collectors.toSet()));
    }
    return wrong;
  }

  /** The package directly under the module in which a class lies, itself or deeper. */
  private static String part(String module, JavaClass type) {
    String rest = type.getPackageName().substring((BASE + module).length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }
}
