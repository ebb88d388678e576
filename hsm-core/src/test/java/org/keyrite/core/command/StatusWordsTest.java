// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.AnotherApplet;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.CommandUnknown;
import org.keyrite.core.problem.DeviceProblem.DeviceFull;
import org.keyrite.core.problem.DeviceProblem.KeyDomainHasKeys;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.NoKeyDomains;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.ObjectMissing;
import org.keyrite.core.problem.DeviceProblem.SettingsRefused;
import org.keyrite.core.problem.DeviceProblem.ShareCountExceeded;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.PinProblem.PinAbsent;
import org.keyrite.core.problem.PinProblem.PinBlocked;
import org.keyrite.core.problem.PinProblem.PinFormRefused;
import org.keyrite.core.problem.PinProblem.PinToBeChanged;
import org.keyrite.core.problem.PinProblem.ResetNotAllowed;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.PinProblem.WrongPin;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;

/** What each status word becomes, by sections 3 to 5, 9 and 15 of the byte reference. */
class StatusWordsTest {
  private static final KeyDomainIndex SECOND = new KeyDomainIndex(1);

  private UserPin userPin;
  private SoPin soPin;
  private DkekShare share;

  @BeforeEach
  void makeSecrets() throws ProblemException {
    userPin = Pins.user("648219");
    soPin = Pins.so("57621880");
    share = DkekShare.taking(Secret.taking(new byte[DkekShare.SIZE]));
  }

  @AfterEach
  void wipeSecrets() {
    userPin.close();
    soPin.close();
    share.close();
  }

  @Test
  void ofVerify() {
    VerifyPin command = new VerifyPin(userPin);
    refuses(command, "63C2", new WrongPin(2));
    refuses(command, "63C0", new PinBlocked());
    refuses(command, "6983", new PinBlocked());
    refuses(command, "6984", new PinToBeChanged());
    refuses(command, "6A88", new PinAbsent());
    refuses(command, "6700", new PinFormRefused());
    refuses(command, "6A80", new PinFormRefused());
    refuses(command, "6300", new UnexpectedStatus("VERIFY", "6300"));
  }

  @Test
  void ofChanging() {
    ChangePin user = new ChangePin(userPin, userPin);
    refuses(user, "63C1", new WrongPin(1));
    refuses(user, "6983", new PinBlocked());
    refuses(user, "6A88", new PinAbsent());
    refuses(user, "6700", new PinFormRefused());
    ChangeSoPin so = new ChangeSoPin(soPin, soPin);
    refuses(so, "63CE", new SoPinWrong(14));
    refuses(so, "63C0", new SoPinBlocked());
    refuses(so, "6983", new SoPinBlocked());
    refuses(so, "6982", new SoPinRefused());
    refuses(so, "6A88", new NotInitialised());
  }

  @Test
  void ofGivingTheSoPin() {
    VerifySoPin command = new VerifySoPin(soPin);
    refuses(command, "63CE", new SoPinWrong(14));
    refuses(command, "63C0", new SoPinBlocked());
    refuses(command, "6983", new SoPinBlocked());
    refuses(command, "6982", new SoPinRefused());
    refuses(command, "6A88", new NotInitialised());
  }

  @Test
  void ofUnblocking() {
    ResetRetryCounter command = new ResetRetryCounter(soPin, Optional.empty());
    refuses(command, "63C7", new SoPinWrong(7));
    refuses(command, "6983", new SoPinBlocked());
    refuses(command, "6982", new SoPinRefused());
    refuses(command, "6985", new ResetNotAllowed());
    refuses(command, "6986", new ResetNotAllowed());
    refuses(command, "6A88", new NotInitialised());
    refuses(command, "6700", new PinFormRefused());
  }

  @Test
  void ofInitialising() {
    InitializeDevice command =
        new InitializeDevice(Set.of(), userPin, soPin, 3, new KeyDomainSetup.None());
    refuses(command, "6982", new SoPinRefused());
    refuses(command, "6985", new SoPinRefused());
    refuses(command, "6986", new SoPinRefused());
    refuses(command, "63CD", new SoPinWrong(13));
    refuses(command, "6983", new SoPinBlocked());
    refuses(command, "6700", new SettingsRefused("6700"));
    refuses(command, "6A80", new SettingsRefused("6A80"));
    refuses(command, "6D00", new CommandUnknown("INITIALIZE"));
    refuses(command, "6581", new DeviceFull());
  }

  @Test
  void ofImporting() {
    ImportDkekShare command = new ImportDkekShare(SECOND, share);
    refuses(command, "6982", new NotLoggedIn());
    refuses(command, "6985", new NotLoggedIn());
    refuses(command, "6986", new ShareCountExceeded(1));
    refuses(command, "6A88", new KeyDomainNotCreated(1));
    refuses(command, "6A86", new KeyDomainUnavailable(1));
    refuses(command, "6D00", new NoKeyDomains());
    refuses(command, "6B00", new NoKeyDomains());
    refuses(command, "6700", new UnexpectedStatus("IMPORT DKEK SHARE", "6700"));
  }

  @Test
  void ofCreatingClearingAndDeletingDomains() throws ProblemException {
    refuses(new CreateDkekDomain(SECOND, 2), "6A86", new KeyDomainUnavailable(1));
    refuses(new CreateDkekDomain(SECOND, 2), "6A89", new KeyDomainUnavailable(1));
    refuses(new CreateDkekDomain(SECOND, 2), "6985", new NotLoggedIn());
    refuses(new ClearKeyEncryptionKey(SECOND), "6A88", new KeyDomainNotCreated(1));
    refuses(new DeleteKeyDomain(SECOND), "6A89", new KeyDomainHasKeys(1));
    assertEquals(Done.DONE, decode(new DeleteKeyDomain(SECOND), "9000"));
    assertEquals(Done.DONE, decode(new DeleteKeyDomain(SECOND), "6A88"));
    assertEquals(Done.DONE, decode(new ClearKeyEncryptionKey(SECOND), "9000"));
    assertEquals(
        Done.DONE, decode(new ClearKeyEncryptionKey(SECOND), "ffff0000000000000000" + "9000"));
  }

  @Test
  void ofAskingForDomains() throws ProblemException {
    QueryKeyDomain first = new QueryKeyDomain(KeyDomainIndex.FIRST);
    QueryKeyDomain second = new QueryKeyDomain(SECOND);
    assertEquals(new KeyDomainSlot.Undefined(), decode(second, "6A88"));
    assertEquals(new KeyDomainSlot.BeyondLast(), decode(second, "6A86"));
    assertEquals(new KeyDomainSlot.BeyondLast(), decode(second, "6B00"));
    assertEquals(new KeyDomainSlot.None(), decode(first, "6B00"));
    assertEquals(new KeyDomainSlot.None(), decode(first, "6D00"));
    refuses(first, "6F00", new UnexpectedStatus("MANAGE KEY DOMAIN query", "6F00"));
  }

  @Test
  void ofPinStatus() throws ProblemException {
    PinStatus command = new PinStatus(PinReference.SO);
    assertEquals(new PinState.Verified(), decode(command, "9000"));
    assertEquals(new PinState.Unverified(15), decode(command, "63CF"));
    assertEquals(new PinState.Unverified(1), decode(command, "63C1"));
    assertEquals(new PinState.Blocked(), decode(command, "63C0"));
    assertEquals(new PinState.Blocked(), decode(command, "6983"));
    assertEquals(new PinState.ToBeChanged(), decode(command, "6984"));
    assertEquals(new PinState.Absent(), decode(command, "6A88"));
    refuses(command, "6D00", new CommandUnknown("VERIFY status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A82", "6D00", "6986", "6285", "6999"})
  void ofSelectingWhatIsNotThere(String status) {
    refuses(new SelectApplet(), status, new AnotherApplet());
  }

  @Test
  void ofFiles() throws ProblemException {
    FileId file = new FileId(0xC401);
    refuses(new DeleteFile(file), "6A82", new ObjectMissing("C401"));
    refuses(new DeleteFile(file), "6982", new NotLoggedIn());
    refuses(new UpdateBinary(file, 0, Bytes.EMPTY), "6982", new NotLoggedIn());
    refuses(new UpdateBinary(file, 0, Bytes.EMPTY), "6A84", new DeviceFull());
    refuses(new ReadBinary(file, 0, 9), "6982", new NotLoggedIn());
    refuses(new ReadBinary(file, 0, 9), "6B00", new UnexpectedStatus("READ BINARY", "6B00"));
    assertEquals(Optional.empty(), decode(new ReadBinary(file, 0, 9), "6A82"));
    assertEquals(Optional.empty(), decode(new SelectFile(file), "6A82"));
    refuses(new EnumerateObjects(), "6E00", new CommandUnknown("ENUMERATE OBJECTS"));
  }

  @ParameterizedTest
  @CsvSource({"6700", "6A80", "6D00", "6982", "6F00"})
  void oldDevicesDoNotTellAboutThemselves(String status) throws ProblemException {
    assertEquals(Optional.empty(), decode(new QueryDevice(), status));
  }

  @Test
  void dataWhereThereAreNoneAreRefused() {
    refuses(new VerifyPin(userPin), "009000", new AnswerMalformed("VERIFY", "end", 0));
    refuses(
        new PinStatus(PinReference.SO), "0063C1", new AnswerMalformed("VERIFY status", "end", 0));
  }

  private static void refuses(Command<?> command, String answer, Problem problem) {
    assertRefused(problem, () -> decode(command, answer));
  }

  private static <R> R decode(Command<R> command, String answer) throws ProblemException {
    try (ResponseApdu response = ResponseApdu.taking(Bytes.fromHex(answer).toByteArray())) {
      return command.decode(response);
    }
  }
}
