// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.ChipAuthentication;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.ProblemException;

/**
 * What is told of a device wherever its status is shown: on the command line, in the window and in
 * a record. The texts are codes that a record keeps; {@code Sentences.value} says them in words.
 *
 * @param status what it tells everybody
 * @param verdict what its certificates are worth
 * @param proven whether it proved that it has their key
 */
public record DeviceReport(DeviceStatus status, ChainVerdict verdict, boolean proven) {
  /** Stands where there is nothing. */
  public static final String NONE = "none";

  /**
   * Asks a device. Changes nothing on it and costs no try, but locks it.
   *
   * @param today the day on which its certificates are looked at
   * @throws ProblemException {@code AnotherApplet} if it is no SmartCard-HSM; {@code DeviceGone}
   */
  public static DeviceReport read(SmartCardHsm hsm, LocalDate today) throws ProblemException {
    DeviceStatus status = DeviceStatus.read(hsm);
    return new DeviceReport(
        status,
        status.device().certificates().verdict(TrustAnchors.known(), today),
        ChipAuthentication.proves(hsm, status.device()));
  }

  /** Where it comes from. */
  public Origin origin() {
    return proven ? verdict.origin() : verdict.origin().unproven();
  }

  /** What its firmware can do and older ones could not. */
  public List<Feature> features() {
    return Arrays.stream(Feature.values()).filter(status.device()::supports).toList();
  }

  /** What it was initialised to do. */
  public List<DeviceOption> options() {
    return status.device().applet().options().stream().sorted().toList();
  }

  /** The key domains that are set up, by index. */
  public List<Integer> domains() {
    List<KeyDomainSlot> slots = status.keyDomains().slots();
    return IntStream.range(0, slots.size())
        .filter(index -> slots.get(index) instanceof KeyDomainSlot.Defined)
        .boxed()
        .toList();
  }

  /**
   * How a key domain stands: {@code key KCV SHARES}, {@code missing MISSING SHARES}, {@code noKey};
   * of an XKEK domain {@code exchanged KCV UID} or {@code exchangedNoKey UID}; {@code notSetUp}
   * where there is only room for one, or not even that.
   */
  public String domain(int index) {
    List<KeyDomainSlot> slots = status.keyDomains().slots();
    return index < slots.size()
            && slots.get(index) instanceof KeyDomainSlot.Defined(KeyDomainStatus told)
        ? domain(told)
        : "notSetUp";
  }

  /** All zeros are no check value but the sign that there is no key. */
  private static String domain(KeyDomainStatus told) {
    if (told.isExchanged()) {
      String uid = told.uid().orElseThrow().toHex();
      return told.hasKey()
          ? "exchanged " + told.keyCheckValue().toText() + " " + uid
          : "exchangedNoKey " + uid;
    }
    if (told.hasKey()) {
      return "key " + told.keyCheckValue().toText() + " " + told.shares();
    }
    return told.outstanding() > 0 ? "missing " + told.outstanding() + " " + told.shares() : "noKey";
  }

  /** Codes one after the other, as they are told in one breath. */
  static String list(List<?> codes) {
    return codes.isEmpty()
        ? NONE
        : codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
