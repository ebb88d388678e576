// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.CreateXkekDomain;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.GroupProblem.DomainOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.MembershipForAnotherDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * A device that joins a group (byte reference, sections 8.6 and 10.5 [2+]).
 *
 * @param hsm the device, unlocked
 * @param device which one it is
 */
public record GroupMember(SmartCardHsm hsm, DeviceInfo device) {

  /**
   * Has the device believe the signer's device, sets the key domain up and reads it back. If it
   * stops in between, the domain is there or not: {@link #isIn} tells.
   *
   * @param domain an index where nothing is set up
   * @param membership for this device, verified before
   * @return what the device then tells of the key domain
   * @throws ProblemException {@code FirmwareTooOld} before anything is sent; {@link
   *     KeyDomainUnavailable}; {@link MembershipForAnotherDevice}; {@link
   *     CertificateRefusedByDevice}; {@code MembershipRefusedByDevice}; {@link
   *     DomainOfAnotherGroup}; {@code NotLoggedIn}
   */
  public KeyDomainStatus join(KeyDomainIndex domain, Membership membership)
      throws ProblemException {
    device.require(Feature.XKEK);
    DeviceId own = DeviceId.of(device.certificates());
    if (!membership.isFor(own)) {
      throw new MembershipForAnotherDevice(own.serial()).asException();
    }
    if (!(hsm.send(new QueryKeyDomain(domain)) instanceof KeyDomainSlot.Undefined)) {
      throw new KeyDomainUnavailable(domain.value()).asException();
    }
    new Belief(hsm).in(new DeviceId(membership.device(), membership.issuer()));
    hsm.send(new CreateXkekDomain(domain, membership));
    return requireIn(domain, membership.uid());
  }

  /**
   * Reads a key domain back.
   *
   * @throws ProblemException {@link KeyDomainNotCreated}; {@link DomainOfAnotherGroup}
   */
  public KeyDomainStatus requireIn(KeyDomainIndex domain, KeyDomainUid uid)
      throws ProblemException {
    if (!(hsm.send(new QueryKeyDomain(domain))
        instanceof KeyDomainSlot.Defined(KeyDomainStatus status))) {
      throw new KeyDomainNotCreated(domain.value()).asException();
    }
    if (status.group().filter(uid::equals).isEmpty()) {
      throw new DomainOfAnotherGroup(
              domain.value(), uid.toText(), status.group().map(KeyDomainUid::toText).orElse("DKEK"))
          .asException();
    }
    return status;
  }

  /** Whether the key domain is set up for this group. */
  public boolean isIn(KeyDomainIndex domain, KeyDomainUid uid) throws ProblemException {
    return hsm.send(new QueryKeyDomain(domain))
            instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
        && status.group().filter(uid::equals).isPresent();
  }
}
