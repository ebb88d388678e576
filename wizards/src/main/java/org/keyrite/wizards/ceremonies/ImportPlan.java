// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.paper.PayloadKind;

/**
 * What is planned about an import of shares, in whatever ceremony.
 *
 * @param facts the decisions
 */
record ImportPlan(Facts facts) {
  static final Fact<Integer> DEVICES = Fact.number("devices");
  static final Fact<Integer> READERS = Fact.number("readers");
  static final Fact<Integer> SHARES = Fact.number("shares");
  static final Fact<String> OPENED_BY = Fact.text("openedBy");
  static final Fact<String> EXPECTED_KCV = Fact.text("expectedKcv");
  static final Fact<Integer> DOMAIN = Fact.number("domain");
  static final Fact<Boolean> CLEAR = Fact.yesNo("clear");

  private static final String SHEETS = "sheets";
  private static final String VALUES = "values";
  private static final String PASSWORDS = "passwords";
  private static final int MOST_DEVICES = 9;
  private static final int MOST_SHARES = 99;

  /** Devices, readers, shares, and how shares are opened. */
  static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.addAll(deviceFields());
    fields.add(new Field(SHARES, new Editor.Number(1, MOST_SHARES)).preset("1"));
    fields.add(
        new Field(OPENED_BY, new Editor.Choice(List.of(SHEETS, VALUES, PASSWORDS))).preset(SHEETS));
    fields.add(
        new Field(
                DkekQuorum.THRESHOLD,
                new Editor.Number(Quorum.MIN_THRESHOLD, Quorum.MAX_CUSTODIANS))
            .preset("2"));
    fields.add(new Field(DkekQuorum.BITS, new Editor.Choice(List.of("128", "64"))).preset("128"));
    fields.add(expectedKcvField());
    return fields;
  }

  /** How many devices there are, and how many are plugged in at a time. */
  static List<Field> deviceFields() {
    return List.of(
        new Field(DEVICES, new Editor.Number(1, MOST_DEVICES)).preset("2"),
        new Field(READERS, new Editor.Number(1, MOST_DEVICES)).preset("1"));
  }

  /** The check value that is expected, if one is. */
  static Field expectedKcvField() {
    return new Field(
        EXPECTED_KCV, new Editor.Text(0, 2 * KeyCheckValue.SIZE), "", ImportPlan::noKcv);
  }

  private static Optional<Problem> noKcv(String text) {
    String value = text.strip();
    boolean possible = value.matches("[0-9A-Fa-f]{16}") && !value.matches("0+");
    return value.isEmpty() || possible
        ? Optional.empty()
        : Optional.of(new PlanProblem.NoKeyCheckValue(value));
  }

  int devices() {
    return facts.get(DEVICES);
  }

  int shares() {
    return facts.get(SHARES);
  }

  /** How many sheets open the first share; 0 where a password does. */
  int sheets() {
    return facts.get(OPENED_BY).equals(PASSWORDS) ? 0 : facts.get(DkekQuorum.THRESHOLD);
  }

  /** Whether custodians bring values that another tool showed, in place of sheets of ours. */
  boolean isOpenedByValues() {
    return facts.get(OPENED_BY).equals(VALUES);
  }

  /** Whether the i-th share is opened by sheets. */
  boolean isOpenedBySheets(int i) {
    return i == 1 && sheets() > 0;
  }

  /** What the sheets carry. */
  PayloadKind sheetKind() {
    return facts.get(DkekQuorum.BITS).equals("64") ? PayloadKind.SHARE_64 : PayloadKind.SHARE_128;
  }

  /** Everybody who brings a sheet or a password. */
  int custodians() {
    return sheets() == 0 ? shares() : sheets() + shares() - 1;
  }

  /** Who opens the i-th share with a password. */
  Seat custodianOfShare(int i) {
    return Seat.custodian(sheets() == 0 ? i : sheets() + i - 1);
  }

  /** Whose share it is for the words of a step: custodian, share, shares. */
  List<Object> shareWords(int i) {
    return List.of(custodianOfShare(i).index(), i, shares());
  }

  /** A device for the words of a step: its number, and how many there are. */
  List<Object> deviceWords(int d) {
    return List.of(d, devices());
  }

  ReaderRoom readers() {
    return new ReaderRoom(devices(), facts.get(READERS));
  }

  /** Where shares go. */
  DomainWork domain() {
    return new DomainWork(new KeyDomainIndex(facts.find(DOMAIN).orElse(0)), shares());
  }

  /** Whether shares that were there before the ceremony may be cleared. */
  boolean clears() {
    return facts.find(CLEAR).orElse(false);
  }

  /** Whether the key domain is made before shares come. */
  boolean createsDomain() {
    return facts.find(DeviceSetup.KEY_DOMAINS).orElse(0) > 0;
  }

  /** The check value that was planned, empty where none was. */
  String expectedKcv() {
    return facts.get(EXPECTED_KCV).strip().toUpperCase(Locale.ROOT);
  }
}
