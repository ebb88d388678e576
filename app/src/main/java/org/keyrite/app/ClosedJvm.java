// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Control {@code JVM-CLOSED}: nobody looks into the memory of this process, and nothing of it
 * reaches a disk when it dies.
 *
 * <p>The options that close a JVM can only be given when it starts (they stand in {@code
 * packaging/jvm.options}), so a process that was started without them is to be refused. What can be
 * done from inside is done here: on Linux the process is marked as not dumpable (prctl(2)), which
 * ends core dumps, also those piped to a collector, and keeps other processes of the same user out
 * of {@code /proc/PID/mem} and ptrace(2). None of this keeps the superuser out.
 */
final class ClosedJvm {
  /** {@code PR_SET_DUMPABLE} of {@code linux/prctl.h}. */
  private static final int PR_SET_DUMPABLE = 4;

  /** {@code PR_GET_DUMPABLE} of {@code linux/prctl.h}. */
  private static final int PR_GET_DUMPABLE = 3;

  /** Options that must have this value; each other value is a crash file or a way in. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "CreateCoredumpOnCrash", "false",
          "DisableAttachMechanism", "true",
          "HeapDumpOnOutOfMemoryError", "false",
          "SuppressFatalErrorMessage", "true");

  /** Beginnings of arguments that load a debugger or another agent. */
  private static final List<String> AGENTS =
      List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrun", "-Xdebug");

  private ClosedJvm() {}

  /**
   * Whatever leaves this process open: names of options, and arguments. Empty when it is closed.
   */
  static List<String> openings() {
    HotSpotDiagnosticMXBean options =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return openings(
        option -> options.getVMOption(option).getValue(),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /**
   * Whatever leaves a process open.
   *
   * @param valueOf from the name of an option of the JVM to its value
   * @param arguments what the JVM was given, wherever it came from
   */
  static List<String> openings(UnaryOperator<String> valueOf, List<String> arguments) {
    Stream<String> options =
        NEEDED.keySet().stream()
            .sorted()
            .filter(option -> !NEEDED.get(option).equals(valueOf.apply(option)));
    Stream<String> agents =
        arguments.stream().filter(argument -> AGENTS.stream().anyMatch(argument::startsWith));
    return Stream.concat(options, agents).toList();
  }

  /** Marks the process as not dumpable, where the system knows the notion. */
  static void closeFromInside() {
    if (!isLinux()) {
      return;
    }
    int answer = prctl(PR_SET_DUMPABLE);
    if (answer != 0) {
      throw new IllegalStateException("prctl answered " + answer);
    }
  }

  /** Whether the system may keep the memory of this process, or lets others of the user read it. */
  static boolean isDumpable() {
    return isLinux() && prctl(PR_GET_DUMPABLE) != 0;
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  /** With no further arguments, which every option here takes for zero. */
  @SuppressWarnings("restricted") // the one native call of this module
  private static int prctl(int option) {
    Linker linker = Linker.nativeLinker();
    MethodHandle prctl =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("prctl"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try {
      return (int) prctl.invokeExact(option, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("prctl could not be called", e);
    }
  }
}
