// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.JoinedPassword;
import org.keyrite.core.dkek.PasswordShare;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.QuorumStrength;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.work.Progress;

/**
 * Share files of stock sc-hsm-tool open here, and ours in its hands end with the right check value
 * in a device. Each of its derivations takes about ten seconds of a core, so there are six, two at
 * a time, each case on a device of its own.
 */
final class StockSharesTest {
  private static final String SO_PIN = "3537363231383830";
  private static final String PASSWORD = "Tr0ub4dor&3";
  private static final Pattern KCV = Pattern.compile("key check value +: ([0-9A-F]{16})");
  private static final Pattern SHARE =
      Pattern.compile("Prime +: ([0-9a-f:]+)\\s+Share ID +: (\\d+)\\s+Share value +: ([0-9a-f:]+)");
  private static final RandomSource RANDOM = new JvmRandom();

  @TempDir private static Path folder;
  private static StockOpenSc stock;
  private static Path dialogue;
  private static ExecutorService two;
  private static Future<List<String>> theirPassword;
  private static Future<List<String>> theirQuorum;
  private static Future<List<String>> ourPassword;
  private static Future<List<String>> our64Bits;
  private static Future<List<String>> our128Bits;

  @BeforeAll
  static void beginWithAllCases() throws Exception {
    dialogue = folder.resolve("dialogue.py");
    try (InputStream in = StockSharesTest.class.getResourceAsStream("/stock/dialogue.py")) {
      Files.copy(in, dialogue);
    }
    stock = StockOpenSc.start(folder, 5);
    two = Executors.newFixedThreadPool(2);
    theirPassword = begin(StockSharesTest::stockPasswordFile);
    theirQuorum = begin(StockSharesTest::stockQuorumFile);
    our64Bits = begin(() -> ourQuorumFile(2, 2, 3, QuorumStrength.BITS_64, 1, 3));
    our128Bits = begin(() -> ourQuorumFile(3, 3, 12, QuorumStrength.BITS_128, 10, 11, 12));
    ourPassword = begin(StockSharesTest::ourPasswordFile);
  }

  private static Future<List<String>> begin(Callable<List<String>> work) {
    return two.submit(work);
  }

  @AfterAll
  static void end() throws Exception {
    two.shutdownNow();
    stock.close();
  }

  /** Both sides of a case say which check value they have seen; they must be the same. */
  private static void assertSame(Future<List<String>> values) throws Exception {
    List<String> both = values.get();
    assertEquals(2, both.size());
    assertEquals(both.getFirst(), both.getLast());
  }

  @Test
  void theirPasswordFileOpensHereAndHasTheCheckValueThatTheyPrint() throws Exception {
    assertSame(theirPassword);
  }

  @Test
  void anyTwoOfTheirThreeSharesOpenTheirFileHere() throws Exception {
    assertSame(theirQuorum);
  }

  @Test
  void theyImportOurPasswordFile() throws Exception {
    assertSame(ourPassword);
  }

  @Test
  void theyImportOur64BitQuorum() throws Exception {
    assertSame(our64Bits);
  }

  @Test
  void theyImportOur128BitQuorumOf12WithIdsTypedInHex() throws Exception {
    assertSame(our128Bits);
  }

  private static List<String> stockPasswordFile() throws Exception {
    Path file = folder.resolve("theirs.pbe");
    succeed("sc-hsm-tool", "-r", "0", "--create-dkek-share", "" + file, "--password", PASSWORD);
    initialise(0);
    String printed = importing(0, file, List.of("--password", PASSWORD), List.of());
    try (Secret password = password();
        DkekShare share =
            ShareFile.read(file).open(password, DerivationCost.STANDARD, Progress.NONE)) {
      return List.of(printed, share.keyCheckValue().toText());
    }
  }

  private static List<String> stockQuorumFile() throws Exception {
    Path file = folder.resolve("theirs-2-of-3.pbe");
    List<String> talk = new ArrayList<>();
    IntStream.range(0, 7).forEach(_ -> talk.addAll(List.of("<enter>", "")));
    List<String> command =
        List.of(
            "sc-hsm-tool",
            "-r",
            "1",
            "--create-dkek-share",
            "" + file,
            "--pwd-shares-threshold",
            "2",
            "--pwd-shares-total",
            "3");
    Matcher shown = SHARE.matcher(onTerminal(talk, command));
    List<String[]> shares = new ArrayList<>();
    while (shown.find()) {
      shares.add(new String[] {shown.group(1), shown.group(2), shown.group(3)});
    }
    assertEquals(3, shares.size());
    return List.of(
        opened(file, shares.get(0), shares.get(2)), opened(file, shares.get(2), shares.get(1)));
  }

  private static String opened(Path file, String[]... shares) throws Exception {
    BigInteger prime = new BigInteger(1, bytes(shares[0][0]));
    try (PasswordShares typed = new PasswordShares(prime, 0, 0)) {
      for (String[] share : shares) {
        typed.add(Integer.parseInt(share[1]), Secret.taking(bytes(share[2])));
      }
      try (QuorumShares usable = typed.validate();
          JoinedPassword joined = Quorum.join(usable);
          DkekShare share =
              ShareFile.read(file)
                  .openAny(joined.candidates(), DerivationCost.STANDARD, Progress.NONE)) {
        return share.keyCheckValue().toText();
      }
    }
  }

  private static List<String> ourPasswordFile() throws Exception {
    Path file = folder.resolve("ours.pbe");
    try (Secret password = password();
        DkekShare share = DkekShare.generate(RANDOM)) {
      write(file, share, password);
      initialise(4);
      return List.of(
          importing(4, file, List.of("--password", PASSWORD), List.of()),
          share.keyCheckValue().toText());
    }
  }

  private static List<String> ourQuorumFile(
      int slot, int threshold, int custodians, QuorumStrength strength, int... ids)
      throws Exception {
    Path file = folder.resolve("ours-" + strength + ".pbe");
    try (Secret password = Quorum.newPassword(strength, RANDOM);
        DkekShare share = DkekShare.generate(RANDOM);
        QuorumShares shares = Quorum.split(password, threshold, custodians, strength, RANDOM)) {
      write(file, share, password);
      initialise(slot);
      List<String> talk = new ArrayList<>(List.of("prime", hex(shares.primeBytes())));
      for (int id : ids) {
        PasswordShare one = shares.shares().get(id - 1);
        String value = one.value().use(bytes -> hex(Bytes.of(bytes)));
        String typed = Integer.toHexString(id).toUpperCase(Locale.ROOT);
        talk.addAll(List.of("<enter>", "", "ID", typed, "value", value));
      }
      List<String> options = List.of("--pwd-shares-total", Integer.toString(ids.length));
      return List.of(importing(slot, file, options, talk), share.keyCheckValue().toText());
    }
  }

  private static void write(Path file, DkekShare share, Secret password) throws Exception {
    Bytes salt = RANDOM.bytes(ShareFile.SALT_SIZE);
    ShareFile made =
        ShareFile.create("" + file, share, password, salt, DerivationCost.STANDARD, Progress.NONE);
    Files.write(file, made.encode().toByteArray());
  }

  private static void initialise(int slot) {
    succeed(
        "sc-hsm-tool",
        "-r",
        "" + slot,
        "--initialize",
        "--so-pin",
        SO_PIN,
        "--pin",
        "648219",
        "--dkek-shares",
        "1");
  }

  /** The check value that the tool prints after it has imported the file. */
  private static String importing(int slot, Path file, List<String> options, List<String> talk) {
    List<String> command = new ArrayList<>(List.of("sc-hsm-tool", "-r", "" + slot));
    command.addAll(List.of("--import-dkek-share", "" + file));
    command.addAll(options);
    String out =
        talk.isEmpty() ? succeed(command.toArray(String[]::new)) : onTerminal(talk, command);
    Matcher kcv = KCV.matcher(out);
    assertTrue(kcv.find(), out);
    return kcv.group(1);
  }

  private static String onTerminal(List<String> talk, List<String> command) {
    List<String> whole = new ArrayList<>(List.of("python3", "" + dialogue));
    whole.addAll(talk);
    whole.add("--");
    whole.addAll(command);
    return succeed(whole.toArray(String[]::new));
  }

  private static String succeed(String... command) {
    StockOpenSc.Result result = stock.run(command);
    assertEquals("", result.err());
    assertEquals(0, result.exit(), result.out());
    return result.out();
  }

  private static Secret password() {
    return Secret.taking(PASSWORD.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(String colons) {
    return Bytes.fromHex(colons.replace(":", "")).toByteArray();
  }

  private static String hex(Bytes bytes) {
    return IntStream.range(0, bytes.size())
        .mapToObj(i -> "%02x".formatted(bytes.at(i)))
        .collect(Collectors.joining(":"));
  }
}
