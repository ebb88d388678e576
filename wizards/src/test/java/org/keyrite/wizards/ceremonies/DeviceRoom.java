// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because everything that a ceremony with devices finds in its room is made here.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.PasswordShare;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.QuorumStrength;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.FaultyCard;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.SeenDevice;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.preflight.CalmLaptop;

/** A room with readers, simulated devices that are the same in every run, and share files. */
final class DeviceRoom implements AutoCloseable {
  static final DerivationCost COST = DerivationCost.forTests(1);
  static final LocalDate TODAY = LocalDate.of(2030, 1, 2);
  private static final int SHARES_OF_A_QUORUM = 3;

  // Keys take time to make, and every test may have the same devices.
  private static final Map<String, SimulatedState> MADE = new HashMap<>();

  final PracticeReaders readers;
  final Devices devices;
  final List<SimulatedHsm> hsms = new ArrayList<>();
  final List<FaultyCard> cards = new ArrayList<>();
  final List<LyingCard> liars = new ArrayList<>();
  final List<byte[]> shares = new ArrayList<>();
  final CountedRandom random = new CountedRandom();

  /** What came out of the printer, by name. */
  final Map<String, Bytes> printed = new HashMap<>();

  final Map<Integer, String> where = new LinkedHashMap<>();
  private final Map<Integer, DeviceIdentity> claims = new HashMap<>();
  private final Map<Integer, Fault> faults = new HashMap<>();
  private final Path folder;

  /** Where a device proves itself before each use, so that runs have the same commands. */
  DeviceRoom(Path folder, int readerCount) {
    this(folder, readerCount, Duration.ZERO);
  }

  /** Where devices take at least so long to be exchanged. */
  DeviceRoom(Path folder, int readerCount, Duration exchange) {
    this.folder = folder;
    this.readers =
        new PracticeReaders(
            IntStream.rangeClosed(1, readerCount).mapToObj(i -> "reader " + i).toList());
    this.devices = new Devices(readers, exchange);
  }

  /** What happens to the device with this number, once it is there. */
  void happensTo(int d, Fault fault) {
    faults.put(d, fault);
  }

  /** A new device; its number. */
  int device(Firmware firmware) {
    int seed = hsms.size() + 1;
    return device(MADE.computeIfAbsent(seed + " " + firmware, key -> make(seed, firmware)));
  }

  /** A device in this state; its number. */
  int device(SimulatedState state) {
    int seed = hsms.size() + 1;
    SimulatedHsm hsm = new SimulatedHsm(state, StateStore.MEMORY, new Random(seed));
    hsms.add(hsm);
    liars.add(new LyingCard(hsm));
    cards.add(
        new FaultyCard(
            liars.getLast(), faults.containsKey(seed) ? List.of(faults.get(seed)) : List.of()));
    return seed;
  }

  int device() {
    return device(Firmware.CURRENT);
  }

  static SimulatedState make(int seed, Firmware firmware) {
    Random random = new Random(seed);
    return SimulatedState.create(SimulatedAuthority.create(random, TODAY), firmware, random, TODAY);
  }

  String serial(int d) {
    return hsms.get(d - 1).state().identity().serial();
  }

  /** Which device people see in a reader; a liar is believed. */
  DeviceIdentity identity(int d) {
    return claims.containsKey(d) ? claims.get(d) : SeenDevice.of(hsms.get(d - 1));
  }

  /** A device shows these certificates, from now on. */
  void claims(int d, Bytes certificates) throws ProblemException {
    liar(d).lies("00b12f02", certificates.toHex() + "9000");
    CertificateChain chain = CertificateChain.parse(certificates);
    String serial = new DeviceInfo(null, chain).serial().text();
    claims.put(d, new DeviceIdentity(serial, chain.fingerprint(), false));
  }

  SimulatedHsm hsm(int d) {
    return hsms.get(d - 1);
  }

  LyingCard liar(int d) {
    return liars.get(d - 1);
  }

  FaultyCard card(int d) {
    return cards.get(d - 1);
  }

  /** Sends a command to a device as another program would, after a reset that selects. */
  Bytes send(int d, String... commands) {
    Bytes answer = Bytes.EMPTY;
    hsm(d).powerOn();
    answer = hsm(d).transmit(Bytes.fromHex("00A404000BE82B0601040181C31F020100"));
    for (String command : commands) {
      answer = hsm(d).transmit(Bytes.fromHex(command.replace(" ", "")));
    }
    hsm(d).powerOn();
    return answer;
  }

  /** Initialises a device as another program would, with the PINs that people know here. */
  void initialised(int d, String rest) {
    String pin = Bytes.of(DevicePeople.pin(d).getBytes(StandardCharsets.UTF_8)).toHex();
    String soPin = Bytes.of(DevicePeople.soPin(d).getBytes(StandardCharsets.UTF_8)).toHex();
    String data = "80020001" + "8107" + pin + "8208" + soPin + "910103" + rest;
    Bytes answer = send(d, "80500000" + "%02X".formatted(data.length() / 2) + data);
    if (!answer.equals(Bytes.fromHex("9000"))) {
      throw new AssertionError(answer);
    }
  }

  /** Puts a device into a free reader, or in place of the one that has been there longest. */
  void insert(int d) {
    if (where.containsKey(d)) {
      card(d).insert();
      return;
    }
    String free =
        readers.list().stream()
            .map(reader -> reader.name())
            .filter(name -> !where.containsValue(name))
            .findFirst()
            .orElseGet(() -> {
              int out = where.keySet().iterator().next();
              remove(out);
              return removedFrom;
            });
    card(d).insert();
    readers.insert(free, card(d));
    where.put(d, free);
  }

  private String removedFrom;

  void remove(int d) {
    removedFrom = where.remove(d);
    readers.remove(removedFrom);
  }

  /** Puts back in whatever was pulled. */
  void reinsert() {
    cards.forEach(card -> {
      if (!card.isPresent()) {
        card.insert();
      }
    });
  }

  Path shareFile(int i) {
    return folder.resolve("share-" + i + ".pbe");
  }

  static byte[] password(int i) {
    return ("correct horse " + i).getBytes(StandardCharsets.UTF_8);
  }

  /** A share file under a password, as a custodian brings it. */
  void shareByPassword(int i) throws Exception {
    try (Secret password = Secret.taking(password(i))) {
      write(i, password);
    }
  }

  /** The share of another custodian in a file of this one. */
  void sameShareByPassword(int i, int other) throws Exception {
    byte[] share = shares.get(other - 1).clone();
    try (Secret password = Secret.taking(password(i))) {
      write(i, password, DkekShare.taking(Secret.taking(share)));
    }
  }

  private void write(int i, Secret password) throws ProblemException, IOException {
    write(i, password, DkekShare.generate(random));
  }

  private void write(int i, Secret password, DkekShare made) throws ProblemException, IOException {
    try (DkekShare share = made) {
      shares.add(share.use(byte[]::clone));
      ShareFile file =
          ShareFile.create(
              "share", share, password, random.bytes(ShareFile.SALT_SIZE), COST, Progress.NONE);
      Files.write(shareFile(i), file.encode().toByteArray());
    }
  }

  /** A scan of the sheet that came out last of those whose names begin so. */
  Path scan(String sheet) {
    String last =
        printed.keySet().stream()
            .filter(name -> name.startsWith(sheet))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return scans(sheet + "-scan.pdf", printed.get(last));
  }

  private Path scans(String name, Bytes pdf) {
    try {
      return Files.write(folder.resolve(name), pdf.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A share file whose password is split, and its sheets, as lines without gaps. */
  List<List<char[]>> shareBySheets(int i, int threshold) throws Exception {
    SetId set = QuorumWork.newSet(random);
    List<List<char[]>> sheets = new ArrayList<>();
    try (Secret password = Quorum.newPassword(QuorumStrength.BITS_128, random);
        QuorumShares split =
            Quorum.split(
                password,
                threshold,
                Math.max(threshold, SHARES_OF_A_QUORUM),
                QuorumStrength.BITS_128,
                random)) {
      write(i, password);
      for (PasswordShare share : split.shares()) {
        try (ShareContent content =
                new ShareContent(
                    set,
                    1,
                    threshold,
                    split.total(),
                    share.id(),
                    split.primeBytes(),
                    share.value().copy());
            Secret payload = content.encode()) {
          sheets.add(
              SheetLines.shown(payload).stream()
                  .map(line -> new String(line).replace(" ", "").toCharArray())
                  .toList());
        }
      }
    }
    return sheets;
  }

  /** The check value of all shares that were made. */
  String kcv() {
    List<DkekShare> open =
        shares.stream().map(share -> DkekShare.taking(Secret.taking(share.clone()))).toList();
    try (Dkek dkek = Dkek.of(open)) {
      return dkek.keyCheckValue().toText();
    }
  }

  /** The check value that a device shows, asked for by other means than the client. */
  String kcv(int d) {
    Bytes answer = send(d, "80520000 00");
    return answer.size() == 12 ? answer.slice(2, 10).toHex().toUpperCase() : answer.toHex();
  }

  /** Whether a device says how it stands, whatever became of it. */
  boolean told(int d) throws ProblemException {
    return devices.use(
        serial(d),
        (hsm, device) -> DeviceStatus.read(hsm).device().serial().equals(device.serial()));
  }

  Workplace place(InstantSource time, boolean practice) {
    return new Workplace(
        "Keyrite 0.1 (test)",
        time.withZone(ZoneOffset.UTC),
        folder,
        random,
        COST,
        (name, pdf) -> {
          printed.put(name, pdf.use(Bytes::of));
          return name + ".pdf";
        },
        devices,
        new CalmLaptop(),
        practice);
  }

  @Override
  public void close() {
    devices.close();
  }
}
