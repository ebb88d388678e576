// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;

/**
 * What is planned about a key that is to be made.
 *
 * @param facts the decisions
 * @param label what it is called
 * @param id the ID that was planned; nothing if it is to be made up
 */
record KeyPlan(Facts facts, KeyLabel label, Optional<PkcsId> id) implements KeyMaking.Wanted {
  static final Fact<String> KIND = Fact.text("keyKind");
  static final Fact<String> USE = Fact.text("keyUse");
  static final Fact<Boolean> BACK_UP = Fact.yesNo("backUp");
  static final Fact<Integer> USES = Fact.number("uses");
  static final Fact<String> LABEL = Fact.text("keyLabel");
  static final Fact<String> ID = Fact.text("keyId");
  static final Fact<Boolean> REQUEST = Fact.yesNo("request");
  static final Fact<String> SUBJECT = Fact.text("subject");

  private static final String ALL = "all";
  private static final String SIGN = "sign";
  private static final String DECRYPT = "decrypt";
  private static final String ENCRYPT = "encrypt";
  private static final String AUTHENTICATE = "authenticate";
  private static final String DERIVE = "derive";
  private static final int LONGEST_SUBJECT = 200;

  static List<Field> fields() {
    List<String> kinds = KeySpec.offered().stream().map(KeySpec::text).toList();
    List<String> uses = List.of(ALL, SIGN, DECRYPT, ENCRYPT, AUTHENTICATE, DERIVE);
    return List.of(
        new Field(KIND, new Editor.Choice(kinds)).preset("secp256r1"),
        new Field(USE, new Editor.Choice(uses)).preset(ALL),
        PlanFields.yesNo(BACK_UP, true),
        new Field(USES, new Editor.Number(0, Integer.MAX_VALUE)).preset("0"),
        new Field(LABEL, PlanFields.printed(0, KeyLabel.LONGEST), "", KeyPlan::noLabel),
        new Field(ID, new Editor.Text(0, 2 * PkcsId.LONGEST), "", KeyPlan::noId),
        PlanFields.yesNo(REQUEST, false),
        new Field(SUBJECT, new Editor.Text(0, LONGEST_SUBJECT), "", KeyPlan::noSubject));
  }

  static Optional<Problem> noLabel(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      KeyLabel.of(text);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private static Optional<Problem> noSubject(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      CertificateRequest.requireSubject(text);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  static Optional<Problem> noId(String text) {
    return text.isBlank() || text.strip().matches("([0-9A-Fa-f]{2}){1,32}")
        ? Optional.empty()
        : Optional.of(new PlanProblem.NoKeyId(text));
  }

  /**
   * A plan of decisions that go together. A key is called like the set, where no label was planned.
   *
   * @throws ProblemException {@code UseOfAnotherKind}, {@code TooFewUses}, {@code
   *     RequestNeedsSigning}, {@code SubjectUnreadable}, and what a label or an ID is refused for
   */
  static KeyPlan of(Facts facts) throws ProblemException {
    String label = facts.get(LABEL);
    String id = facts.get(ID).strip();
    Optional<Problem> noId = noId(id);
    if (noId.isPresent()) {
      throw noId.get().asException();
    }
    KeyPlan plan =
        new KeyPlan(
            facts,
            KeyLabel.of(label.isBlank() ? facts.get(PlanFields.NAME) : label),
            id.isEmpty()
                ? Optional.empty()
                : Optional.of(PkcsId.of(Bytes.fromHex(id.toLowerCase(Locale.ROOT)))));
    plan.require();
    return plan;
  }

  private void require() throws ProblemException {
    if (uses().isEmpty() || !KeyUse.of(spec()).containsAll(uses())) {
      throw new PlanProblem.UseOfAnotherKind(spec().text()).asException();
    }
    if (requested()) {
      if (!uses().contains(KeyUse.SIGN)) {
        throw new PlanProblem.RequestNeedsSigning().asException();
      }
      CertificateRequest.requireSubject(subject());
    }
    // One use has to be left for whoever the key is made for.
    int needed = requested() ? 3 : 2;
    int counter = facts.get(USES);
    if (counter > 0 && counter < needed) {
      throw new PlanProblem.TooFewUses(counter, needed).asException();
    }
  }

  /** Kind and size. */
  KeySpec spec() {
    return KeySpec.fromText(facts.get(KIND)).orElseThrow();
  }

  /** What the key may do, backups left out. */
  private Set<KeyUse> uses() {
    return switch (facts.get(USE)) {
      case SIGN -> Set.of(KeyUse.SIGN);
      case DECRYPT -> Set.of(KeyUse.DECRYPT);
      case ENCRYPT -> Set.of(KeyUse.ENCRYPT, KeyUse.DECRYPT);
      case AUTHENTICATE -> Set.of(KeyUse.AUTHENTICATE);
      case DERIVE -> Set.of(KeyUse.DERIVE);
      default -> {
        Set<KeyUse> all = EnumSet.copyOf(KeyUse.of(spec()));
        all.remove(KeyUse.BACK_UP);
        yield all;
      }
    };
  }

  /** On which terms a device is to hold it. */
  KeyTerms terms() {
    Set<KeyUse> uses = EnumSet.copyOf(uses());
    if (facts.get(BACK_UP)) {
      uses.add(KeyUse.BACK_UP);
    }
    int counter = facts.get(USES);
    return new KeyTerms(
        AllowedAlgorithms.forUses(spec(), uses),
        Optional.of(KeyDevices.domain(facts)),
        counter == 0 ? OptionalLong.empty() : OptionalLong.of(counter));
  }

  /** Whether a key on these terms could have been made by this plan; its counter may be lower. */
  @Override
  public boolean allows(KeyTerms found) {
    KeyTerms wanted = terms();
    return found.algorithms().equals(wanted.algorithms())
        && found
            .domain()
            .orElse(KeyDomainIndex.FIRST)
            .equals(wanted.domain().orElse(KeyDomainIndex.FIRST))
        && found.uses().isPresent() == wanted.uses().isPresent()
        && found.uses().orElse(0) <= wanted.uses().orElse(0);
  }

  /** The key with the ID that it gets. */
  @Override
  public NewKey key(PkcsId made) {
    return new NewKey(spec(), terms(), label, made);
  }

  /** Whether a certificate is requested. */
  boolean requested() {
    return facts.get(REQUEST);
  }

  /** The name in the certificate: the label, where nothing else was planned. */
  String subject() {
    String planned = facts.get(SUBJECT).strip();
    return planned.isEmpty() ? CertificateRequest.subjectOf(label.text()) : planned;
  }

  /** The most minutes that devices are known to take, generously; longer only if it is ill. */
  int minutes() {
    return switch (spec()) {
      case KeySpec.Rsa(int bits) -> bits <= 2048 ? 3 : bits <= 3072 ? 8 : 20;
      default -> 1;
    };
  }
}
