// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;

/** The service is a stand-in that refuses what a test tells it to refuse. */
class PcscReadersTest {
  private static final long NO_SERVICE = 0x8010001DL;
  private static final long NOT_TRANSACTED = 0x80100016L;
  private static final byte[] COMMAND = {0, 0x20, 0, (byte) 0x81};

  private final FakeService service = new FakeService();
  private final PcscReaders readers = new PcscReaders(service, Duration.ofMillis(50));

  private static CardException code(long code) {
    return new JnaPCSCException(code, "text");
  }

  @Test
  void listsReadersInTheirOrder() throws ProblemException {
    service.add("b", true);
    service.add("a", false);
    List<Reader> list = readers.list();
    assertEquals(List.of("b", "a"), list.stream().map(Reader::name).toList());
    assertEquals(List.of(true, false), list.stream().map(Reader::isOccupied).toList());
  }

  @Test
  void connectsAnewAfterTheServiceWasRestarted() throws ProblemException {
    service.add("a", true);
    readers.list();
    service.refuseNextListing(code(NO_SERVICE));
    assertEquals(1, readers.list().size());
    assertEquals(2, service.connections());
  }

  @Test
  void saysThatTheServiceIsMissingAndAsksAgainLater() throws ProblemException {
    service.refuseConnecting(true);
    assertRefused(new ReaderServiceMissing(), readers::list);
    assertRefused(new ReaderServiceMissing(), () -> readers.awaitChange(Duration.ofMillis(1)));
    service.refuseConnecting(false);
    assertEquals(List.of(), readers.list());
    readers.awaitChange(Duration.ofMillis(1));
  }

  @Test
  void aMissingLibraryIsAMissingService() {
    PcscReaders none =
        new PcscReaders(
            () -> {
              throw new NoSuchAlgorithmException("no library");
            },
            Duration.ZERO);
    assertRefused(new ReaderServiceMissing(), none::list);
  }

  @Test
  void listsAgainWhenAReaderWasUnpluggedInBetween() throws ProblemException {
    service.add("a", true);
    service.refuseNextListing(code(0x80100009L));
    assertEquals(1, readers.list().size());
    assertEquals(1, service.connections());
  }

  @Test
  void whatCannotBeWaitedForIsAMissingServiceAndNoDefect() {
    service.refuseWaiting(code(0x80100001L));
    assertRefused(new ReaderServiceMissing(), () -> readers.awaitChange(Duration.ofMillis(1)));
  }

  @Test
  void listingWaitingAndEachSessionHaveAConnectionOfTheirOwn() throws ProblemException {
    service.add("a", true);
    readers.awaitChange(Duration.ofMillis(1));
    Reader reader = readers.list().getFirst();
    reader.connect().close();
    reader.connect().close();
    assertEquals(4, service.connections());
  }

  @Test
  void saysWhyThereIsNoSession() throws ProblemException {
    service.add("a", true);
    Reader reader = readers.list().getFirst();
    service.refuseSessions(code(0x8010000CL));
    assertRefused(new DeviceMissing("a"), reader::connect);
    service.refuseSessions(code(0x8010000BL));
    assertRefused(new ReaderBusy("a"), reader::connect);
    service.remove("a");
    assertRefused(new ReaderMissing("a"), reader::connect);
    service.refuseConnecting(true);
    assertRefused(new ReaderServiceMissing(), reader::connect);
  }

  private CardSession session() throws ProblemException {
    service.add("a", true);
    return readers.list().getFirst().connect();
  }

  @Test
  void carriesCommandsAndAnswers() throws ProblemException {
    CardSession session = session();
    service.answer("AABB9000");
    assertArrayEquals(
        new byte[] {(byte) 0xAA, (byte) 0xBB, (byte) 0x90, 0}, session.transmit(COMMAND));
    assertEquals(
        "3bfe1800008131fe458031815448534d31738021408107fa", session.answerToReset().toHex());
  }

  @Test
  void aCommandThatTheReaderCouldNotCarryMayComeAgain() throws ProblemException {
    CardSession session = session();
    service.refuseCommands(code(NOT_TRANSACTED));
    assertRefused(new NotTransmitted("a", "80100016"), () -> session.transmit(COMMAND));
    service.answer("9000");
    assertEquals(2, session.transmit(COMMAND).length);
  }

  @Test
  void aSessionWhoseDeviceWasPulledStaysDead() throws ProblemException {
    CardSession session = session();
    service.setOccupied("a", false);
    service.refuseCommands(code(NOT_TRANSACTED));
    assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
    service.setOccupied("a", true);
    service.answer("9000");
    assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
    assertEquals(1, service.commands());
  }

  @Test
  void aSessionEndsWithAResetAndWithTheService() throws ProblemException {
    for (long code : new long[] {0x80100068L, NO_SERVICE}) {
      service.remove("a");
      CardSession session = session();
      service.refuseCommands(code(code));
      assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
      session.close();
    }
  }

  @Test
  void anAnswerThatIsNoneMayBeThatOfACommandThatTookEffect() throws ProblemException {
    CardSession session = session();
    service.refuseCommands(defect());
    assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
    service.answer("9000");
    assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
    assertEquals(1, service.commands(), "it is not sent once more");
  }

  @Test
  void defectsOfTheServiceAreNoDefectsOfTheProgram() throws ProblemException {
    CardSession session = session();
    service.refuseDisconnecting(defect());
    session.close();
    service.refuseSessions(defect());
    Reader reader = readers.list().getFirst();
    assertRefused(new NotTransmitted("a", "00000000"), reader::connect);
    service.refuseWaiting(defect());
    assertRefused(new ReaderServiceMissing(), () -> readers.awaitChange(Duration.ofMillis(1)));
    service.refuseNextListing(defect());
    assertEquals(1, readers.list().size());
  }

  /** What jnasmartcardio makes of an answer without bytes. */
  private static RuntimeException defect() {
    return new IllegalArgumentException("newPosition < 0: (-2 < 0)");
  }

  @Test
  void nobodyElseUsesADeviceWhileASessionLasts() throws ProblemException {
    CardSession session = session();
    Reader reader = readers.list().getFirst();
    assertRefused(new ReaderBusy("a"), reader::connect);
    session.close();
    reader.connect().close();
  }

  @Test
  void whoeverWaitedTooLongForADeviceLetsGoOfIt() throws Exception {
    service.add("a", true);
    service.occupyForAnother(true);
    Reader reader = readers.list().getFirst();
    assertRefused(new ReaderBusy("a"), reader::connect);
    assertEquals(List.of(), service.disconnects());
    service.occupyForAnother(false);
    service.occupyForAnother(true);
    assertEquals(List.of(true), service.disconnects(), "it had its turn, and ended it");
  }

  @Test
  void whoeverWaitsOnlyToConnectIsToldThatTheDeviceIsTaken() throws Exception {
    service.add("a", true);
    service.letConnectingWait();
    service.occupyForAnother(true);
    assertRefused(new ReaderBusy("a"), readers.list().getFirst()::connect);
    service.occupyForAnother(false);
  }

  @Test
  void aDeviceThatIsPulledWhenItsTurnComesIsMissing() throws ProblemException {
    service.add("a", true);
    service.refuseTransactions(code(0x80100069L));
    assertRefused(new DeviceMissing("a"), () -> readers.list().getFirst().connect());
    assertEquals(List.of(true), service.disconnects());
  }

  @Test
  void closingResetsTheDeviceOnce() throws ProblemException {
    CardSession session = session();
    session.close();
    session.close();
    assertEquals(List.of(true), service.disconnects());
    assertRefused(new DeviceGone("a"), () -> session.transmit(COMMAND));
  }

  @Test
  void closingASessionWhoseDeviceIsGoneDoesNoHarm() throws ProblemException {
    CardSession session = session();
    service.refuseDisconnecting(code(0x80100069L));
    session.close();
    readers.close();
    assertEquals(1, service.disconnects().size());
  }

  /** Makes no connection while it is told to refuse. */
  static CardTerminals refused() {
    throw new EstablishContextException(new JnaPCSCException(NO_SERVICE, "no service"));
  }
}
