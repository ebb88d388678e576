// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.Place;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.preflight.Search;

/** A laptop that is laid out in a folder, and the one on which this test runs. */
class ThisLaptopTest {
  /** The SHA-256 of a file with the line "packed". */
  private static final String PACKED =
      "d535a32ae4ccd17fb41897c4ba5077d9e1aaa9ae82e6ad990e2c93b0dd10821d";

  @TempDir Path root;
  private Path packed;
  private boolean dumpable;
  private List<String> screens = List.of("1");
  private Instant now = Instant.parse("2030-01-02T03:04:05Z");
  private Optional<Needs.Queue> queue = Optional.of(new Needs.Queue("office", true));

  @BeforeEach
  void isFit() throws IOException {
    file("sys/class/net/lo/type", "772");
    file("sys/class/drm/card0-eDP-1/status", "connected");
    file("proc/swaps", "Filename\tType");
    Files.createDirectories(root.resolve("sys/bus/usb/devices"));
    packed = Files.createDirectories(root.resolve("opt/keyrite/lib/app"));
    file("opt/keyrite/lib/app/part", "packed");
    file("opt/keyrite/lib/app/SHA256SUMS", PACKED + "  lib/app/part");
  }

  private void file(String path, String line) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n");
  }

  private Inspection inspection() {
    return new ThisLaptop(
            root,
            root.resolve("home"),
            Map.of(),
            Optional.of(Installation.in(packed)),
            () -> dumpable,
            () -> screens)
        .inspection();
  }

  private List<LaptopProblem> faults() {
    Needs needs = new Needs(now, root, queue, true);
    List<LaptopProblem> faults = new ArrayList<>();
    for (Point point : Point.values()) {
      if (inspection().before(point, needs) instanceof Finding.Fault(LaptopProblem problem)) {
        faults.add(problem);
      }
    }
    return faults;
  }

  /** Nobody listens at the socket of this folder, and that is the only fault at first. */
  @Test
  void everyFaultIsSeenWhereItIs() throws IOException {
    Path socket = root.resolve("run/pcscd/pcscd.comm");
    assertEquals(List.of(new LaptopProblem.ReaderServiceSilent(socket.toString())), faults());
    file("sys/class/net/eth0/operstate", "up");
    file("sys/class/rfkill/rfkill0/type", "wlan");
    file("proc/swaps", "Filename\tType\n/dev/sda2 partition 1 0 -2");
    file("sys/class/drm/card0-DP-1/status", "connected");
    file("opt/keyrite/extra", "that nobody packed");
    now = Instant.EPOCH;
    queue = Optional.of(new Needs.Queue("office", false));
    dumpable = true;
    assertEquals(
        List.of(
            new LaptopProblem.NetworkUp("eth0"),
            new LaptopProblem.RadioOn("wlan"),
            new LaptopProblem.SwapOn("/dev/sda2"),
            new LaptopProblem.SecondDisplay("DP-1,\u00a0eDP-1"),
            new LaptopProblem.ClockBehind("1970-01-01\u00a000:00\u00a0UTC"),
            new LaptopProblem.PrinterNotReady("office"),
            new LaptopProblem.ReaderServiceSilent(socket.toString()),
            new LaptopProblem.ProgramChanged("extra"),
            new LaptopProblem.CoreDumpsOn("prctl")),
        faults());
  }

  @Test
  void aSecondScreenIsSeenThatTheKernelDoesNotKnow() {
    screens = List.of("1", "2");
    assertTrue(faults().contains(new LaptopProblem.SecondDisplay("1,\u00a02")));
  }

  @Test
  void whoeverStartsFromTheSourcesIsToldSo() {
    Inspection sources =
        new ThisLaptop(root, root, Map.of(), Optional.empty(), () -> false, List::of).inspection();
    assertEquals(
        new Finding.Noted(""),
        sources.before(Point.PROGRAM, new Needs(now, root, Optional.empty(), false)));
  }

  /** As on a system of another kind, where the kernel has no such files. */
  @Test
  void whatCannotBeLookedAtIsAFault() {
    Inspection elsewhere =
        new ThisLaptop(
                root.resolve("nothing"), root, Map.of(), Optional.empty(), () -> false, List::of)
            .inspection();
    for (Point point : List.of(Point.NETWORK, Point.RADIO, Point.SWAP, Point.DISPLAY)) {
      Finding.Fault fault =
          assertInstanceOf(
              Finding.Fault.class,
              elsewhere.before(point, new Needs(now, root, Optional.empty(), false)));
      assertInstanceOf(LaptopProblem.NotToBeSeen.class, fault.problem());
    }
  }

  /** Whatever it is like: each point and place is told, in words, in every language. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theLaptopOfThisTestIsToldInWords(Language language) throws IOException {
    Inspection real = ThisLaptop.inspection(Map.of("HOME", root.toString()), List::of);
    Messages messages = Messages.in(language);
    Needs needs = new Needs(Instant.now(), root, Optional.empty(), true);
    for (Point point : Point.values()) {
      assertTold(messages, point.factName(), real.before(point, needs));
    }
    Search search = new Search("0000-TEST", Instant.now(), Files.createTempDirectory(root, "c"));
    for (Place place : Place.values()) {
      assertTold(messages, place.factName(), real.after(place, search));
    }
  }

  private static void assertTold(Messages messages, String name, Finding finding) {
    String told = Sentences.value(messages, name, finding.text());
    assertFalse(told.isEmpty() || told.equals(finding.text()), name + ": " + told);
    assertFalse(told.contains("{"), told);
    if (finding instanceof Finding.Fault(Problem problem)) {
      assertTrue(messages.has(problem.key() + ".next"), problem.key());
    }
  }
}
