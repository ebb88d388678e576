// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Perform;

/**
 * What a {@link ShareImport} does on devices: straight-line code on a desk. Every decision is made
 * on a status that was read in the same job, never on what an earlier step had been told: an answer
 * may have been lost with its device.
 */
final class ShareImportWork {
  private final ImportPlan plan;
  private final DomainWork domain;

  ShareImportWork(ImportPlan plan) {
    this.plan = plan;
    this.domain = plan.domain();
  }

  /**
   * Proves the PIN and has a domain in which every share is missing. Whatever came in since the
   * device was first looked at came from this ceremony, and is cleared.
   */
  void begin(Desk desk, int d) throws ProblemException {
    boolean cleared =
        desk.use(
            DeviceFacts.serial(d),
            (hsm, device) -> {
              boolean creates = plan.createsDomain() && domain.isUndefined(hsm);
              boolean clears = !creates && mayClear(desk, d, domain.status(hsm));
              Unlock.logIn(desk, hsm, d);
              if (creates) {
                hsm.send(new CreateDkekDomain(domain.index(), plan.shares()));
              }
              if (clears) {
                device.require(Feature.KEY_DOMAINS);
                hsm.send(new ClearKeyEncryptionKey(domain.index()));
              }
              domain.requireMissing(plan.shares(), domain.status(hsm));
              return clears;
            });
    desk.put(DeviceFacts.cleared(d), cleared);
  }

  /** Whether there is something to clear; refuses what was there before and is not to go. */
  private boolean mayClear(Desk desk, int d, KeyDomainStatus status) throws ProblemException {
    int n = plan.shares();
    if (status.outstanding() == n) {
      return false;
    }
    if (desk.get(DeviceFacts.missing(d)) != n && !plan.clears()) {
      throw new DeviceProblem.SharesThereAlready(domain.index().value(), n).asException();
    }
    return true;
  }

  /** Gives the i-th share to a device that does not have it yet, and reads that it took it. */
  void give(Desk desk, int i, int d) throws ProblemException {
    int before = plan.shares() - i + 1;
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          KeyDomainStatus status = domain.status(hsm);
          if (LostAnswer.isPossible(desk) && isThere(desk, i, status)) {
            return status;
          }
          domain.requireMissing(before, status);
          KeyDomainStatus after = take(desk, hsm, device, i, d);
          domain.requireMissing(before - 1, after);
          return after;
        });
  }

  /**
   * Not every device wants to be unlocked for a share; one that does says so. pico-hsm does not say
   * so, and forgets the share (byte reference, section 5.4 [1]).
   */
  private KeyDomainStatus take(Desk desk, SmartCardHsm hsm, DeviceInfo device, int i, int d)
      throws ProblemException {
    try (DkekShare share = DkekShare.taking(desk.get(ShareOpening.opened(i)).copy())) {
      ImportDkekShare give = new ImportDkekShare(domain.index(), share);
      if (!device.applet().isPicoHsm()) {
        try {
          return hsm.send(give);
        } catch (ProblemException e) {
          if (!(e.problem() instanceof DeviceProblem.NotLoggedIn)) {
            throw e;
          }
        }
      }
      Unlock.logIn(desk, hsm, d);
      return hsm.send(give);
    }
  }

  /** Looks whether the share of work that had begun reached its device. */
  Perform.Doubt.Finding wasGiven(Desk desk, int i, int d) throws ProblemException {
    return desk.use(
        DeviceFacts.serial(d),
        (hsm, device) ->
            isThere(desk, i, domain.status(hsm))
                ? Perform.Doubt.Finding.HAPPENED
                : Perform.Doubt.Finding.DID_NOT_HAPPEN);
  }

  /**
   * Whether the share that this work had begun to give is there: one fewer is missing, the device
   * and the record have agreed so far, and it has always been the same share. The device says how
   * many are missing, never which.
   */
  private boolean isThere(Desk desk, int i, KeyDomainStatus status) {
    String disagreed = new DeviceProblem.MissingSharesDiffer(0, 0, 0).key();
    String now = desk.get(ShareSteps.fileHash(i)).toHex();
    return status.outstanding() == plan.shares() - i
        && !desk.refusals().contains(disagreed)
        && desk.voided(ShareSteps.fileHash(i)).stream().allMatch(now::equals);
  }

  /** All shares are there and make a key. */
  void verify(Desk desk, int d) throws ProblemException {
    KeyDomainStatus status = desk.use(DeviceFacts.serial(d), (hsm, device) -> domain.status(hsm));
    domain.requireMissing(0, status);
    desk.put(DeviceFacts.kcv(d), CheckValues.of(status, desk.get(DeviceFacts.serial(d))).toText());
  }

  /** All devices have the same key, and the one that was expected. */
  void settle(Desk desk) throws ProblemException {
    desk.put(SheetFacts.KCV, CheckValues.settled(desk, plan.devices(), plan.expectedKcv()));
  }
}
