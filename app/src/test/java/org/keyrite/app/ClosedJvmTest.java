// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.app.ChildJvm.Ending;
import org.keyrite.wizards.terminal.ExitStatus;

/** Evidence for the control {@code JVM-CLOSED}. */
class ClosedJvmTest {
  private static final Map<String, String> CLOSED =
      Map.of(
          "CreateCoredumpOnCrash", "false",
          "DisableAttachMechanism", "true",
          "HeapDumpOnOutOfMemoryError", "false",
          "SuppressFatalErrorMessage", "true");

  @TempDir Path folder;

  @Test
  void theTestsRunClosedLikeTheProgram() {
    assertEquals(List.of(), ClosedJvm.openings());
  }

  @Test
  void namesTheOptionThatIsNotAsItMustBe() {
    for (String option : CLOSED.keySet()) {
      assertEquals(
          List.of(option),
          ClosedJvm.openings(
              name -> name.equals(option) ? "otherwise" : CLOSED.get(name), List.of("-Xmx1g")));
    }
  }

  @Test
  void namesEveryKindOfAgent() {
    List<String> agents =
        List.of(
            "-agentlib:jdwp=transport=dt_socket,server=y",
            "-agentpath:/somewhere/agent.so",
            "-javaagent:agent.jar",
            "-Xrunjdwp:server=y");
    assertEquals(agents, ClosedJvm.openings(CLOSED::get, agents));
  }

  @Test
  void mainRefusesAJvmThatWasStartedWithoutTheOptions() throws Exception {
    Ending ending = new ChildJvm(List.of(), Main.class, folder).run("--version");
    assertEquals(ExitStatus.REFUSED, ending.status(), ending.printed());
    assertTrue(ending.printed().contains("DisableAttachMechanism"), ending.printed());
  }

  @Test
  void mainRefusesADebugger() throws Exception {
    String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0";
    Ending ending = ChildJvm.closed(Main.class, folder, debugger).run("--version");
    assertEquals(ExitStatus.REFUSED, ending.status(), ending.printed());
    assertTrue(ending.printed().contains(debugger), ending.printed());
  }

  @Test
  void aClosedProcessIsNotDumpable() throws Exception {
    Ending ending = ChildJvm.closed(Dumpable.class, folder).run();
    assertEquals(new Ending(0, "before 1, after 0"), ending);
  }

  @Test
  void aCrashLeavesNoFileBehind() throws Exception {
    Ending ending = ChildJvm.closed(Crash.class, folder).run();
    assertNotEquals(0, ending.status());
    assertEquals("about to crash", ending.printed());
    assertEquals(List.of(), files());
  }

  /** The same crash in an open JVM leaves a file, so the test above can fail. */
  @Test
  void aCrashOfAnOpenJvmLeavesAFileBehind() throws Exception {
    List<String> open = List.of("--enable-native-access=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash");
    new ChildJvm(open, Crash.class, folder).run();
    assertTrue(files().getFirst().startsWith("hs_err_pid"), files().toString());
  }

  @Test
  void noToolOfTheJdkGetsIn() throws Exception {
    assertNotEquals(0, askFromOutside(ChildJvm.closed(Waits.class, folder)).status());
  }

  /** The same question to an open JVM is answered, so the test above can fail. */
  @Test
  void aToolOfTheJdkGetsIntoAnOpenJvm() throws Exception {
    assertEquals(0, askFromOutside(new ChildJvm(List.of(), Waits.class, folder)).status());
  }

  private static Ending askFromOutside(ChildJvm jvm) throws IOException, InterruptedException {
    Process child = jvm.start();
    try {
      assertEquals('.', child.getInputStream().read());
      String tool = ChildJvm.tool("jcmd").toString();
      return ChildJvm.ending(
          new ProcessBuilder(
                  tool,
                  "-J-Dsun.tools.attach.attachTimeout=1000",
                  Long.toString(child.pid()),
                  "VM.version")
              .redirectErrorStream(true)
              .start());
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Asks the system, by prctl's {@code PR_GET_DUMPABLE}, what it thinks of this process. */
  static final class Dumpable {
    @SuppressWarnings("restricted")
    public static void main(String[] args) throws Throwable {
      Linker linker = Linker.nativeLinker();
      var prctl =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("prctl"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
              Linker.Option.firstVariadicArg(1));
      int before = (int) prctl.invokeExact(3);
      assertEquals(before != 0, ClosedJvm.isDumpable());
      ClosedJvm.closeFromInside();
      int after = (int) prctl.invokeExact(3);
      assertEquals(after != 0, ClosedJvm.isDumpable());
      System.out.println("before " + before + ", after " + after);
    }
  }

  /** Writes where nothing may be written. */
  static final class Crash {
    @SuppressWarnings("restricted")
    public static void main(String[] args) {
      System.out.println("about to crash");
      MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
    }
  }

  /** Says that it runs, then waits until it is stopped. */
  static final class Waits {
    public static void main(String[] args) throws IOException {
      System.out.print('.');
      System.out.flush();
      System.in.read();
    }
  }
}
