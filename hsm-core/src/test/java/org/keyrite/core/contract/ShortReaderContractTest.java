// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.problem.DeviceProblem.ReaderTooSmall;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.wrap.WrappedKeyFile;

/** A reader that carries short commands only, so that the device answers in pieces. */
class ShortReaderContractTest {
  private static KeyDesk moved(KeyDesk desk) throws ProblemException {
    desk.desk().readers.carryShortOnly(Desk.READER);
    desk.desk().connect();
    desk.hsm().identify();
    desk.desk().verify(Desk.PIN);
    assertEquals(Coding.SHORT, desk.hsm().coding());
    return desk;
  }

  @Test
  void aDeviceTellsAllOfItself() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    DeviceStatus before = DeviceStatus.read(desk.hsm());
    assertEquals(before, DeviceStatus.read(moved(desk).hsm()));
  }

  /** The blob, the certificate and, for RSA, the signature are longer than a short answer. */
  @ParameterizedTest
  @ValueSource(strings = {"RSA-3072", "secp521r1", "AES-256"})
  void keysAreListedMovedAndProven(String kind) throws ProblemException {
    KeyDesk source = KeyDesk.withDkek(1);
    StoredKey key = source.create(KeyDesk.key(kind, 1));
    KeyList list = source.list();
    moved(source);
    assertEquals(list, source.list());
    WrappedKeyFile file = source.transfer().wrap(key);
    assertTrue(file.encode().size() > 100);

    KeyDesk target = moved(KeyDesk.withDkek(1));
    KeyDomains domains = target.domains();
    StoredKey copy = target.transfer().unwrap(target.list(), domains, file);
    assertEquals(key.certificate(), copy.certificate());
    assertEquals(target.list().keys().getFirst(), copy);
    if (key.publicKey().isPresent()) {
      target.proof().prove(copy, key.requirePublicKey());
    } else {
      target.proof().repeat(copy, source.proof().ask(key));
    }
  }

  /** All numbers of a curve go to the device; how to give them in pieces is not known. */
  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp521r1"})
  void aKeyOnALargeCurveIsRefusedAndNothingIsChanged(String kind) throws ProblemException {
    KeyDesk desk = moved(KeyDesk.withDkek(1));
    SimulatedState before = desk.desk().device.state();
    ProblemException refused =
        assertThrows(ProblemException.class, () -> desk.create(KeyDesk.key(kind, 1)));
    assertInstanceOf(ReaderTooSmall.class, refused.problem());
    assertEquals(before, desk.desk().device.state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-2048", "AES-256", "brainpoolP224r1"})
  void keysThatNeedFewNumbersAreMade(String kind) throws ProblemException {
    KeyDesk desk = moved(KeyDesk.withDkek(1));
    StoredKey key = desk.create(KeyDesk.key(kind, 1));
    assertEquals(key, desk.list().keys().getFirst());
  }
}
