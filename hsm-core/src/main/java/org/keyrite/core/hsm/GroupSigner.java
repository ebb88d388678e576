// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.GroupProblem.MembershipSignedWrong;
import org.keyrite.core.problem.GroupProblem.SignerMadeElsewhere;
import org.keyrite.core.problem.GroupProblem.SignerMissing;
import org.keyrite.core.problem.GroupProblem.SignerRequestMissing;
import org.keyrite.core.problem.ProblemException;

/**
 * A group signer on a device: an ECDSA key on brainpoolP256r1 beside which the device's request for
 * it still stands (byte reference, section 10.1 [2+]).
 *
 * @param key the key
 * @param request what the device said when it made the key
 */
public record GroupSigner(StoredKey key, CvRequest request) {
  /** By which the key can sign memberships; the first that its list allows is taken. */
  private static final List<Algorithm> SIGNING = List.of(Algorithm.ECDSA, Algorithm.ECDSA_SHA256);

  /** Kind and size of every group signer. */
  public static final KeySpec SPEC = new KeySpec.Ec(Membership.CURVE);

  /**
   * A group signer that is to be made: it may sign, and leave the device if a key domain is named
   * for it.
   *
   * @param domain under whose key encryption key it can be backed up; nothing: it never leaves
   * @throws ProblemException what a label or an ID is refused for
   */
  public static NewKey newKey(String label, Bytes id, Optional<KeyDomainIndex> domain)
      throws ProblemException {
    Set<KeyUse> uses =
        domain.isPresent() ? Set.of(KeyUse.SIGN, KeyUse.BACK_UP) : Set.of(KeyUse.SIGN);
    AllowedAlgorithms algorithms = AllowedAlgorithms.forUses(SPEC, uses);
    KeyTerms terms = new KeyTerms(algorithms, domain, OptionalLong.empty());
    return new NewKey(SPEC, terms, KeyLabel.of(label), PkcsId.of(id));
  }

  /**
   * The keys on a device that can be group signers. Whoever signed anything with them before, no
   * device tells.
   */
  public static List<GroupSigner> find(KeyList keys) {
    return keys.keys().stream().map(GroupSigner::of).flatMap(Optional::stream).toList();
  }

  private static Optional<GroupSigner> of(StoredKey key) {
    return key.certificate()
        .filter(KeyCertificate.Request.class::isInstance)
        .map(file -> ((KeyCertificate.Request) file).request())
        .filter(request -> Membership.isOfSigner(request.publicKey()))
        .filter(_ -> SIGNING.stream().anyMatch(key.terms().algorithms()::allows))
        .map(request -> new GroupSigner(key, request));
  }

  /**
   * A key as group signer.
   *
   * @throws ProblemException {@link SignerRequestMissing}, if a certificate took the request's
   *     place or the key is of another kind
   */
  public static GroupSigner require(StoredKey key) throws ProblemException {
    return of(key)
        .orElseThrow(() -> new SignerRequestMissing(key.reference().value()).asException());
  }

  /**
   * The group signer of this group on a device.
   *
   * @throws ProblemException {@link SignerMissing}
   */
  public static GroupSigner require(KeyList keys, KeyDomainUid uid, DeviceSerial device)
      throws ProblemException {
    return find(keys).stream()
        .filter(signer -> signer.uid().equals(uid))
        .findFirst()
        .orElseThrow(() -> new SignerMissing(device.text(), uid.toText()).asException());
  }

  /** The name of the group. */
  public KeyDomainUid uid() {
    return KeyDomainUid.of((EcPublicKey) request.publicKey());
  }

  /**
   * Refuses a group signer for which another device vouched: a membership holds the certificates of
   * that device, and this one has only its own.
   *
   * @throws ProblemException {@link SignerMadeElsewhere}, {@code RequestUnproven}
   */
  public void requireMadeBy(DeviceInfo device) throws ProblemException {
    if (!request.device().equals(device.certificates().device().holder())) {
      throw new SignerMadeElsewhere(device.serial().text(), request.device().holder())
          .asException();
    }
    request.verify(device.certificates());
  }

  /**
   * Has the device sign that a member belongs to the group. The device must be unlocked. What comes
   * back is verified here; the chains of both devices are for the caller to judge.
   *
   * @param hsm the device with the key
   * @param device which one it is
   * @throws ProblemException {@link MembershipSignedWrong}, {@code KeyUsedUp}, {@code NotLoggedIn},
   *     {@link SignerMadeElsewhere}, {@code RequestUnproven}
   */
  public Membership issue(SmartCardHsm hsm, DeviceInfo device, DeviceId member)
      throws ProblemException {
    requireMadeBy(device);
    Algorithm algorithm =
        SIGNING.stream().filter(key.terms().algorithms()::allows).findFirst().orElseThrow();
    EcPublicKey publicKey = (EcPublicKey) request.publicKey();
    Bytes signature =
        new Signing(hsm)
            .sign(key.reference(), publicKey, algorithm, Membership.signedBytes(member));
    DeviceId own = DeviceId.of(device.certificates());
    Membership membership =
        new Membership(own.issuer(), own.device(), request, publicKey.plain(signature));
    if (!membership.isFor(member)) {
      throw new MembershipSignedWrong(member.serial()).asException();
    }
    return membership;
  }
}
