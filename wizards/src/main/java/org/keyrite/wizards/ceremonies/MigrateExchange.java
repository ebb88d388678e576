// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.QueryKeyTerms;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;

/**
 * How the two devices of a {@link XkekMigrate} agree on a key encryption key, and forget it.
 *
 * @param plan what was decided
 */
record MigrateExchange(Facts plan) {
  /** Nothing of an exchange is on a device. */
  static final String CLEAN = "clean";

  /** An agreed key or an exchange key is on it. */
  static final String LEFT = "left";

  /** What this migration agreed on before is on it, and serves once more. */
  static final String AGREED = "agreed";

  static final String LABEL = "Exchange";
  static final int ID_SIZE = 8;

  /** The key domain of the group on a device. */
  KeyDomainIndex domain(int d) {
    return new KeyDomainIndex(
        plan.get(d == MigrateFacts.SOURCE ? ImportPlan.DOMAIN : XkekMigrate.TARGET_DOMAIN));
  }

  KeyExchange side(SmartCardHsm hsm, DeviceInfo device, int d, KeyDomainUid group) {
    return new KeyExchange(hsm, device, domain(d), group);
  }

  /** Makes the exchange key, after whatever an earlier exchange left was cleaned up. */
  void make(Desk desk, int d) throws ProblemException {
    make(desk, d, LABEL, desk.place().random().bytes(ID_SIZE));
  }

  /** The same, with this label and this ID. */
  void make(Desk desk, int d, String label, Bytes id) throws ProblemException {
    ExchangeRequest request =
        desk.use(
            DeviceFacts.serial(d),
            (hsm, device) -> {
              KeyExchange side = side(hsm, device, d, desk.get(GroupFacts.UID));
              Unlock.logIn(desk, hsm, d);
              side.cleanUp();
              StoredKey made =
                  new KeyCreation(hsm, device)
                      .create(KeyList.read(hsm), KeyExchange.newKey(label, id, domain(d)));
              desk.put(MigrateFacts.key(d), made.reference().value());
              return side.request(made);
            });
    String name = request.device().holder().text() + ExchangeRequest.ENDING;
    new KeyFolder(desk.place().folder()).write(name, request.encode(), true);
    desk.put(MigrateFacts.file(d), name);
    desk.put(MigrateFacts.hash(d), request.encode().sha256());
  }

  /** Has a device agree by the request of the other, which must be the device that was named. */
  void agree(Desk desk, int d, int other) throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    String name = desk.get(MigrateFacts.file(other));
    folder.require(name, desk.get(MigrateFacts.hash(other)));
    ExchangeRequest partner =
        ExchangeRequest.parse(KeyFolder.read(desk.place().folder().resolve(name)));
    KeyDomainUid group = desk.get(GroupFacts.UID);
    LocalDate today = EnrolExport.today(desk);
    partner.verify(group, TrustAnchors.known(), today);
    if (!partner.deviceId().fingerprint().equals(desk.get(DeviceFacts.fingerprint(other)))) {
      throw new ExchangeProblem.PartnerChanged(partner.deviceId().serial()).asException();
    }
    KeyCheckValue agreed =
        desk.use(
            DeviceFacts.serial(d),
            (hsm, device) -> {
              Unlock.logIn(desk, hsm, d);
              KeyDomainStatus now = new GroupMember(hsm, device).requireIn(domain(d), group);
              KeyId key = new KeyId(desk.get(MigrateFacts.key(d)));
              if (now.hasKey()) {
                // The exchange key is good for one agreement: once it is used up, this is that one.
                if (LostAnswer.isPossible(desk) || isUsedUp(hsm.send(new QueryKeyTerms(key)))) {
                  return now.keyCheckValue();
                }
                hsm.send(new ClearKeyEncryptionKey(domain(d)));
              }
              return side(hsm, device, d, group).agree(key, partner);
            });
    desk.put(DeviceFacts.kcv(d), agreed.toText());
  }

  /** Whether an exchange key cannot agree any more. */
  static boolean isUsedUp(Optional<KeyTerms> terms) {
    return terms.filter(known -> known.uses().equals(OptionalLong.of(0))).isPresent();
  }

  /** The program compares before people do. */
  void compare(Desk desk) throws ProblemException {
    String one = desk.get(DeviceFacts.kcv(MigrateFacts.SOURCE));
    String other = desk.get(DeviceFacts.kcv(MigrateFacts.TARGET));
    if (!one.equals(other)) {
      throw new ExchangeProblem.CheckValuesOfPartnersDiffer(one, other).asException();
    }
  }

  /** Forgets what was agreed, and reads back that nothing is left. */
  void clean(Desk desk, int d) throws ProblemException {
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          Unlock.logIn(desk, hsm, d);
          side(hsm, device, d, desk.get(GroupFacts.UID)).cleanUp();
          return device;
        });
    desk.put(MigrateFacts.cleaned(d), CLEAN);
  }
}
