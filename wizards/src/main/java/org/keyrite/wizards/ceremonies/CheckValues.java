// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Locale;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.GroupProblem.DevicesInTwoGroups;
import org.keyrite.core.problem.GroupProblem.GroupInPlaceOfCheckValue;
import org.keyrite.core.problem.GroupProblem.OnlyOneInAGroup;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/** Whether devices have a key encryption key, and all the same one. */
final class CheckValues {
  /** Stands before the UID of a group. */
  private static final String GROUP = "GROUP ";

  private CheckValues() {}

  /**
   * What a key domain that is ready for use shows.
   *
   * @throws ProblemException {@code NoKeyEncryptionKey} and what {@link #of} refuses
   */
  static KeyCheckValue read(SmartCardHsm hsm, KeyDomainIndex domain, String serial)
      throws ProblemException {
    return switch (hsm.send(new QueryKeyDomain(domain))) {
      case KeyDomainSlot.Defined(KeyDomainStatus status) when status.outstanding() > 0 ->
          throw new DeviceProblem.NoKeyEncryptionKey(domain.value()).asException();
      case KeyDomainSlot.Defined(KeyDomainStatus status) -> of(status, serial);
      case KeyDomainSlot.Undefined() ->
          throw new DeviceProblem.KeyDomainNotCreated(domain.value()).asException();
      case KeyDomainSlot.BeyondLast() ->
          throw new DeviceProblem.KeyDomainMissing(domain.value()).asException();
      case KeyDomainSlot.None() -> throw new DeviceProblem.NoKeyDomains().asException();
    };
  }

  /**
   * What must be the same on all devices before a key is made: the check value, or the group of an
   * XKEK key domain, whose devices agree on a key only when keys move.
   *
   * @throws ProblemException as {@link #read}
   */
  static String settling(SmartCardHsm hsm, KeyDomainIndex domain, String serial)
      throws ProblemException {
    return hsm.send(new QueryKeyDomain(domain)) instanceof KeyDomainSlot.Defined(KeyDomainStatus s)
            && s.group().isPresent()
        ? GROUP + s.group().get().toHex().toUpperCase(Locale.ROOT)
        : read(hsm, domain, serial).toText();
  }

  /**
   * A check value of zeros is no key, and that of a key of zeros is one that everybody has.
   *
   * @throws ProblemException {@code CheckValueOfNoKey}, {@code SharesCancelEachOther}
   */
  static KeyCheckValue of(KeyDomainStatus status, String serial) throws ProblemException {
    if (!status.hasKey()) {
      throw new DeviceProblem.CheckValueOfNoKey(serial).asException();
    }
    if (status.keyCheckValue().equals(valueOfZeros())) {
      throw new DeviceProblem.SharesCancelEachOther(serial).asException();
    }
    return status.keyCheckValue();
  }

  private static KeyCheckValue valueOfZeros() {
    try (DkekShare zeros = DkekShare.taking(Secret.taking(new byte[DkekShare.SIZE]))) {
      return zeros.keyCheckValue();
    }
  }

  /**
   * The check value that the first so many devices of a ceremony have shown.
   *
   * @param expected the one that was planned, empty where none was
   * @throws ProblemException {@code CheckValuesDiffer}, {@code CheckValueUnexpected}; where they
   *     showed groups, {@link DevicesInTwoGroups}, {@link OnlyOneInAGroup}, {@link
   *     GroupInPlaceOfCheckValue}
   */
  static String settled(Desk desk, int devices, String expected) throws ProblemException {
    String first = desk.get(DeviceFacts.kcv(1));
    String serial = desk.get(DeviceFacts.serial(1));
    for (int d = 2; d <= devices; d++) {
      String other = desk.get(DeviceFacts.kcv(d));
      if (!other.equals(first)) {
        throw different(serial, first, desk.get(DeviceFacts.serial(d)), other).asException();
      }
    }
    if (!expected.isEmpty() && !expected.equals(first)) {
      Problem unexpected =
          group(first)
              .<Problem>map(group -> new GroupInPlaceOfCheckValue(expected, group))
              .orElse(new DeviceProblem.CheckValueUnexpected(expected, first));
      throw unexpected.asException();
    }
    return first;
  }

  private static Problem different(String one, String first, String other, String second) {
    Optional<String> group = group(first);
    Optional<String> otherGroup = group(second);
    if (group.isPresent() && otherGroup.isPresent()) {
      return new DevicesInTwoGroups(one, group.get(), other, otherGroup.get());
    }
    if (group.isPresent()) {
      return new OnlyOneInAGroup(one, group.get(), other);
    }
    return otherGroup
        .<Problem>map(only -> new OnlyOneInAGroup(other, only, one))
        .orElse(new DeviceProblem.CheckValuesDiffer(one, first, other, second));
  }

  /** The group that stands in the place of a check value, as people compare it. */
  private static Optional<String> group(String settling) {
    return Optional.of(settling)
        .filter(text -> text.startsWith(GROUP))
        .map(text -> text.substring(GROUP.length()).toLowerCase(Locale.ROOT))
        .map(hex -> new KeyDomainUid(Bytes.fromHex(hex)).toText());
  }
}
