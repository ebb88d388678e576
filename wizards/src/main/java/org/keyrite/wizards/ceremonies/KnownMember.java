// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/**
 * What is known of the members of the groups that a device is in. The device itself knows the UID
 * of a group and nobody in it; a {@link MemberRegister} does. Lists of them are facts, so their
 * text is what people read.
 *
 * @param state what is known
 * @param domain the key domain of the group
 * @param serial of the member; of a state that is not about a member, the name of the register that
 *     is meant
 * @param since the day on which the member was let in, UTC
 * @param by who let it in
 */
record KnownMember(String state, int domain, String serial, String since, String by) {
  /** The members of all groups of a device. */
  static final Fact<List<KnownMember>> TOLD =
      new Fact<>("device.members", new Codec<>(KnownMember::written, KnownMember::read));

  /** Another device. */
  static final String MEMBER = "MEMBER";

  /** The device that is looked at. */
  static final String THIS = "THIS";

  /** The register has a device of this serial with another certificate. */
  static final String OTHER_CERTIFICATE = "OTHER_CERTIFICATE";

  /** The device is in the group, and the register does not have it. */
  static final String NOT_LISTED = "NOT_LISTED";

  /** The register is that of another group. */
  static final String OTHER_GROUP = "OTHER_GROUP";

  /** There is no register. */
  static final String UNKNOWN = "UNKNOWN";

  private static final int WORDS = 5;

  /** What is known of every group that a device is in. */
  static List<KnownMember> of(
      KeyDomains domains, DeviceInfo device, Optional<MemberRegister> register) {
    List<KnownMember> all = new ArrayList<>();
    for (int i = 0; i < domains.slots().size(); i++) {
      if (domains.slots().get(i) instanceof KeyDomainSlot.Defined(KeyDomainStatus status)) {
        Optional<KeyDomainUid> group = status.group();
        if (group.isPresent()) {
          all.addAll(of(i, group.get(), device, register));
        }
      }
    }
    return all;
  }

  private static List<KnownMember> of(
      int domain, KeyDomainUid group, DeviceInfo device, Optional<MemberRegister> register) {
    String meant = MemberRegister.fileName(group);
    if (register.isEmpty()) {
      return List.of(new KnownMember(UNKNOWN, domain, meant, "", ""));
    }
    if (!register.get().group().uid().equals(group)) {
      return List.of(new KnownMember(OTHER_GROUP, domain, meant, "", ""));
    }
    List<KnownMember> members =
        new ArrayList<>(
            register.get().members().stream().map(one -> listed(domain, one, device)).toList());
    if (members.stream().noneMatch(one -> one.state().equals(THIS))) {
      members.add(new KnownMember(NOT_LISTED, domain, device.serial().text(), "", ""));
    }
    return members;
  }

  private static KnownMember listed(int domain, MemberRegister.Member member, DeviceInfo device) {
    boolean isSerial = member.serial().equals(device.serial().text());
    boolean isCertificate = member.fingerprint().equals(device.certificates().fingerprint());
    return new KnownMember(
        isSerial ? isCertificate ? THIS : OTHER_CERTIFICATE : MEMBER,
        domain,
        member.serial(),
        LocalDate.ofInstant(member.when(), ZoneOffset.UTC).toString(),
        member.who());
  }

  private static String written(List<KnownMember> members) {
    return CodeWords.written(members.stream().map(KnownMember::words));
  }

  private List<String> words() {
    return List.of(state, String.valueOf(domain), serial, since, by);
  }

  private static List<KnownMember> read(String text) {
    Stream<List<String>> items = CodeWords.read(text, WORDS).stream();
    return items
        .map(words ->
            new KnownMember(
                words.get(0),
                Integer.parseInt(words.get(1)),
                words.get(2),
                words.get(3),
                words.get(4)))
        .toList();
  }
}
