// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.Command;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.DeleteKeyDomain;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.Done;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.command.ReadBinary;
import org.keyrite.core.command.SelectApplet;
import org.keyrite.core.command.SelectFile;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainSlot.Defined;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.KeyDomainHasKeys;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.ShareCountExceeded;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.Recording;

/**
 * The recorded story of two emulated devices with key domains. The program that was recorded wrote
 * every command extended and asked for an answer to each; apart from these two choices of coding,
 * this client sends the same.
 */
class XkekTraceTest {

  /** A named exchange of the trace. */
  private record Exchange(String name, Bytes command, Bytes answer) {}

  /** Commands without coding: header and data. */
  private record Content(Bytes header, Bytes data) {
    static Content of(Bytes apdu) {
      int rest = apdu.size() - 4;
      Bytes header = apdu.slice(0, 4);
      if (rest <= 1 || (rest == 3 && apdu.at(4) == 0)) {
        return new Content(header, Bytes.EMPTY);
      }
      boolean isExtended = apdu.at(4) == 0;
      int size = isExtended ? apdu.at(5) << 8 | apdu.at(6) : apdu.at(4);
      int start = isExtended ? 7 : 5;
      return new Content(header, apdu.slice(start, start + size));
    }
  }

  private final List<Exchange> trace = read();
  private int position;

  private static List<Exchange> read() {
    try {
      List<Exchange> exchanges = new ArrayList<>();
      List<String> lines = Recording.lines("/recordings/xkek/trace.txt");
      for (int i = 0; i + 2 < lines.size(); i++) {
        if (lines.get(i).startsWith("dev")) {
          exchanges.add(
              new Exchange(
                  lines.get(i), hex(lines.get(i + 1), "  > "), hex(lines.get(i + 2), "  < ")));
        }
      }
      return exchanges;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bytes hex(String line, String prefix) {
    assertTrue(line.startsWith(prefix), line);
    return Bytes.fromHex(line.substring(prefix.length()).replace(" ", ""));
  }

  /**
   * The answer of the next exchange with this name, if the command is the one that was recorded.
   */
  private <R> R next(String name, Command<R> command) throws ProblemException {
    while (!trace.get(position).name().equals(name)) {
      position++;
    }
    Exchange exchange = trace.get(position++);
    CardChannel channel =
        sent -> {
          assertEquals(Content.of(exchange.command()), Content.of(Bytes.of(sent)), name);
          return exchange.answer().toByteArray();
        };
    try (CommandApdu apdu = command.encode();
        ResponseApdu answer = apdu.transmit(channel, Coding.EXTENDED)) {
      return command.decode(answer);
    }
  }

  @Test
  void initialisingWithKeyDomainsAndAskingForThem() throws ProblemException {
    next("dev1 SELECT", new SelectApplet());
    try (UserPin pin = Pins.user("648219");
        SoPin so = Pins.so("57621880")) {
      next(
          "dev1 INITIALIZE DEVICE with 4 key domains",
          new InitializeDevice(
              Set.of(DeviceOption.RESET_RETRY_COUNTER),
              pin,
              so,
              3,
              new KeyDomainSetup.KeyDomains(4)));
    }
    assertEquals(new KeyDomainSlot.Undefined(), query(0));
    assertEquals(new KeyDomainSlot.Undefined(), query(3));
    assertEquals(new KeyDomainSlot.BeyondLast(), query(4));
    assertEquals(new KeyDomainSlot.BeyondLast(), query(16));
  }

  private KeyDomainSlot query(int index) throws ProblemException {
    return next(
        "dev1 KEY DOMAIN status of domain " + index, new QueryKeyDomain(new KeyDomainIndex(index)));
  }

  @Test
  void loggingInAndReadingCertificates() throws ProblemException {
    try (UserPin pin = Pins.user("648219")) {
      assertEquals(Done.DONE, next("dev1 VERIFY user PIN", new VerifyPin(pin)));
    }
    CertificateChain own =
        CertificateChain.parse(
            next(
                    "dev1 READ EF.C_DevAut 2F02 (self-signed after initialise)",
                    new ReadBinary(FileId.CERTIFICATES, 0, CommandApdu.LONGEST_ANSWER))
                .orElseThrow()
                .content());
    assertEquals("/ESPICOHSMTR", own.path());
    assertEquals(
        Origin.UNKNOWN, own.verdict(TrustAnchors.known(), LocalDate.of(2026, 11, 1)).origin());
    assertEquals(
        443,
        next("dev1 SELECT 2F02", new SelectFile(FileId.CERTIFICATES))
            .orElseThrow()
            .size()
            .orElseThrow());
    CertificateChain test =
        CertificateChain.parse(
            next(
                    "dev1 READ 2F02 back",
                    new ReadBinary(FileId.CERTIFICATES, 0, CommandApdu.LONGEST_ANSWER))
                .orElseThrow()
                .content());
    assertEquals(3, test.certificates().size());
    assertEquals("/UTTESTRCA/UTTESTDIC/UTTESTDEV", test.path());
    LocalDate day = test.device().effective();
    assertEquals(Origin.UNKNOWN, test.verdict(TrustAnchors.known(), day).origin());
  }

  @Test
  void statusOfAnExchangedKeyFromCreatingToClearing() throws ProblemException {
    KeyDomainStatus created = statusAfter("dev1 CREATE XKEK DOMAIN 1");
    assertTrue(created.isExchanged() && !created.hasKey(), created::toString);
    assertEquals(64, created.uid().orElseThrow().size());
    KeyDomainStatus derived = statusAfter("dev1 DERIVE XKEK from the peer's 7F21");
    assertTrue(derived.hasKey());
    assertEquals("D47A6D9FB0C162CA", derived.keyCheckValue().toText());
    KeyDomainIndex one = new KeyDomainIndex(1);
    assertEquals(Done.DONE, next("dev1 DELETE KEK of domain 1", new ClearKeyEncryptionKey(one)));
    KeyDomainStatus cleared = status(query(1));
    assertTrue(cleared.isExchanged() && !cleared.hasKey(), cleared::toString);
    assertEquals(created.uid(), cleared.uid());
    assertRefused(
        new KeyDomainHasKeys(1),
        () -> next("dev1 DELETE DOMAIN 1 while keys are in it", new DeleteKeyDomain(one)));
    for (int file : new int[] {0xCC02, 0xCE02, 0xCC03, 0xCE03}) {
      FileId id = new FileId(file);
      assertEquals(Done.DONE, next("dev1 DELETE FILE " + id, new DeleteFile(id)));
    }
    assertEquals(Done.DONE, next("dev1 DELETE DOMAIN 1", new DeleteKeyDomain(one)));
    assertEquals(new KeyDomainSlot.Undefined(), query(1));
  }

  private KeyDomainStatus statusAfter(String name) throws ProblemException {
    while (!trace.get(position).name().equals(name)) {
      position++;
    }
    return status(query(1));
  }

  private static KeyDomainStatus status(KeyDomainSlot slot) {
    return assertInstanceOf(Defined.class, slot).status();
  }

  @Test
  void sharesOfAKeyDomain() throws ProblemException {
    CreateDkekDomain create = new CreateDkekDomain(KeyDomainIndex.FIRST, 2);
    assertEquals(2, next("dev1 CREATE DKEK DOMAIN 0 with 2 shares", create).outstanding());
    assertFalseKey(status(query(0)));
    assertRefused(
        new KeyDomainUnavailable(0),
        () -> next("dev1 CREATE DKEK DOMAIN 0 again (must fail)", create));
    try (DkekShare ones = share(1);
        DkekShare twos = share(2)) {
      KeyDomainStatus first = importInto("dev1 IMPORT DKEK SHARE 01*32 into domain 0", ones);
      assertEquals(1, first.outstanding());
      // The emulator shows a check value although a share is missing.
      assertEquals("3E8A4F63ADC0F81B", first.keyCheckValue().toText());
      assertFalseKey(first);
      KeyDomainStatus second = importInto("dev1 IMPORT DKEK SHARE 02*32 into domain 0", twos);
      assertTrue(second.hasKey());
      assertEquals(second, status(query(0)));
      assertRefused(
          new ShareCountExceeded(0),
          () -> importInto("dev1 IMPORT a third share (must fail)", twos));
    }
    assertRefused(
        new KeyDomainUnavailable(9),
        () ->
            next(
                "dev1 CREATE DKEK DOMAIN 9 of 4 (must fail)",
                new CreateDkekDomain(new KeyDomainIndex(9), 1)));
  }

  private static void assertFalseKey(KeyDomainStatus status) {
    assertEquals(Optional.empty(), Optional.of(status).filter(KeyDomainStatus::hasKey));
  }

  private KeyDomainStatus importInto(String name, DkekShare share) throws ProblemException {
    return next(name, new ImportDkekShare(KeyDomainIndex.FIRST, share));
  }

  private static DkekShare share(int value) {
    byte[] bytes = new byte[DkekShare.SIZE];
    Arrays.fill(bytes, (byte) value);
    return DkekShare.taking(Secret.taking(bytes));
  }
}
