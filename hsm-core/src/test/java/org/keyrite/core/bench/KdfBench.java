// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.KeyDerivation;
import org.keyrite.core.testing.ReferenceDerivation;
import org.keyrite.core.work.Progress;

/**
 * Compares our key derivation with the runtime's MD5 and with the stock derivation in libcrypto.
 * Every round runs all of them one after the other; what counts is the ratio within a round, in CPU
 * time of the thread. Arguments: rounds (default 9), iterations a chain (default 1,000,000).
 */
public final class KdfBench {
  private static final int WARM_UP = 3;
  private static final double RUNTIME_GOAL = 0.9;
  private static final double STOCK_GOAL = 0.27;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final byte[] PASSWORD = HexFormat.of().parseHex("60c238ff60d70820");
  private static final byte[] SALT = HexFormat.of().parseHex("365b44f9cda4110c");

  private KdfBench() {}

  /** One way to derive; all must yield the same bytes. */
  private interface Way {
    byte[] derive(int iterations) throws Throwable;
  }

  /** Runs the comparison and prints it. */
  public static void main(String[] args) throws Throwable {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    int iterations = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    PrintStream out = System.out;
    Optional<StockDerivation> stock = StockDerivation.onThisMachine();
    Way ours = KdfBench::ours;
    Way runtime = n -> ReferenceDerivation.derive(PASSWORD, SALT, n);
    Way library = stock.isEmpty() ? null : n -> stock.get().derive(PASSWORD, SALT, n);

    out.println("kdf: " + rounds + " rounds of 3 x " + iterations + " hashes, CPU time");
    for (int i = 0; i < WARM_UP; i++) {
      time(ours, iterations);
      time(runtime, iterations);
    }
    double[] oursNs = new double[rounds];
    double[] runtimeNs = new double[rounds];
    double[] stockNs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      oursNs[i] = time(ours, iterations);
      runtimeNs[i] = time(runtime, iterations);
      stockNs[i] = library == null ? Double.NaN : time(library, iterations);
    }
    out.printf(Locale.ROOT, "ours           %6.1f ns a hash (least)%n", least(oursNs));
    out.printf(Locale.ROOT, "MessageDigest  %6.1f ns a hash (least)%n", least(runtimeNs));
    compare(out, "ours / MessageDigest", oursNs, runtimeNs, RUNTIME_GOAL);
    if (library == null) {
      out.println("NOT MEASURED: no libcrypto found, so no comparison with the stock derivation");
    } else {
      out.println("stock derivation: EVP_BytesToKey of " + stock.get().version());
      out.printf(Locale.ROOT, "stock          %6.1f ns a hash (least)%n", least(stockNs));
      compare(out, "ours / stock", oursNs, stockNs, STOCK_GOAL);
    }
  }

  private static byte[] ours(int iterations) {
    try (Secret password = Secret.taking(PASSWORD.clone());
        KeyDerivation derivation =
            new KeyDerivation(
                password, Bytes.of(SALT), DerivationCost.forTests(iterations), Progress.NONE);
        Secret key = derivation.key();
        Secret iv = derivation.iv()) {
      return key.use(Bytes::of).plus(iv.use(Bytes::of)).toByteArray();
    }
  }

  /** Nanoseconds of CPU a hash. */
  private static double time(Way way, int iterations) throws Throwable {
    long start = THREADS.getCurrentThreadCpuTime();
    byte[] result = way.derive(iterations);
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    if (!ReferenceDerivation.yields(way.derive(100), PASSWORD, SALT, 100) || result.length != 48) {
      throw new IllegalStateException("the derivations differ");
    }
    return taken / (3.0 * iterations);
  }

  private static void compare(
      PrintStream out, String name, double[] ours, double[] theirs, double goal) {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    Arrays.sort(ratios);
    double median = ratios[ratios.length / 2];
    out.printf(
        Locale.ROOT,
        "%s: median %.3f, least %.3f, most %.3f; goal at most %.2f: %s%n",
        name,
        median,
        ratios[0],
        ratios[ratios.length - 1],
        goal,
        median <= goal ? "met" : "NOT MET");
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
