// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.wrap.WrappedKeyFile;

/**
 * What our client needs for a key: its own time, without that of the simulated device, and
 * commands, against those that stock OpenSC was recorded to send. Argument: rounds (default 50).
 */
public final class KeysBench {
  private static final int WARM_UP = 20;
  private static final int FEW = 5;

  /** Selection and probes, with which every program begins. */
  private static final String BEGINNING = "> 00A40400";

  private KeysBench() {}

  /** A simulated device, and how long and how often it was asked. */
  private static final class Device implements CardChannel {
    private final SimulatedHsm simulated;
    private long asked;
    private int commands;

    Device(int seed) {
      Random random = new Random(seed);
      SimulatedState state = SimulatedState.create(random, LocalDate.of(2026, 11, 21));
      simulated = new SimulatedHsm(state, StateStore.MEMORY, random);
      simulated.powerOn();
    }

    @Override
    public byte[] transmit(byte[] command) {
      long start = System.nanoTime();
      byte[] answer = simulated.transmit(Bytes.of(command)).toByteArray();
      asked += System.nanoTime() - start;
      commands++;
      return answer;
    }
  }

  /** What is measured, once. */
  private interface Piece {
    void run() throws ProblemException;
  }

  /** What makes a key, which is deleted again; that is not measured. */
  private interface Making {
    StoredKey run() throws ProblemException;
  }

  /** Runs the comparison and prints it. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    Device source = new Device(1);
    Device target = new Device(2);
    SmartCardHsm from = prepared(source);
    SmartCardHsm to = prepared(target);
    KeyDomains domains = KeyDomains.read(to, to.identify());
    unlock(to);
    KeyCreation creation = new KeyCreation(from, from.identify());
    unlock(from);
    System.out.println("keys: " + rounds + " rounds, host time without the device");
    for (String kind : List.of("RSA-2048", "secp256r1", "secp521r1", "AES-256")) {
      StoredKey key = creation.create(KeyList.read(from), wanted(kind, kind));
      WrappedKeyFile file = new KeyTransfer(from).wrap(key);
      StoredKey copy = new KeyTransfer(to).unwrap(KeyList.read(to), domains, file);
      // RSA keys take a simulated device long to make.
      int makings = kind.startsWith("RSA") ? Math.min(rounds, FEW) : rounds;
      KeyList present = KeyList.read(from);
      NewKey another = wanted(kind + " again", kind);
      measure(kind + " create", makings, source, from, () -> creation.create(present, another));
      KeyDeletion.delete(to, copy.reference());
      KeyList there = KeyList.read(to);
      measure(
          kind + " unwrap",
          rounds,
          target,
          to,
          () -> new KeyTransfer(to).unwrap(there, domains, file));
      StoredKey proven = new KeyTransfer(to).unwrap(there, domains, file);
      measure(kind + " read", rounds, source, () -> KeyList.read(from, key.reference()));
      measure(kind + " wrap", rounds, source, () -> new KeyTransfer(from).wrap(key));
      measure(kind + " prove", rounds, target, () -> prove(to, proven));
    }
    measure("list", rounds, source, () -> KeyList.read(from));
    int keys = KeyList.read(from).keys().size();
    source.commands = 0;
    KeyList list = KeyList.read(from);
    boolean met = compare("list, a key", (source.commands - 1) / keys, 6);
    source.commands = 0;
    StoredKey made = creation.create(KeyList.read(from), wanted("last", "secp256r1"));
    met &= compare("create, with log-in", source.commands + 1, recorded("11-keygen-ec-p256"));
    KeyDeletion.delete(from, made.reference());
    StoredKey last = list.keys().get(1);
    source.commands = 0;
    WrappedKeyFile file = new KeyTransfer(from).wrap(KeyList.read(from, last.reference()).get());
    met &= compare("wrap, with log-in", source.commands + 1, recorded("17-wrap-ecp256"));
    KeyList present = KeyList.read(to);
    target.commands = 0;
    new KeyTransfer(to).unwrap(present, domains, file);
    met &= compare("unwrap, with log-in", target.commands + 1, recorded("25-unwrap-ecp256-dev2"));
    System.exit(met ? 0 : 1);
  }

  private static void prove(SmartCardHsm hsm, StoredKey key) throws ProblemException {
    KeyProof proof = new KeyProof(hsm, new JvmRandom());
    if (key.publicKey().isPresent()) {
      proof.prove(key, key.publicKey().get());
    } else {
      proof.ask(key);
    }
  }

  private static void measure(String name, int rounds, Device device, Piece piece)
      throws ProblemException {
    double[] micros = new double[rounds];
    for (int i = -WARM_UP; i < rounds; i++) {
      double taken = time(device, piece);
      if (i >= 0) {
        micros[i] = taken;
      }
    }
    tell(name, micros, device.commands);
  }

  private static void measure(
      String name, int rounds, Device device, SmartCardHsm hsm, Making making)
      throws ProblemException {
    double[] micros = new double[rounds];
    int commands = 0;
    for (int i = -1; i < rounds; i++) {
      StoredKey[] made = new StoredKey[1];
      double taken = time(device, () -> made[0] = making.run());
      commands = device.commands;
      KeyDeletion.delete(hsm, made[0].reference());
      if (i >= 0) {
        micros[i] = taken;
      }
    }
    tell(name, micros, commands);
  }

  /** In microseconds, without what the device takes. */
  private static double time(Device device, Piece piece) throws ProblemException {
    device.asked = 0;
    device.commands = 0;
    long start = System.nanoTime();
    piece.run();
    return (System.nanoTime() - start - device.asked) / 1000.0;
  }

  private static void tell(String name, double[] micros, int commands) {
    Arrays.sort(micros);
    print("%-16s %8.0f us (median)  %2d commands%n", name, micros[micros.length / 2], commands);
  }

  private static boolean compare(String name, int ours, long theirs) {
    print(
        "%-20s %2d commands, stock tool %2d: %s%n",
        name, ours, theirs, ours <= theirs ? "met" : "NOT MET");
    return ours <= theirs;
  }

  private static void print(String format, Object... values) {
    PrintStream out = System.out;
    out.printf(Locale.ROOT, format, values);
  }

  private static long recorded(String name) throws IOException {
    return Recording.lines("/recordings/dkek/" + name + ".apdu").stream()
        .filter(line -> line.startsWith("> ") && !line.startsWith(BEGINNING))
        .count();
  }

  private static SmartCardHsm prepared(Device device) throws ProblemException {
    SmartCardHsm hsm = new SmartCardHsm(device);
    hsm.select();
    KeyDomainSetup setup = new KeyDomainSetup.DkekShares(1);
    try (UserPin pin = Pins.user("471108");
        SoPin soPin = Pins.so("0123456789ABCDEF");
        DkekShare share = DkekShare.taking(Secret.taking(new byte[DkekShare.SIZE]))) {
      hsm.send(
          new InitializeDevice(Set.of(DeviceOption.RESET_RETRY_COUNTER), pin, soPin, 3, setup));
      hsm.select();
      hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
    }
    return hsm;
  }

  private static void unlock(SmartCardHsm hsm) throws ProblemException {
    try (UserPin pin = Pins.user("471108")) {
      hsm.send(new VerifyPin(pin));
    }
  }

  private static NewKey wanted(String name, String kind) throws ProblemException {
    KeyTerms terms =
        new KeyTerms(
            AllowedAlgorithms.ALL, Optional.of(KeyDomainIndex.FIRST), OptionalLong.empty());
    return new NewKey(
        KeySpec.fromText(kind).orElseThrow(),
        terms,
        KeyLabel.of(name),
        PkcsId.of(Bytes.of(name.getBytes(StandardCharsets.US_ASCII))));
  }
}
