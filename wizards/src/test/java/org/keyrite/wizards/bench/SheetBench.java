// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareSheet;
import org.keyrite.wizards.paper.SheetFrame;
import org.keyrite.wizards.paper.SheetPdf;

/**
 * How long a share sheet takes as PDF: the first in a fresh process, and one when the program is
 * warm. In CPU time of the thread, so that other programs do not count, and by the clock. Goals:
 * 400 ms and 6 ms. Argument: how many sheets to warm up with (default 300).
 */
public final class SheetBench {
  private static final double FIRST_GOAL = 400;
  private static final double WARM_GOAL = 6;
  private static final int MEASURED = 101;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SheetBench() {}

  /** Runs the measurement and prints it. */
  public static void main(String[] args) throws Exception {
    int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    SetId set = SetId.fromText("7F3K-2M9A").orElseThrow();
    Bytes prime = Bytes.fromHex("f3a91c07d25e8b640912c7ae55f0834b");
    Secret value = Secret.taking(Bytes.fromHex("6b02d9f417c8a35e90bb41e7260fd835").toByteArray());
    Instant made = Instant.parse("2026-11-21T14:32:00Z");
    SheetFrame frame = new SheetFrame("Vault 2026", "7F3K-2M9A", made, "Keyrite", true);
    try (ShareContent content = new ShareContent(set, 1, 2, 3, 2, prime, value)) {
      ShareSheet sheet = new ShareSheet(frame, content, false, "vault.pbe", Optional.empty());
      long clock = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      SheetPdf pdf = new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4);
      int size = render(pdf, sheet);
      double firstCpu = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
      double firstClock = (System.nanoTime() - clock) / 1e6;
      for (int i = 0; i < warmUp; i++) {
        render(pdf, sheet);
      }
      double[] cpuTimes = new double[MEASURED];
      double[] clockTimes = new double[MEASURED];
      for (int i = 0; i < MEASURED; i++) {
        clock = System.nanoTime();
        cpu = THREADS.getCurrentThreadCpuTime();
        render(pdf, sheet);
        cpuTimes[i] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        clockTimes[i] = (System.nanoTime() - clock) / 1e6;
      }
      System.out.printf("sheet: %,d bytes; CPU time, clock, goal in ms%n", size);
      System.out.printf("  first  %6.1f %6.1f %6.0f%n", firstCpu, firstClock, FIRST_GOAL);
      System.out.printf(
          "  warm   %6.1f %6.1f %6.0f%n", median(cpuTimes), median(clockTimes), WARM_GOAL);
    }
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static int render(SheetPdf pdf, ShareSheet sheet) {
    try (Secret document = pdf.render(sheet)) {
      return document.size();
    }
  }
}
