// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.reader.Readers;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.FaultyCard;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.wizards.device.ForeignCard;

class DevicesTest {
  private static final SimulatedState VIRGIN =
      SimulatedState.create(new Random(1), LocalDate.of(2026, 11, 21));
  private static final String SERIAL = VIRGIN.identity().serial();
  private static final String FINGERPRINT =
      "73326b15a595859c2e55022db811f4f982282060e90981e604ae68a2ecdaf653";
  private static final String FEATURES =
      "tell its free memory, have several key domains, make AES keys, join XKEK key domains";

  @TempDir private Path folder;
  private final PracticeReaders readers = new PracticeReaders(List.of("left", "right"));

  private Session.Ran devices(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "devices";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new Session(folder).with(readers).run(arguments);
  }

  private static SimulatedHsm device() {
    return new SimulatedHsm(VIRGIN, StateStore.MEMORY, new Random(2));
  }

  private void initialise(Set<DeviceOption> options, KeyDomainSetup setup) throws Exception {
    try (CardSession session = readers.named("left").connect();
        Passphrase digits = Passphrase.taking("471108".toCharArray());
        UserPin pin = UserPin.existing(digits);
        Passphrase typed = Passphrase.taking("01234567".toCharArray());
        SoPin soPin = SoPin.typed(typed)) {
      SmartCardHsm hsm = new SmartCardHsm(session);
      hsm.select();
      hsm.send(new InitializeDevice(options, pin, soPin, 3, setup));
    }
  }

  /** Label, one domain with its key, one that waits for a share, two that are not set up. */
  private void setUp() throws Exception {
    initialise(Set.of(), new KeyDomainSetup.KeyDomains(4));
    try (CardSession session = readers.named("left").connect();
        Passphrase digits = Passphrase.taking("471108".toCharArray());
        UserPin pin = UserPin.existing(digits);
        DkekShare share = share()) {
      SmartCardHsm hsm = new SmartCardHsm(session);
      hsm.select();
      hsm.send(new VerifyPin(pin));
      hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("Root 2026").encode());
      hsm.send(new CreateDkekDomain(KeyDomainIndex.FIRST, 1));
      hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
      hsm.send(new CreateDkekDomain(new KeyDomainIndex(1), 2));
      hsm.send(new ImportDkekShare(new KeyDomainIndex(1), share));
    }
  }

  private static DkekShare share() {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) 7);
    return DkekShare.taking(Secret.taking(content));
  }

  private static String keyCheckValue() {
    try (DkekShare share = share()) {
      return share.keyCheckValue().toText();
    }
  }

  @Test
  void tellsOfEmptyReadersAndOfAVirginDevice() {
    readers.insert("right", device());
    assertEquals(
        new Session.Ran(
            ExitStatus.DONE,
            """
            left: no device
            right: %s
              Label: none
              Origin: a simulated device; it protects nothing and is for practice only
              Certificates: /ZZSIMUROOT/ZZSIMUISSU/%s
              One of its certificates is out of date: no
              SHA-256 of its certificate: %s
              Firmware: 4.1
              Its firmware can: %s
              State: never initialised
              Tries left of the user PIN: none, it has no user PIN
              Tries left of the SO-PIN: none, it has no SO-PIN yet
              It was set up so that: nothing special holds
              Room for key domains: none, no key can leave the device
              Key domains set up: none
            """
                .formatted(SERIAL, SERIAL, FINGERPRINT, FEATURES),
            ""),
        devices());
  }

  @Test
  void tellsWhatADeviceIsSetUpFor() throws Exception {
    readers.insert("left", device());
    setUp();
    assertEquals(
        new Session.Ran(
            ExitStatus.DONE,
            """
            left: %s
              Label: Root 2026
              Origin: a simulated device; it protects nothing and is for practice only
              Certificates: /ZZSIMUROOT/ZZSIMUISSU/%s
              One of its certificates is out of date: no
              SHA-256 of its certificate: %s
              Firmware: 4.1
              Its firmware can: %s
              State: initialised
              Tries left of the user PIN: 3
              Tries left of the SO-PIN: 15
              It was set up so that: nothing special holds
              Room for key domains: 4
              Key domains set up: 0, 1
              Key domain 0: key check value %s, of 1 share
              Key domain 1: no key yet, 1 of 2 shares missing
            right: no device
            """
                .formatted(SERIAL, SERIAL, FINGERPRINT, FEATURES, keyCheckValue()),
            ""),
        devices());
  }

  @Test
  void tellsItInGerman() throws Exception {
    readers.insert("left", device());
    initialise(Set.of(DeviceOption.TRANSPORT_PIN), new KeyDomainSetup.None());
    String out = devices("--language", "de").out();
    assertTrue(out.contains("Versuche für die Benutzer-PIN: nicht gesagt: die PIN muss"), out);
    assertTrue(out.contains("Versuche für die SO-PIN: 15"), out);
    assertTrue(out.contains("Eingerichtete Schlüsseldomänen: keine"), out);
    assertTrue(out.contains("right: kein Gerät"), out);
  }

  @Test
  void tellsAScript() throws Exception {
    readers.insert("left", device());
    setUp();
    String domains =
        "[{\"index\":0,\"created\":true,\"shares\":1,\"outstanding\":0,\"hasKey\":true,"
            + "\"keyCheckValue\":\""
            + keyCheckValue()
            + "\"},{\"index\":1,\"created\":true,\"shares\":2,\"outstanding\":1,"
            + "\"hasKey\":false},{\"index\":2,\"created\":false},{\"index\":3,\"created\":false}]";
    assertEquals(
        new Session.Ran(
            ExitStatus.DONE,
            "[{\"reader\":\"left\",\"occupied\":true,\"serial\":\""
                + SERIAL
                + "\",\"label\":\"Root 2026\",\"origin\":\"SIMULATED\",\"proven\":true,\"certificates\":"
                + "\"/ZZSIMUROOT/ZZSIMUISSU/"
                + SERIAL
                + "\",\"outdated\":false,\"fingerprint\":\""
                + FINGERPRINT
                + "\",\"firmware\":\"4.1\",\"features\":[\"DEVICE_QUERY\",\"KEY_DOMAINS\","
                + "\"AES_KEYS\",\"XKEK\"],\"initialised\":true,"
                + "\"userPin\":\"notGiven\",\"userPinTriesLeft\":3,"
                + "\"soPin\":\"notGiven\",\"soPinTriesLeft\":15,\"options\":[],\"keyDomains\":"
                + domains
                + "},{\"reader\":\"right\",\"occupied\":false}]\n",
            ""),
        devices("--json"));
  }

  @Test
  void costsNoTryAndChangesNothing() throws Exception {
    SimulatedHsm device = device();
    readers.insert("left", device);
    setUp();
    SimulatedState before = device.state();
    devices();
    assertEquals(before, device.state());
  }

  @Test
  void saysWhatToDoWithoutReaders() {
    Session.Ran ran = new Session(folder).with(new PracticeReaders(List.of())).run("devices");
    assertEquals(ExitStatus.DONE, ran.status());
    assertTrue(ran.out().startsWith("No reader is plugged in. "), ran.out());
    assertEquals(1, ran.out().lines().count());
    Session.Ran json =
        new Session(folder).with(new PracticeReaders(List.of())).run("devices", "--json");
    assertEquals(new Session.Ran(ExitStatus.DONE, "[]\n", ""), json);
  }

  @Test
  void saysWhatToDoWithoutTheService() {
    Session session = new Session(folder).with(new NoService());
    Session.Ran ran = session.run("devices");
    ran.assertRefused("the service for smart cards is not running");
    assertTrue(ran.err().endsWith("then give the command again.\n"), ran.err());
    session.run("devices", "--json").assertRefused("the service for smart cards is not running");
  }

  @Test
  void goesOnAfterADeviceThatIsPulled() {
    readers.insert("left", new FaultyCard(device(), List.of(new Fault.PulledBefore(3))));
    readers.insert("right", device());
    Session.Ran ran = devices();
    ran.assertRefused("left");
    assertTrue(ran.out().contains("right: " + SERIAL), ran.out());
  }

  @Test
  void goesOnAfterSomethingElseThanASmartCardHsm() {
    readers.insert("left", new ForeignCard());
    readers.insert("right", device());
    Session.Ran ran = devices();
    ran.assertRefused("does not answer as a SmartCard-HSM");
    assertTrue(ran.out().startsWith("left: something that could not be read\nright: "), ran.out());
    Session.Ran json = devices("--json");
    assertEquals(ExitStatus.REFUSED, json.status());
    assertTrue(
        json.out().startsWith("[{\"reader\":\"left\",\"occupied\":true,\"reason\":\""), json.out());
    assertEquals("", json.err());
  }

  /** A system without its service. */
  private static final class NoService implements Readers {
    @Override
    public List<Reader> list() throws ProblemException {
      throw new ReaderServiceMissing().asException();
    }

    @Override
    public void awaitChange(Duration patience) throws ProblemException {
      throw new ReaderServiceMissing().asException();
    }

    @Override
    public void close() {}
  }
}
