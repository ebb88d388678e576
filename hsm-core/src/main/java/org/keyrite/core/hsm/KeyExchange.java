// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.DeriveXkek;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.QueryKeyTerms;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.DeviceProblem.ReaderTooSmall;
import org.keyrite.core.problem.ExchangeProblem.AgreedKeyRemains;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyRemains;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRequestMissing;
import org.keyrite.core.problem.ExchangeProblem.NothingAgreed;
import org.keyrite.core.problem.ExchangeProblem.PartnerIsSameDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * One device's side of an agreement on an XKEK with another device of its group (byte reference,
 * section 11 [2+]): it makes an exchange key, gives its request to the other, agrees by the other's
 * request, and afterwards forgets everything again. The device must be unlocked.
 *
 * @param hsm the device
 * @param device which one it is
 * @param domain its key domain of the group
 * @param group name of the group
 */
public record KeyExchange(
    SmartCardHsm hsm, DeviceInfo device, KeyDomainIndex domain, KeyDomainUid group) {
  /** Kind and size of every exchange key. */
  public static final KeySpec SPEC = new KeySpec.Ec(ExchangeRequest.CURVE);

  /** What exchange keys can do, and by which they are told from other keys: agree, nothing else. */
  private static final AllowedAlgorithms AGREE =
      new AllowedAlgorithms(Bytes.of((byte) Algorithm.ECDH_XKEK.id()));

  /** For one agreement, so that what was agreed later tells nothing of what was agreed before. */
  private static final long USES = 1;

  // As for wrapped keys: every reader that is known carries so many (section 1.6 [1]).
  private static final int LONGEST_IN_COMMAND = 1000;

  /**
   * An exchange key that is to be made: good for one agreement in this key domain.
   *
   * @throws ProblemException what a label or an ID is refused for
   */
  public static NewKey newKey(String label, Bytes id, KeyDomainIndex domain)
      throws ProblemException {
    KeyTerms terms = new KeyTerms(AGREE, Optional.of(domain), OptionalLong.of(USES));
    return new NewKey(SPEC, terms, KeyLabel.of(label), PkcsId.of(id));
  }

  /** The exchange keys of a key domain that are on a device, whoever left them. */
  public static List<StoredKey> find(KeyList keys, KeyDomainIndex domain) {
    return keys.keys().stream().filter(key -> isExchange(key.terms(), domain)).toList();
  }

  /**
   * What the other device is given: the request that stands beside an exchange key, with this
   * device's certificates. It names the group, or is refused.
   *
   * @throws ProblemException {@link ExchangeRequestMissing}; {@code RequestOfAnotherDevice}; {@code
   *     RequestUnproven}; {@code ExchangeRequestWithoutGroup}; {@code PartnerOfAnotherGroup}
   */
  public ExchangeRequest request(StoredKey key) throws ProblemException {
    CvRequest found =
        key.certificate()
            .filter(KeyCertificate.Request.class::isInstance)
            .map(file -> ((KeyCertificate.Request) file).request())
            .orElseThrow(() -> new ExchangeRequestMissing(key.reference().value()).asException());
    found.verify(device.certificates());
    ExchangeRequest request = ExchangeRequest.of(DeviceId.of(device.certificates()), found);
    request.require(group);
    return request;
  }

  /**
   * Agrees with the other device, and reads back what was agreed.
   *
   * @param key an exchange key of this device
   * @param partner the other device's request, verified before
   * @return the check value, never zeros
   * @throws ProblemException before anything is sent {@code FirmwareTooOld}, {@link
   *     PartnerIsSameDevice}, {@code ExchangeRequestWithoutGroup}, {@code PartnerOfAnotherGroup};
   *     then {@code DomainOfAnotherGroup}, {@code CertificateRefusedByDevice}, {@code
   *     ExchangeRefusedByDevice}, {@code KeyUsedUp}, {@link NothingAgreed}, {@code NotLoggedIn}
   */
  public KeyCheckValue agree(KeyId key, ExchangeRequest partner) throws ProblemException {
    device.require(Feature.XKEK);
    if (partner.device().publicKey().equals(device.certificates().device().publicKey())) {
      throw new PartnerIsSameDevice(device.serial().text()).asException();
    }
    partner.require(group);
    status();
    derive(key, partner);
    KeyDomainStatus agreed = status();
    if (!agreed.hasKey()) {
      throw new NothingAgreed(device.serial().text(), domain.value()).asException();
    }
    return agreed.keyCheckValue();
  }

  private KeyDomainStatus status() throws ProblemException {
    return new GroupMember(hsm, device).requireIn(domain, group);
  }

  private void derive(KeyId key, ExchangeRequest partner) throws ProblemException {
    CvRequest request = partner.request();
    if (request.content().size() <= LONGEST_IN_COMMAND && hsm.coding() == Coding.EXTENDED) {
      try {
        new Belief(hsm).in(partner.deviceId());
        hsm.send(new DeriveXkek(key, Optional.of(request)));
        return;
      } catch (ProblemException e) {
        if (!(e.problem() instanceof ReaderTooSmall)) {
          throw e;
        }
      }
    }
    hsm.writeFile(FileId.SCRATCH, request.content());
    new Belief(hsm).in(partner.deviceId());
    hsm.send(new DeriveXkek(key, Optional.empty()));
  }

  /**
   * Forgets the agreed key, deletes every exchange key of the domain, and reads both back. Keys of
   * the domain stay. May be done again, and does no harm where there is nothing to clean.
   *
   * @throws ProblemException {@code DomainOfAnotherGroup}; {@link AgreedKeyRemains}; {@link
   *     ExchangeKeyRemains}; {@code NotLoggedIn}
   */
  public void cleanUp() throws ProblemException {
    if (status().hasKey()) {
      hsm.send(new ClearKeyEncryptionKey(domain));
    }
    for (KeyId left : left()) {
      KeyDeletion.deleteKeyLast(hsm, left);
    }
    requireClean();
  }

  /** The exchange keys that are on the device; of other keys, only what they may do is asked. */
  private List<KeyId> left() throws ProblemException {
    List<KeyId> left = new ArrayList<>();
    for (FileId file : hsm.send(new EnumerateObjects())) {
      if (file.isKey() && file.key().isPresent()) {
        KeyId key = file.key().get();
        hsm.send(new QueryKeyTerms(key))
            .filter(terms -> isExchange(terms, domain))
            .ifPresent(terms -> left.add(key));
      }
    }
    return left;
  }

  private static boolean isExchange(KeyTerms terms, KeyDomainIndex domain) {
    return terms.algorithms().equals(AGREE) && terms.domain().equals(Optional.of(domain));
  }

  /** Whether an exchange left nothing on the device. */
  public boolean isClean() throws ProblemException {
    return !status().hasKey() && left().isEmpty();
  }

  /**
   * Refuses a device that an exchange left something on.
   *
   * @throws ProblemException {@link AgreedKeyRemains}; {@link ExchangeKeyRemains}
   */
  public void requireClean() throws ProblemException {
    String serial = device.serial().text();
    if (status().hasKey()) {
      throw new AgreedKeyRemains(serial, domain.value()).asException();
    }
    List<KeyId> left = left();
    if (!left.isEmpty()) {
      throw new ExchangeKeyRemains(serial, left.getFirst().value()).asException();
    }
  }
}
