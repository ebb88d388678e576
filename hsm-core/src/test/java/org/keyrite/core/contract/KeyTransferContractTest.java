// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.NotExportable;
import org.keyrite.core.problem.KeyProblem.NothingToWrapUnder;
import org.keyrite.core.problem.KeyProblem.WrappedKeyRefused;
import org.keyrite.core.problem.KeyProblem.WrappedUnderAnotherKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.WrappedKeys;
import org.keyrite.core.testing.WrappedKeys.Known;
import org.keyrite.core.wrap.KeyBlob;
import org.keyrite.core.wrap.UnwrappedKey;
import org.keyrite.core.wrap.WrappedKeyFile;

/** Keys out of one device, wrapped, and into another. */
class KeyTransferContractTest {

  static List<Known> known() throws Exception {
    return WrappedKeys.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA-2048",
        "secp192k1",
        "secp256r1",
        "secp384r1",
        "secp521r1",
        "secp256k1",
        "brainpoolP256r1",
        "brainpoolP320r1",
        "brainpoolP512r1"
      })
  void aPairMovesWithAllThatIsKnownOfIt(String spec) throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    KeyDesk target = KeyDesk.withDkek(1);
    target.create(KeyDesk.key("AES-128", 77));
    StoredKey original = source.create(KeyDesk.key(spec, 5));
    WrappedKeyFile file = source.transfer().wrap(original);
    assertOpens(file, original);
    WrappedKeyFile read = WrappedKeyFile.parse(file.encode());
    StoredKey copy = target.transfer().unwrap(target.list(), target.domains(), read);
    assertEquals(new KeyId(2), copy.reference());
    assertEquals(original.label(), copy.label());
    assertEquals(original.pkcsId(), copy.pkcsId());
    assertEquals(original.certificate(), copy.certificate());
    assertEquals(original.terms(), copy.terms());
    assertEquals(
        original.description().map(old -> old.withReference(copy.reference())), copy.description());
    target.proof().prove(copy, original.requirePublicKey());
    source.proof().prove(original, copy.requirePublicKey());
  }

  /** What the device wrapped, and what it says beside it, are one key. */
  private static void assertOpens(WrappedKeyFile file, StoredKey original) throws ProblemException {
    try (Dkek dkek = KeyDesk.dkek(1);
        UnwrappedKey key = file.blob().open(dkek)) {
      assertEquals(original.publicKey(), key.publicKey());
      assertEquals(original.spec(), Optional.of(key.spec()));
      assertEquals(original.terms().algorithms(), file.blob().algorithms());
      assertEquals(file.blob(), key.sealAsFound(dkek));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES-128", "AES-192", "AES-256"})
  void aSecretKeyMovesAndAnswersTheSame(String spec) throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    KeyDesk target = KeyDesk.withDkek(1);
    StoredKey original = source.create(KeyDesk.key(spec, 5));
    Proof proof = source.proof().ask(original);
    WrappedKeyFile file = source.transfer().wrap(original);
    assertOpens(file, original);
    StoredKey copy = target.transfer().unwrap(target.list(), target.domains(), file);
    assertEquals(original, copy);
    target.proof().repeat(copy, proof);
  }

  /** Those of real devices and of the emulator, sealed anew where their DKEK is another. */
  @ParameterizedTest
  @MethodSource("known")
  void wrappedKeysOfOthersAreTakenInAndProven(Known known) throws ProblemException {
    KeyDesk target = KeyDesk.withDkek(3);
    try (Dkek theirs = known.open();
        Dkek ours = KeyDesk.dkek(3);
        UnwrappedKey key = KeyBlob.parse(known.blob()).open(theirs)) {
      for (KeyBlob blob : List.of(key.sealAsFound(ours), key.seal(ours, Bytes.of(new byte[8])))) {
        WrappedKeyFile file = new WrappedKeyFile(blob, Optional.empty(), Optional.empty());
        StoredKey copy = target.transfer().unwrap(target.list(), target.domains(), file);
        assertTrue(copy.isInvisible());
        if (key.publicKey().isPresent()) {
          target.proof().prove(copy, key.publicKey().get());
        }
      }
    }
  }

  @Test
  void anotherDkekIsNamedBeforeAnythingIsSent() throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    KeyDesk target = KeyDesk.withDkek(2);
    WrappedKeyFile file = source.transfer().wrap(source.create(KeyDesk.key("AES-128", 1)));
    KeyDomains domains = target.domains();
    KeyList list = target.list();
    AtomicInteger sent = new AtomicInteger();
    SmartCardHsm watched = new SmartCardHsm(target.desk().channel(sent::incrementAndGet));
    assertRefused(
        new WrappedUnderAnotherKey(file.blob().checkValue().toText()),
        () -> new KeyTransfer(watched).unwrap(list, domains, file));
    assertEquals(0, sent.get());
  }

  /** A domain whose shares are not all there may show any check value. */
  @Test
  void aDomainWithMissingSharesTakesNothing() throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    WrappedKeyFile file = source.transfer().wrap(source.create(KeyDesk.key("AES-128", 1)));
    KeyDesk target = new KeyDesk(Desk.loggedIn(new KeyDomainSetup.DkekShares(1)));
    KeyDomains none = target.domains();
    assertRefused(
        new WrappedUnderAnotherKey(file.blob().checkValue().toText()),
        () -> KeyTransfer.requireKeyFor(file, none));
  }

  @Test
  void aDamagedKeyIsRefusedByTheDeviceAndLeavesNothing() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    WrappedKeyFile file = desk.transfer().wrap(desk.create(KeyDesk.key("secp256r1", 1)));
    byte[] damaged = file.blob().encode().toByteArray();
    damaged[damaged.length - 20] ^= 1;
    WrappedKeyFile wrong = file.with(KeyBlob.parse(Bytes.of(damaged)));
    KeyList before = desk.list();
    KeyDomains domains = desk.domains();
    assertRefused(
        new WrappedKeyRefused("6A80"), () -> desk.transfer().unwrap(before, domains, wrong));
    assertEquals(before, desk.list());
  }

  @Test
  void keysThatMayNotLeaveStay() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey stays = desk.create(KeyDesk.key("secp256r1", 1, KeyUse.SIGN));
    assertRefused(new NotExportable(1), () -> desk.transfer().wrap(stays));
    StoredKey leaves = desk.create(KeyDesk.key("secp256r1", 2));
    StoredKey missing =
        new StoredKey(new KeyId(9), leaves.terms(), Optional.empty(), Optional.empty());
    assertRefused(new KeyMissing(9), () -> desk.transfer().wrap(missing));
    desk.hsm().select();
    assertRefused(new NotLoggedIn(), () -> desk.transfer().wrap(leaves));
  }

  @Test
  void withoutKeyEncryptionKeyNothingLeaves() throws ProblemException {
    KeyDesk unsettled = new KeyDesk(Desk.loggedIn(new KeyDomainSetup.DkekShares(2)));
    StoredKey early = unsettled.create(KeyDesk.key("AES-128", 1));
    assertRefused(new NothingToWrapUnder(1), () -> unsettled.transfer().wrap(early));
    KeyDesk none = new KeyDesk(Desk.loggedIn(new KeyDomainSetup.None()));
    StoredKey key =
        none.create(
            KeyDesk.key(
                "secp256r1",
                1,
                new KeyTerms(AllowedAlgorithms.ALL, Optional.empty(), OptionalLong.empty())));
    assertThrows(ProblemException.class, () -> none.transfer().wrap(key));
  }

  /** A reader that carries short commands only: the blob goes through the scratch file. */
  @Test
  void longKeysGoThroughTheScratchFile() throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    KeyDesk target = KeyDesk.withDkek(1);
    StoredKey original = source.create(KeyDesk.key("secp521r1", 5));
    WrappedKeyFile file = source.transfer().wrap(original);
    KeyDomains domains = target.domains();
    target.desk().readers.carryShortOnly(Desk.READER);
    SmartCardHsm small = target.desk().connect();
    small.select();
    target.desk().verify(Desk.PIN);
    StoredKey copy = new KeyTransfer(small).unwrap(KeyList.read(small), domains, file);
    assertEquals(Coding.SHORT, small.coding());
    assertEquals(original.certificate(), copy.certificate());
    target.proof().prove(copy, original.requirePublicKey());
    assertNotEquals(Optional.of(file.blob().encode()), target.hsm().readFile(FileId.SCRATCH));
  }

  @Test
  void theSameKeyTwiceGetsTwoReferences() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    NewKey key = KeyDesk.key("secp256r1", 5);
    WrappedKeyFile file = desk.transfer().wrap(desk.create(key));
    StoredKey copy = desk.transfer().unwrap(desk.list(), desk.domains(), file);
    assertEquals(new KeyId(2), copy.reference());
    assertEquals(2, desk.list().withId(key.id().value()).size());
  }
}
