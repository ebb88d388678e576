// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;

/**
 * What is decided before devices join a group.
 *
 * @param facts the decisions
 */
record EnrolPlan(Facts facts) {
  static final Fact<String> VISIT = Fact.text("visit");
  static final Fact<Integer> MEMBERS = Fact.number("members");
  static final Fact<Integer> READERS = Fact.number("readers");
  static final Fact<String> GROUP = Fact.text("group");
  static final Fact<String> REGISTER = Fact.text("register");

  private static final String BEGIN = "begin";
  private static final String CONTINUE = "continue";
  private static final int MOST_MEMBERS = 99;
  private static final int MOST_READERS = 9;
  private static final int LONGEST_UID = 100;

  /** Where the members and the group signer are. */
  enum Visit {
    /** Both in one room. */
    TOGETHER,
    /** At the site of the members, for their device IDs. */
    EXPORT,
    /** At the site of the group signer, for the memberships. */
    ISSUE,
    /** At the site of the members again, for the key domains. */
    JOIN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The visit whose files are carried to this one. */
    Optional<Visit> before() {
      return switch (this) {
        case ISSUE -> Optional.of(EXPORT);
        case JOIN -> Optional.of(ISSUE);
        default -> Optional.empty();
      };
    }
  }

  static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    List<String> visits = List.of(Visit.values()).stream().map(Visit::word).toList();
    fields.add(new Field(VISIT, new Editor.Choice(visits)).preset(Visit.TOGETHER.word()));
    fields.add(new Field(MEMBERS, new Editor.Number(1, MOST_MEMBERS)).preset("1"));
    fields.add(new Field(READERS, new Editor.Number(1, MOST_READERS)).preset("1"));
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(new Field(GROUP, new Editor.Text(0, LONGEST_UID), "", EnrolPlan::refusesUid));
    fields.add(new Field(REGISTER, new Editor.Choice(List.of(BEGIN, CONTINUE))).preset(BEGIN));
    return fields;
  }

  private static Optional<Problem> refusesUid(String text) {
    return text.isBlank() || isUid(text)
        ? Optional.empty()
        : Optional.of(new PlanProblem.NoKeyDomainUid(text));
  }

  private static boolean isUid(String text) {
    return text.replace(" ", "").matches("[0-9A-Fa-f]{64}");
  }

  Visit visit() {
    return Visit.valueOf(facts.get(VISIT).toUpperCase(Locale.ROOT));
  }

  int members() {
    return facts.get(MEMBERS);
  }

  KeyDomainIndex domain() {
    return new KeyDomainIndex(facts.get(ImportPlan.DOMAIN));
  }

  /** The number of the group signer's device: behind those of the members that are here. */
  int signer() {
    return visit() == Visit.TOGETHER ? members() + 1 : 1;
  }

  /** The group that is meant, where it was planned. */
  Optional<KeyDomainUid> group() {
    String text = facts.get(GROUP).replace(" ", "").toLowerCase(Locale.ROOT);
    return text.isEmpty() ? Optional.empty() : Optional.of(new KeyDomainUid(Bytes.fromHex(text)));
  }

  /** Whether the register of members goes on, instead of beginning. */
  boolean continuesRegister() {
    return facts.get(REGISTER).equals(CONTINUE);
  }

  ReaderRoom readers() {
    return new ReaderRoom(members() + 1, facts.get(READERS));
  }
}
