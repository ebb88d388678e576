// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.GroupSignerSteps.D;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Seat;

/** What a {@link org.keyrite.wizards.ceremonies.GroupSigner} does: straight-line code on a desk. */
final class GroupSignerWork {
  private final Facts plan;
  private final boolean makes;

  GroupSignerWork(Facts plan, boolean makes) {
    this.plan = plan;
    this.makes = makes;
  }

  private KeyDomainIndex domain() {
    return new KeyDomainIndex(plan.get(ImportPlan.DOMAIN));
  }

  private static KeyTerms terms(boolean leaves, KeyDomainIndex domain) {
    Set<KeyUse> uses = leaves ? Set.of(KeyUse.SIGN, KeyUse.BACK_UP) : Set.of(KeyUse.SIGN);
    return new KeyTerms(
        AllowedAlgorithms.forUses(GroupSigner.SPEC, uses),
        leaves ? Optional.of(domain) : Optional.empty(),
        OptionalLong.empty());
  }

  /** Which device it is, which group signers it has, and whether a new one could leave it. */
  void look(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(D),
        (hsm, device) -> {
          DeviceLook.identity(desk, D, hsm, device);
          hsm.pins().requireInitialised();
          List<GroupFacts.Candidate> found =
              GroupSigner.find(KeyList.read(hsm)).stream().map(GroupFacts.Candidate::of).toList();
          if (found.isEmpty() && !makes) {
            throw new GroupProblem.NoSignerOnDevice(device.serial().text()).asException();
          }
          desk.put(GroupFacts.FOUND, found);
          desk.put(
              GroupFacts.CHANCE,
              BackupChance.of(terms(true, domain()), KeyDomains.read(hsm, device)).name());
          return device;
        });
  }

  /** The key of this plan, which may leave its device only where that is worth anything. */
  private KeyMaking making(Desk desk) throws ProblemException {
    boolean leaves = desk.get(GroupFacts.CHANCE).equals(BackupChance.POSSIBLE.name());
    KeyLabel label = KeyLabel.of(plan.get(org.keyrite.wizards.ceremonies.GroupSigner.LABEL));
    return new KeyMaking(D, wanted(terms(leaves, domain()), label), GroupSignerWork::logIn);
  }

  private static KeyMaking.Wanted wanted(KeyTerms terms, KeyLabel label) {
    return new KeyMaking.Wanted() {
      @Override
      public NewKey key(PkcsId id) {
        return new NewKey(GroupSigner.SPEC, terms, label, id);
      }

      @Override
      public boolean allows(KeyTerms found) {
        return found.equals(terms);
      }
    };
  }

  private static void logIn(Desk desk, SmartCardHsm hsm) throws ProblemException {
    Unlock.logIn(desk, hsm, D);
  }

  void prepare(Desk desk) throws ProblemException {
    making(desk).prepare(desk, PkcsId.of(desk.place().random().bytes(KeyMaking.ID_SIZE)));
  }

  void generate(Desk desk) throws ProblemException {
    PublicKey made = making(desk).generate(desk).requirePublicKey();
    desk.put(NewKeyFacts.PUBLIC_KEY, made.encode().toHex());
    desk.put(NewKeyFacts.FINGERPRINT, made.fingerprint().toHex());
  }

  void prove(Desk desk) throws ProblemException {
    PublicKey expected = publicKey(desk);
    Proof proof =
        desk.use(
            DeviceFacts.serial(D),
            (hsm, device) -> {
              Unlock.logIn(desk, hsm, D);
              return new KeyProof(hsm, desk.place().random())
                  .prove(KeyMaking.key(hsm, desk), expected);
            });
    desk.put(NewKeyFacts.PROOF, proof.algorithm().name());
    desk.put(NewKeyFacts.CHALLENGE, proof.challenge());
    desk.put(NewKeyFacts.ANSWER, proof.answer());
  }

  private static PublicKey publicKey(Desk desk) {
    return PublicKey.parse(Bytes.fromHex(desk.get(NewKeyFacts.PUBLIC_KEY))).orElseThrow();
  }

  /**
   * Reads the group signer as anybody can, and verifies what its device said when it made it.
   *
   * @param chosen whether its number is known; else it is the only one
   */
  void read(Desk desk, boolean chosen) throws ProblemException {
    desk.use(
        DeviceFacts.serial(D),
        (hsm, device) -> {
          int reference =
              chosen
                  ? desk.get(NewKeyFacts.REFERENCE)
                  : desk.get(GroupFacts.FOUND).getFirst().reference();
          StoredKey key =
              KeyList.read(hsm, new KeyId(reference))
                  .orElseThrow(() -> new KeyProblem.KeyMissing(reference).asException());
          GroupSigner signer = GroupSigner.require(key);
          signer.requireMadeBy(device);
          if (makes && !signer.request().publicKey().equals(publicKey(desk))) {
            throw new KeyProblem.KeyNotAsPlanned(reference).asException();
          }
          desk.put(GroupFacts.UID, signer.uid());
          desk.put(GroupFacts.WORDS, GroupFacts.words(signer.uid()));
          desk.put(NewKeyFacts.LABEL, ListedKey.plain(key.label().orElse(KeyFacts.NONE)));
          desk.put(NewKeyFacts.BACKUP, key.backupChance(KeyDomains.read(hsm, device)).name());
          return device;
        });
  }

  /** Opens the register of members in the folder of this ceremony. */
  void register(Desk desk) throws ProblemException {
    MemberRegister opened =
        MemberRegister.open(
            new MemberRegister.Group(
                desk.get(GroupFacts.UID),
                desk.get(DeviceFacts.serial(D)),
                desk.get(DeviceFacts.fingerprint(D)),
                desk.get(Seat.OFFICER.person()),
                desk.place().clock().instant(),
                desk.get(CeremonyState.CEREMONY_ID)));
    desk.put(GroupFacts.REGISTER, opened.fileName());
    desk.put(GroupFacts.REGISTER_HASH, opened.writeTo(desk.place().folder()));
  }

  void sheet(Desk desk) throws ProblemException {
    desk.put(GroupFacts.SHEET, new GroupSheets(plan, desk).signer(D));
  }
}
