// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.Vector;

/** Commands are byte for byte those of {@code vectors/apdus.json}. */
class VectorsTest {

  @Test
  void everyCommandIsTheOneOfItsVector() throws IOException, ProblemException {
    try (UserPin userPin = Pins.user("648219");
        SoPin soPin = Pins.so("57621880");
        DkekShare share =
            DkekShare.taking(
                Secret.taking(
                    Bytes.fromHex(
                            "98806257a50d9e383baa0789bdb5bfb8fd4576aa4d9d957c637db65f98fdc049")
                        .toByteArray()))) {
      KeyDomainIndex one = new KeyDomainIndex(1);
      Set<DeviceOption> options = Set.of(DeviceOption.RESET_RETRY_COUNTER);
      Map<String, Command<?>> commands =
          Map.ofEntries(
              Map.entry("SELECT application (FCI)", new SelectApplet()),
              Map.entry("VERIFY user PIN status", new PinStatus(PinReference.USER)),
              Map.entry("VERIFY SO-PIN status", new PinStatus(PinReference.SO)),
              Map.entry("VERIFY user PIN 648219", new VerifyPin(userPin)),
              Map.entry(
                  "INITIALIZE sc-hsm-tool: PIN 648219, SO-PIN 3537363231383830, retry 3,"
                      + " 1 DKEK share",
                  new InitializeDevice(
                      options, userPin, soPin, 3, new KeyDomainSetup.DkekShares(1))),
              Map.entry(
                  "INITIALIZE with 4 key domains, no DKEK share element",
                  new InitializeDevice(
                      options, userPin, soPin, 3, new KeyDomainSetup.KeyDomains(4))),
              Map.entry("QUERY device info", new QueryDevice()),
              Map.entry("ENUMERATE OBJECTS (extended Le)", new EnumerateObjects()),
              Map.entry(
                  "READ BINARY EF 2F02 offset 0",
                  new ReadBinary(FileId.CERTIFICATES, 0, CommandApdu.LONGEST_ANSWER)),
              Map.entry(
                  "UPDATE BINARY C401 offset 0 with 30 00",
                  new UpdateBinary(new FileId(0xC401), 0, Bytes.fromHex("3000"))),
              Map.entry("DELETE key 1", new DeleteFile(new FileId(0xCC01))),
              Map.entry(
                  "MANAGE KEY DOMAIN query domain 0", new QueryKeyDomain(KeyDomainIndex.FIRST)),
              Map.entry(
                  "import DKEK share into domain 0",
                  new ImportDkekShare(KeyDomainIndex.FIRST, share)),
              Map.entry("create DKEK domain 1 with 2 shares", new CreateDkekDomain(one, 2)),
              Map.entry("delete KEK of domain 1", new ClearKeyEncryptionKey(one)),
              Map.entry("delete domain 1", new DeleteKeyDomain(one)),
              Map.entry("GET CHALLENGE 8", new GetChallenge(8)));
      Map<String, String> expected = new TreeMap<>();
      Map<String, String> encoded = new TreeMap<>();
      for (Vector vector : Vector.file("/vectors/apdus.json").list("vectors")) {
        Command<?> command = commands.get(vector.text("name"));
        if (command != null) {
          expected.put(vector.text("name"), vector.text("apdu"));
          encoded.put(vector.text("name"), hex(command));
        }
      }
      assertEquals(commands.keySet(), expected.keySet());
      assertEquals(expected, encoded);
    }
  }

  /** What has no vector, by the tables of sections 3 and 4 of the byte reference. */
  @Test
  void commandsWithoutAVectorAreThoseOfTheTables() throws ProblemException {
    try (UserPin old = Pins.user("648219");
        UserPin chosen = Pins.user("1234567");
        SoPin so = Pins.so("57621880");
        SoPin otherSo = Pins.so("0123456789ABCDEF")) {
      String oldHex = "363438323139";
      String chosenHex = "31323334353637";
      String soHex = "3537363231383830";
      assertEquals("002400810d" + oldHex + chosenHex, hex(new ChangePin(old, chosen)));
      assertEquals("0024008810" + soHex + "0123456789abcdef", hex(new ChangeSoPin(so, otherSo)));
      assertEquals("002c018108" + soHex, hex(new ResetRetryCounter(so, Optional.empty())));
      assertEquals(
          "002c00810f" + soHex + chosenHex, hex(new ResetRetryCounter(so, Optional.of(chosen))));
      assertEquals("00a40000022f0300", hex(new SelectFile(FileId.TOKEN_INFO)));
      String start = "805000001980020021" + "8106" + oldHex + "8208" + soHex + "9101";
      Set<DeviceOption> options =
          Set.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY);
      assertEquals(
          start + "02", hex(new InitializeDevice(options, old, so, 2, new KeyDomainSetup.None())));
      assertEquals(
          start.replace("805000001980", "805000001c80") + "02920100",
          hex(new InitializeDevice(options, old, so, 2, new KeyDomainSetup.RandomDkek())));
    }
  }

  /** As OpenSC writes the label, byte reference 2.7. */
  @Test
  void theLabelIsWrittenAsOpenScWritesIt() throws ProblemException {
    assertEquals(
        "00d72f0317540200005311300f0201008006726576746f6b03020520",
        hex(new UpdateBinary(FileId.TOKEN_INFO, 0, TokenInfo.labelled("revtok").encode())));
  }

  @Test
  void eachOptionHasItsBit() {
    assertEquals(0x003F, DeviceOption.word(Set.of(DeviceOption.values())));
    assertEquals(
        Set.of(DeviceOption.TRANSPORT_PIN, DeviceOption.SESSION_PIN), DeviceOption.in(0x0706));
    assertEquals(List.of(), List.copyOf(DeviceOption.in(0xFFC0)));
  }

  private static String hex(Command<?> command) throws ProblemException {
    try (CommandApdu apdu = command.encode()) {
      return Bytes.of(apdu.encode(Coding.EXTENDED)).toHex();
    }
  }
}
