// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;

/** What is done with keys on a simulated device that is unlocked. */
record KeyDesk(Desk desk) {

  /** With a DKEK of one share of 32 such bytes. */
  static KeyDesk withDkek(int filling) throws ProblemException {
    return settled(Desk.initialised(new KeyDomainSetup.DkekShares(1)), filling);
  }

  /** With this device, whose only share is one of 32 such bytes. */
  static KeyDesk settled(Desk desk, int filling) throws ProblemException {
    try (DkekShare share = Desk.share(filling)) {
      desk.hsm().send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
    }
    desk.verify(Desk.PIN);
    return new KeyDesk(desk);
  }

  static Dkek dkek(int filling) {
    try (DkekShare share = Desk.share(filling)) {
      return Dkek.of(List.of(share));
    }
  }

  SmartCardHsm hsm() {
    return desk.hsm();
  }

  KeyList list() throws ProblemException {
    return KeyList.read(hsm());
  }

  /** Asking which device it is locks it. */
  KeyDomains domains() throws ProblemException {
    KeyDomains domains = KeyDomains.read(hsm(), hsm().identify());
    desk.verify(Desk.PIN);
    return domains;
  }

  KeyCreation creation() throws ProblemException {
    KeyCreation creation = new KeyCreation(hsm(), hsm().identify());
    desk.verify(Desk.PIN);
    return creation;
  }

  KeyTransfer transfer() {
    return new KeyTransfer(hsm());
  }

  KeyProof proof() {
    Random random = Seed.random(KeyDesk.class);
    return new KeyProof(hsm(), new SeededSource(random));
  }

  StoredKey create(NewKey key) throws ProblemException {
    return creation().create(list(), key);
  }

  /** With everything that the kind can do. */
  static NewKey key(String spec, int id) throws ProblemException {
    KeySpec kind = KeySpec.fromText(spec).orElseThrow();
    return key(spec, id, KeyUse.of(kind).toArray(KeyUse[]::new));
  }

  static NewKey key(String spec, int id, KeyUse... uses) throws ProblemException {
    KeySpec kind = KeySpec.fromText(spec).orElseThrow();
    AllowedAlgorithms algorithms = AllowedAlgorithms.forUses(kind, Set.of(uses));
    KeyTerms terms =
        new KeyTerms(algorithms, Optional.of(KeyDomainIndex.FIRST), OptionalLong.empty());
    return key(spec, id, terms);
  }

  static NewKey key(String spec, int id, KeyTerms terms) throws ProblemException {
    return new NewKey(
        KeySpec.fromText(spec).orElseThrow(),
        terms,
        KeyLabel.of("Key " + id),
        PkcsId.of(Bytes.of((byte) id)));
  }
}
