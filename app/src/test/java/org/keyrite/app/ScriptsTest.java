// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.app.ChildJvm.Ending;

/**
 * The scripts at the root, in a copy whose JDK and Maven are stand-ins that say how they were
 * called. The folder has a blank in its name, as folders of people do.
 */
class ScriptsTest {
  @TempDir Path temp;
  private Path root;
  private Path jdk;

  @BeforeEach
  void makeACheckout() throws IOException {
    root = Files.createDirectories(temp.resolve("a checkout"));
    copy("keyrite");
    copy("packaging/jvm.options");
    copy("packaging/start.options");
    try (Stream<Path> scripts = Files.list(Checkout.root().resolve("packaging/scripts"))) {
      for (Path script : scripts.toList()) {
        copy("packaging/scripts/" + script.getFileName());
      }
    }
    write("pom.xml", "");
    jdk = makeJdk("jdk", "25.0.3");
    script("bin/mvn", "echo \"mvn $*\" >>\"$HOME/calls\"; exit ${MAVEN_STATUS:-0}");
    write("app/target/app-0.1.0.jar", "");
    write("i18n/target/i18n-0.1.0.jar", "");
    write("repository/library.jar", "");
    write(
        "app/target/classpath",
        root.resolve("i18n/target/i18n-0.1.0.jar") + ":" + root.resolve("repository/library.jar"));
  }

  @Test
  void buildsOnceAndThenStartsWithoutMaven() throws Exception {
    assertEquals(0, keyrite(Map.of(), "--version").status());
    assertEquals(1, callsOfMaven());
    Ending second = keyrite(Map.of(), "--version");
    assertEquals(0, second.status());
    assertEquals(1, callsOfMaven());
    assertFalse(second.printed().contains("Building"), second.printed());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    keyrite(Map.of());
    write("app/src/main/java/New.java", "");
    later(root.resolve("app/src/main/java/New.java"));
    keyrite(Map.of());
    assertEquals(2, callsOfMaven());
  }

  @Test
  void buildsAgainWhenAJarIsGone() throws Exception {
    keyrite(Map.of());
    Files.delete(root.resolve(".build/lib/app-0.1.0.jar"));
    keyrite(Map.of());
    assertEquals(2, callsOfMaven());
  }

  @Test
  void buildsAgainAfterABuildThatDidNotEndWell() throws Exception {
    Ending ending = keyrite(Map.of("MAVEN_STATUS", "1"), "--version");
    assertEquals(2, ending.status());
    assertTrue(ending.printed().contains(".build/build.log"), ending.printed());
    assertEquals(0, keyrite(Map.of(), "--version").status());
  }

  @Test
  void startsOurJarsFirstWithTheClosedOptionsAndTheArgumentsAsTheyAre() throws Exception {
    String started = keyrite(Map.of(), "rehearse", "--out", "a folder").printed();
    String lib = root.resolve(".build/lib") + "/";
    assertTrue(started.contains("[@" + root.resolve("packaging/jvm.options") + "]"), started);
    assertTrue(
        started.contains("[-cp]\n[" + lib + "app-0.1.0.jar:" + lib + "i18n-0.1.0.jar:"), started);
    assertTrue(
        started.contains("[org.keyrite.app.Main]\n[rehearse]\n[--out]\n[a folder]"), started);
    assertTrue(started.contains("core 0"), started);
  }

  @Test
  void archivesItsClassesOnceABuildAndStartsWithWhatCameOfIt() throws Exception {
    Ending first = keyrite(Map.of(), "--version");
    Path archive = root.resolve(".build/keyrite.jsa");
    assertTrue(first.printed().contains("[-XX:SharedArchiveFile=" + archive + "]"));
    assertTrue(Files.readString(root.resolve(".build/archive.log")).contains("[-Xshare:dump]"));
    Files.delete(root.resolve(".build/archive.log"));
    assertEquals(0, keyrite(Map.of(), "--version").status());
    assertFalse(Files.exists(root.resolve(".build/archive.log")));
    Files.delete(root.resolve(".build/lib/app-0.1.0.jar"));
    assertEquals(0, keyrite(Map.of(), "--version").status());
    assertTrue(Files.exists(root.resolve(".build/archive.log")));
  }

  @Test
  void dropsOptionsFromOutsideAndSaysSo() throws Exception {
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      Ending ending = keyrite(Map.of(name, "-agentlib:jdwp=server=y"), "--version");
      assertEquals(0, ending.status());
      assertTrue(ending.printed().contains(name + " is set and is not used"), ending.printed());
      assertFalse(ending.printed().contains("jdwp"), ending.printed());
    }
  }

  @Test
  void saysWhenTheNamedJdkIsNone() throws Exception {
    Ending missing = keyrite(Map.of("KEYRITE_JDK", "/nowhere"), "--version");
    assertEquals(2, missing.status());
    assertTrue(missing.printed().contains("KEYRITE_JDK names /nowhere"), missing.printed());
    Path old = makeJdk("old", "17.0.15");
    assertEquals(2, keyrite(Map.of("KEYRITE_JDK", old.toString()), "--version").status());
    Path strange = makeJdk("strange", "250.1");
    assertEquals(2, keyrite(Map.of("KEYRITE_JDK", strange.toString()), "--version").status());
  }

  private Ending keyrite(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(root.resolve("keyrite").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("HOME", temp.toString());
    builder.environment().put("KEYRITE_JDK", jdk.toString());
    builder.environment().putAll(environment);
    return ChildJvm.ending(builder.start());
  }

  private long callsOfMaven() throws IOException {
    return Files.readAllLines(temp.resolve("calls")).size();
  }

  private Path makeJdk(String name, String version) throws IOException {
    write(name + "/release", "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(name + "/bin/javac", "exit 1");
    script(
        name + "/bin/java",
        "printf '[%s]\\n' \"$@\"; echo \"core $(ulimit -c)\"; env | grep JAVA_; true");
    return root.resolve(name);
  }

  private void script(String path, String commands) throws IOException {
    write(path, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private void copy(String path) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.copy(Checkout.root().resolve(path), root.resolve(path));
  }

  /** So that no clock is too coarse to tell the order. */
  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }
}
