// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Seed;

/**
 * Commands that nobody would send, from a seed that is printed: known ones, changed ones, and
 * noise. Ten seconds, or a minute with {@code -Dkeyrite.test.faults=all}.
 */
final class FuzzTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(8);

  /** Longer than all commands to one device take, shorter than people would call it hanging. */
  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  private static final int COMMANDS_PER_DEVICE = 2000;

  /** How many different status words a run must have seen, or it has tried nothing. */
  private static final int ENOUGH = 20;

  private static final String EC = ec();

  /** Opens under the key that the seeds import. */
  private static final String BLOB =
      KeyTalk.extended(
          "80740993",
          new WrappedKey(new AesKey(Hidden.of(Bytes.of(new byte[16]))), Bytes.fromHex("1092"))
              .seal(new KeyEncryptionKey(Hidden.of(Bytes.fromHex("5A".repeat(32)))), new Random(1))
              .toHex());

  private static final List<String> SEEDS =
      List.of(
          Talk.SELECT,
          Talk.SELECT,
          Talk.LOGIN,
          Talk.LOGIN,
          Talk.initialize("0001", "920101"),
          Talk.initialize("0001", "920102"),
          Talk.initialize("0021", "970104"),
          Talk.initialize("0002", "920100"),
          "8050000000",
          "00200081",
          "00200088",
          "0020008808" + Talk.SO_PIN,
          "002400810C" + Talk.PIN + Talk.PIN,
          "0024008810" + Talk.SO_PIN + Talk.SO_PIN,
          "002C00810E" + Talk.SO_PIN + Talk.PIN,
          "002C018108" + Talk.SO_PIN,
          "0084000008",
          "00840000000400",
          "00A4000002C40100",
          "00A40000022F0200",
          "00A4000002CC0000",
          "00B12F02000004540200000400",
          "00B1000004540200001E",
          "00D7C401085402000053023000",
          "00D7000007540200005301AA",
          "00D7CD000A5402000053040102" + "0304",
          "00E4020002C401",
          "00E4028002CD00",
          "80580000000000",
          "8058000000",
          "8052000000",
          "8052000100",
          "8052000020" + "5A".repeat(32) + "00",
          "8052000220" + "A5".repeat(32) + "00",
          "80520100010200",
          "80520102010000",
          "8052030100",
          "8052040000",
          "00C0000000",
          KeyTalk.generate(1, KeyTalk.RSA_1024, ""),
          KeyTalk.generate(2, EC, "900400000002"),
          KeyTalk.generate(3, EC, "910370" + "8092"),
          "004804B0",
          "004805B206910410111899",
          "004806B103920100",
          "00A4000002CC0200",
          "00E4020002CC01",
          "00E4020002CC02",
          "00D72F100A5402000053048E851379",
          "80680120" + "80" + "00".repeat(128) + "00",
          "80680143" + "04" + "00112233" + "00",
          "8068027020" + "5A".repeat(32) + "00",
          "80620121" + "80" + "00".repeat(128) + "00",
          "8062038041" + EcCurve.SECP_256_R1.g().toHex() + "00",
          "8078041010" + "A5".repeat(16) + "00",
          "8078041810" + "A5".repeat(16) + "00",
          "8078059901AA00",
          "8076020721" + "98" + "01".repeat(32),
          "8072019200",
          "80720292000000",
          "8072049200",
          "80740893",
          KeyTalk.extended("80740893", "66687AADF862BD77" + "0C" + "00".repeat(100)),
          BLOB);

  /** Every status word that the device may ever answer with. */
  private static final Set<Integer> KNOWN =
      Set.of(
          0x9000, 0x6282, 0x6700, 0x6982, 0x6983, 0x6984, 0x6985, 0x6986, 0x6A80, 0x6A81, 0x6A82,
          0x6A84, 0x6A86, 0x6A88, 0x6A89, 0x6B00, 0x6D00, 0x6E00);

  private final Random random = Seed.random(FuzzTest.class);
  private final Set<Integer> seen = new TreeSet<>();

  /** The kinds of keys that a device has held at some time. */
  private final Set<Class<?>> held = new HashSet<>();

  private static String ec() {
    try {
      return KeyTalk.ec("secp256r1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void answersEverythingAndStaysUsable() {
    boolean all = "all".equals(System.getProperty("keyrite.test.faults"));
    long end = System.nanoTime() + (all ? LONG : SHORT).toNanos();
    SimulatedState virgin = Talk.virgin().device.state();
    while (System.nanoTime() < end) {
      SimulatedHsm device = new SimulatedHsm(virgin, StateStore.MEMORY, random);
      assertTimeoutPreemptively(AT_ONCE, () -> torment(device));
      leaves(device);
    }
    assertEquals(Set.of(RsaKey.class, EcKey.class, AesKey.class), held);
    assertTrue(seen.size() >= ENOUGH, () -> "the noise reaches too little: " + seen);
  }

  private void torment(SimulatedHsm device) {
    for (int i = 0; i < COMMANDS_PER_DEVICE; i++) {
      Bytes command = command();
      check(command, device.transmit(command));
      device.state().keys().content().values().forEach(key -> held.add(key.material().getClass()));
      if (random.nextInt(200) == 0) {
        device.reset();
      }
    }
  }

  private void check(Bytes command, Bytes answer) {
    assertTrue(answer.size() >= 2, () -> command + " was answered " + answer);
    int status = answer.at(answer.size() - 2) << 8 | answer.at(answer.size() - 1);
    boolean known = KNOWN.contains(status) || status >> 4 == 0x63C || status >> 8 == 0x61;
    assertTrue(known, () -> command + " was answered " + answer);
    seen.add(status);
  }

  private Bytes command() {
    Bytes seed = Bytes.fromHex(SEEDS.get(random.nextInt(SEEDS.size())));
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> seed;
      case 4, 5 -> flipped(seed);
      case 6 -> seed.slice(0, random.nextInt(seed.size() + 1));
      case 7 -> seed.plus(noise(random.nextInt(4)));
      case 8 -> seed.slice(0, Math.min(4, seed.size())).plus(withLength(noise(random.nextInt(40))));
      default -> noise(random.nextInt(300));
    };
  }

  private Bytes flipped(Bytes seed) {
    byte[] bytes = seed.toByteArray();
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    return Bytes.of(bytes);
  }

  private static Bytes withLength(Bytes data) {
    return Bytes.of((byte) data.size()).plus(data);
  }

  private Bytes noise(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /**
   * Whatever state it is in, the one way out that the reference has works, or is barred for good.
   */
  private void leaves(SimulatedHsm device) {
    SimulatedState state = device.state();
    assertTrue(StateFormat.encode(state).size() < 1 << 20);
    Talk talk = Talk.with(state);
    String soPin =
        state
            .setup()
            .map(setup -> setup.soPin().value().bytes().toHex().toUpperCase(Locale.ROOT))
            .orElse(Talk.SO_PIN);
    String initialize = Talk.initialize("0001", "920101").replace(Talk.SO_PIN, soPin);
    if (state.setup().map(setup -> setup.soPin().isBlocked()).orElse(false)) {
      talk.expect("6983", initialize);
      return;
    }
    talk.expect("9000", initialize);
    talk.expect("9000", Talk.LOGIN);
    talk.expect("010066687AADF862BD779000", "8052000020" + "00".repeat(32) + "00");
    talk.expect("CC009000", "80580000000000");
    assertEquals(state.identity(), talk.device.state().identity());
  }
}
