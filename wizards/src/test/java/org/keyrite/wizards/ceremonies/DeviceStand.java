// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because everything that a ceremony with one device needs, and what happens to it, is here.

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.FaultyCard;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.SeenDevice;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.journal.Transcript;
import org.keyrite.wizards.journal.TranscriptText;
import org.keyrite.wizards.preflight.CalmLaptop;

/**
 * A reader with a simulated device in it, the same one in every run, and what a ceremony with it
 * needs. Faults are counted from the first command that the ceremony sends.
 */
final class DeviceStand implements AutoCloseable {
  static final String USER_PIN = "471108-a";
  static final String SO_PIN = "01234567";
  static final int TRIES = 5;

  private static final LocalDate MADE = LocalDate.of(2029, 11, 21);
  private static final String READER = "left";

  final PracticeReaders readers = new PracticeReaders(List.of(READER, "right"));
  final SimulatedHsm device;
  private final Devices devices = new Devices(readers, Duration.ZERO);
  private final Path folder;
  private final RandomSource random;
  private final boolean practice;
  private DeviceIdentity identity;
  private FaultyCard card;
  private Instant now = Instant.parse("2030-01-02T03:04:05Z");

  DeviceStand(Path folder, RandomSource random, boolean practice) {
    this(folder, random, practice, device(1));
  }

  private DeviceStand(Path folder, RandomSource random, boolean practice, SimulatedHsm device) {
    this.device = device;
    this.identity = SeenDevice.of(device);
    this.card = new FaultyCard(device, List.of());
    this.folder = folder;
    this.random = random;
    this.practice = practice;
    readers.insert(READER, card);
  }

  static SimulatedHsm device(int seed) {
    SimulatedState state = SimulatedState.create(new Random(seed), MADE);
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(seed));
  }

  /** Of the device that is in the reader. */
  String serial() {
    return identity.serial();
  }

  DeviceIdentity identity() {
    return identity;
  }

  /** From now on these things happen to the device. */
  void meet(Fault... faults) {
    readers.remove(READER);
    card = new FaultyCard(device, List.of(faults));
    readers.insert(READER, card);
  }

  /** Another card is in the reader. */
  void swap(Card other) {
    readers.remove(READER);
    card = new FaultyCard(other, List.of());
    readers.insert(READER, card);
    if (other instanceof SimulatedHsm hsm) {
      identity = SeenDevice.of(hsm);
    }
  }

  /** How many commands were sent since faults were counted last. */
  int commands() {
    return card.count();
  }

  /** Puts the device in again if it was pulled. */
  void putBack() {
    card.insert();
  }

  void initialise(Set<DeviceOption> options, KeyDomainSetup domains) throws ProblemException {
    try (CardSession session = readers.named(READER).connect();
        UserPin pin = userPin();
        Passphrase typed = Passphrase.taking(SO_PIN.toCharArray());
        SoPin soPin = SoPin.typed(typed)) {
      SmartCardHsm hsm = new SmartCardHsm(session);
      hsm.select();
      hsm.send(new InitializeDevice(options, pin, soPin, TRIES, domains));
    }
  }

  /** Gives the device something as its user PIN; a wrong one costs a try. */
  void tryUserPin(String typed) {
    present(0x81, typed);
  }

  /** Whether the device has this user PIN; asks a copy of it. */
  boolean hasUserPin(String typed) {
    return copy().present(0x81, typed);
  }

  /** Whether the device has this SO-PIN; asks a copy of it. */
  boolean hasSoPin(String typed) {
    return copy().present(0x88, typed);
  }

  private DeviceStand copy() {
    SimulatedHsm same = new SimulatedHsm(device.state(), StateStore.MEMORY, new Random(3));
    DeviceStand copy = new DeviceStand(folder, random, practice, same);
    copy.devices.close();
    return copy;
  }

  private boolean present(int reference, String typed) {
    device.reset();
    device.transmit(Bytes.fromHex("00A404000BE82B0601040181C31F020100"));
    byte[] pin = typed.getBytes(StandardCharsets.US_ASCII);
    Bytes header = Bytes.fromHex("002000%02X%02X".formatted(reference, pin.length));
    Bytes answer = device.transmit(header.plus(Bytes.of(pin)));
    device.reset();
    return answer.toHex().equals("9000");
  }

  int userTries() {
    return device.state().setup().orElseThrow().userPin().triesLeft();
  }

  int soTries() {
    return device.state().setup().orElseThrow().soPin().triesLeft();
  }

  private static UserPin userPin() throws ProblemException {
    try (Passphrase typed = Passphrase.taking(USER_PIN.toCharArray())) {
      return UserPin.existing(typed);
    }
  }

  /**
   * With a label, a domain that has its key, one that has not, one that waits for a share, and room
   * for a fourth.
   */
  void setUp() throws ProblemException {
    initialise(Set.of(DeviceOption.RESET_RETRY_COUNTER), new KeyDomainSetup.KeyDomains(4));
    try (CardSession session = readers.named(READER).connect();
        UserPin pin = userPin();
        DkekShare share = share()) {
      SmartCardHsm hsm = new SmartCardHsm(session);
      hsm.select();
      hsm.send(new VerifyPin(pin));
      hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("Root 2026").encode());
      hsm.send(new CreateDkekDomain(KeyDomainIndex.FIRST, 1));
      hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
      // Two shares that are the same make a key of zeros, but not a check value of zeros.
      hsm.send(new CreateDkekDomain(new KeyDomainIndex(2), 3));
      hsm.send(new ImportDkekShare(new KeyDomainIndex(2), share));
    }
  }

  private static DkekShare share() {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) 7);
    return DkekShare.taking(Secret.taking(content));
  }

  static String keyCheckValue() {
    try (DkekShare share = share()) {
      return share.keyCheckValue().toText();
    }
  }

  Workplace place() {
    InstantSource seconds =
        () -> {
          now = now.plus(Duration.ofSeconds(1));
          return now;
        };
    return new Workplace(
        "Keyrite 0.1 (test)",
        seconds.withZone(ZoneOffset.UTC),
        folder,
        random,
        DerivationCost.forTests(1),
        (name, pdf) -> name + ".pdf",
        devices,
        new CalmLaptop(),
        practice);
  }

  /** Leads people through a ceremony. */
  CeremonyState run(Ceremony ceremony, Journal journal, Shell people) throws ProblemException {
    try (CeremonyRunner runner = start(ceremony, journal)) {
      return new Walk(runner, people).toTheEnd();
    }
  }

  CeremonyRunner start(Ceremony ceremony, Journal journal) throws ProblemException {
    return CeremonyRunner.start(ceremony, "T-1", Bytes.EMPTY, journal, place(), Runnable::run);
  }

  /** People do everything up to this step. */
  void until(CeremonyRunner runner, Shell people, StepId last) throws ProblemException {
    CeremonyState state = runner.state();
    while (!state.current().orElseThrow().id().equals(last)) {
      switch (state.current().orElseThrow()) {
        case Ask ask -> runner.answer(people.ask(ask, state));
        case AwaitDevice await -> runner.present(people.await(await, state));
        case Perform _ -> runner.perform(Progress.NONE);
        case Attest attest -> {
          people.attest(attest, state, runner::reveal);
          runner.attest(true, "");
        }
      }
      state = runner.state();
    }
  }

  CeremonyState goOn(Ceremony ceremony, Journal journal, Shell people) throws ProblemException {
    try (CeremonyRunner runner = CeremonyRunner.resume(ceremony, journal, place(), Runnable::run)) {
      return new Walk(runner, people).toTheEnd();
    }
  }

  /** The transcript of an undisturbed run. */
  String told(Ceremony ceremony, Shell people, Language language) throws ProblemException {
    Path file = folder.resolve(JournalFile.NAME);
    run(ceremony, JournalFile.create(file), people);
    JournalCheck check = JournalCheck.of(file);
    Messages messages = Messages.in(language);
    return TranscriptText.of(
        Transcript.of(ceremony, check.entries(), check.lastHash(), messages), messages);
  }

  /** What people type. */
  static Secret typed(String text) {
    return Secret.taking(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    devices.close();
  }
}
