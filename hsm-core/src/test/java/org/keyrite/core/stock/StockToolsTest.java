// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stock OpenSC does with a simulated device, and what it prints. Slot 1 stays virgin. */
final class StockToolsTest {
  private static final String SO_PIN = "3537363231383830";
  private static final String STATUS =
      """
      Version              : 4.1
      Config options       :
        User PIN reset with SO-PIN enabled
      SO-PIN tries left    : 15
      User PIN tries left  : 3
      """;

  @TempDir private static Path folder;
  private static StockOpenSc stock;

  @BeforeAll
  static void start() throws Exception {
    stock = StockOpenSc.start(folder, 2);
  }

  @AfterAll
  static void end() throws Exception {
    stock.close();
  }

  @BeforeEach
  void initialise() {
    assertSilent(initialising("--label", "first"));
  }

  private static StockOpenSc.Result initialising(String... more) {
    String[] command = {
      "sc-hsm-tool", "-r", "0", "--initialize", "--so-pin", SO_PIN, "--pin", "648219"
    };
    return stock.run(joined(command, more));
  }

  private static String[] joined(String[] first, String... more) {
    String[] whole = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, whole, first.length, more.length);
    return whole;
  }

  private static StockOpenSc.Result pkcs11(String... options) {
    return stock.run(joined(new String[] {"pkcs11-tool", "--slot-index", "0"}, options));
  }

  private static String status(int slot) {
    StockOpenSc.Result result = stock.run("sc-hsm-tool", "-r", Integer.toString(slot));
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    return result.out();
  }

  private static void assertSilent(StockOpenSc.Result result) {
    assertEquals(new StockOpenSc.Result(0, "", ""), result);
  }

  private static void assertRefused(String reason, StockOpenSc.Result result) {
    assertTrue(result.err().contains(reason), result.toString());
    assertEquals(1, result.exit());
  }

  private static String loggedInWith(String pin) {
    return pkcs11("--login", "--pin", pin, "--list-objects").err();
  }

  @Test
  void virginDeviceIsKnownAsSuch() {
    assertEquals(
        """
        Version              : 4.1
        SmartCard-HSM has never been initialized. Please use --initialize to set SO-PIN and user PIN.
        """,
        status(1));
  }

  @Test
  void initialisesWithoutDkek() {
    assertSilent(initialising());
    assertEquals(STATUS, status(0));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void initialisesForShares(int shares) {
    assertSilent(initialising("--dkek-shares", Integer.toString(shares)));
    assertEquals(
        STATUS
            + "DKEK shares          : "
            + shares
            + "\nDKEK import pending, "
            + shares
            + " share(s) still missing\n",
        status(0));
  }

  @Test
  void initialisesWithKeyThatTheDeviceDraws() {
    assertSilent(initialising("--dkek-shares", "0"));
    String status = status(0);
    String drawn = "DKEK shares          : 0\nDKEK key check value : [0-9A-F]{16}\n";
    assertTrue(status.matches(Pattern.quote(STATUS) + drawn), status);
    assertFalse(status.contains("0000000000000000"), status);
  }

  @Test
  void refusesAnotherSoPin() {
    StockOpenSc.Result result =
        stock.run(
            "sc-hsm-tool",
            "-r",
            "0",
            "--initialize",
            "--so-pin",
            "3537363231383831",
            "--pin",
            "111111");
    assertTrue(result.err().contains("PIN code or key incorrect"), result.toString());
    assertTrue(status(0).contains("SO-PIN tries left    : 14"));
    assertEquals("Using slot with index 0 (0x0)\n", loggedInWith("648219"));
  }

  @Test
  void listsTokenWithSerialLabelAndPins() throws Exception {
    StockOpenSc.Result dump = stock.run("pkcs15-tool", "-r", "0", "--dump");
    String serial = StockOpenSc.stateFile(folder, 0).load().orElseThrow().identity().serial();
    assertTrue(dump.out().startsWith("PKCS#15 Card [first]:\n"), dump.toString());
    assertTrue(dump.out().contains("Serial number  : " + serial), dump.out());
    assertTrue(dump.out().contains("PIN [UserPIN]"), dump.out());
    assertTrue(dump.out().contains("PIN [SOPIN]"), dump.out());
    assertEquals(0, dump.exit());

    StockOpenSc.Result slots = stock.run("pkcs11-tool", "--list-slots");
    assertTrue(slots.out().contains("token label        : first (UserPIN)"), slots.toString());
    assertTrue(slots.out().contains("token label        : SmartCard-HSM (UserPIN)"), slots.out());
    assertTrue(slots.out().contains("serial num         : " + serial), slots.out());
    assertTrue(slots.out().contains("firmware version   : 4.1"), slots.out());
    assertFalse(slots.out().contains("PIN pad"), slots.out());
    assertEquals(0, slots.exit());
  }

  @Test
  void changesTheUserPin() {
    StockOpenSc.Result changed =
        pkcs11("--login", "--pin", "648219", "--change-pin", "--new-pin", "123456");
    assertEquals("PIN successfully changed\n", changed.out());
    assertTrue(loggedInWith("648219").contains("CKR_PIN_INCORRECT"));
    assertTrue(status(0).contains("User PIN tries left  : 2"));
    assertEquals("Using slot with index 0 (0x0)\n", loggedInWith("123456"));
    assertTrue(status(0).contains("User PIN tries left  : 3"));
  }

  @Test
  void changesTheSoPin() {
    String other = "3031323334353637";
    assertSilent(changingSoPin(SO_PIN, other));
    assertTrue(initialising().err().contains("PIN code or key incorrect"));
    assertSilent(changingSoPin(other, SO_PIN));
    assertTrue(status(0).contains("SO-PIN tries left    : 15"));
  }

  private static StockOpenSc.Result changingSoPin(String from, String to) {
    return stock.run(
        "pkcs15-tool",
        "-r",
        "0",
        "--change-pin",
        "--auth-id",
        "02",
        "--pin",
        from,
        "--new-pin",
        to);
  }

  @Test
  void blocksAndUnblocksTheUserPin() {
    assertTrue(loggedInWith("000000").contains("CKR_PIN_INCORRECT"));
    assertTrue(loggedInWith("000000").contains("CKR_PIN_INCORRECT"));
    assertTrue(loggedInWith("000000").contains("CKR_PIN_LOCKED"));
    assertTrue(loggedInWith("648219").contains("CKR_PIN_LOCKED"));
    assertTrue(status(0).contains("User PIN locked"));

    assertRefused("CKR_PIN_INCORRECT", unblocking("3537363231383831"));
    assertTrue(status(0).contains("User PIN locked"));
    assertEquals("User PIN successfully initialized\n", unblocking(SO_PIN).out());
    assertEquals("Using slot with index 0 (0x0)\n", loggedInWith("111111"));
  }

  /**
   * The way that works: pkcs15-tool --unblock-pin of 0.23 sends the SO-PIN as sixteen characters
   * and the new PIN as binary-coded decimals, which no device understands.
   */
  private static StockOpenSc.Result unblocking(String soPin) {
    return pkcs11(
        "--login", "--login-type", "so", "--so-pin", soPin, "--init-pin", "--new-pin", "111111");
  }

  @Test
  void initialisesToken() {
    StockOpenSc.Result token = pkcs11("--init-token", "--label", "second", "--so-pin", SO_PIN);
    assertEquals("Token successfully initialized\n", token.out());
    assertEquals("User PIN successfully initialized\n", unblocking(SO_PIN).out());
    assertEquals(STATUS, status(0));
    assertTrue(
        stock.run("pkcs15-tool", "-r", "0", "--dump").out().startsWith("PKCS#15 Card [second]:"));
  }

  @Test
  void keepsDataForEverybodyAndDataForTheUser() throws Exception {
    Path content = folder.resolve("content");
    Files.writeString(content, "some content");
    writing(content, "open");
    writing(content, "closed", "--private");

    String stranger = pkcs11("--list-objects").out();
    assertTrue(stranger.contains("'open'"), stranger);
    assertFalse(stranger.contains("'closed'"), stranger);
    assertEquals("some content", reading("closed"));
    assertEquals("some content", reading("open"));

    pkcs11("--login", "--pin", "648219", "--delete-object", "--type", "data", "--label", "open");
    String left = pkcs11("--login", "--pin", "648219", "--list-objects").out();
    assertFalse(left.contains("'open'"), left);
    assertTrue(left.contains("'closed'"), left);
  }

  private static void writing(Path content, String label, String... more) {
    String[] options = {
      "--login",
      "--pin",
      "648219",
      "--write-object",
      content.toString(),
      "--type",
      "data",
      "--label",
      label
    };
    StockOpenSc.Result result = pkcs11(joined(options, more));
    assertEquals(0, result.exit(), result.toString());
  }

  private static String reading(String label) {
    return pkcs11("--login", "--pin", "648219", "--read-object", "--type", "data", "--label", label)
        .out();
  }

  @Test
  void importsNothingFromWhatIsNoShareFile() throws Exception {
    assertSilent(initialising("--dkek-shares", "1"));
    Path file = folder.resolve("no-share");
    Files.writeString(file, "no share file");
    StockOpenSc.Result result =
        stock.run(
            "sc-hsm-tool",
            "-r",
            "0",
            "--import-dkek-share",
            file.toString(),
            "--password",
            "wrongwrong");
    assertEquals(1, result.exit(), result.toString());
    assertTrue(status(0).contains("1 share(s) still missing"));
  }
}
