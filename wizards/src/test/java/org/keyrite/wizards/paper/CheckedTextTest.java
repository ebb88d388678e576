// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

// Long because every kind of slip in a typed sheet is tried here, side by side.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class CheckedTextTest {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  static SheetPayload sample(PayloadKind kind) {
    return switch (kind) {
      case SHARE_64 -> Samples.share(64, 2, 3, 2);
      case SHARE_128 -> Samples.share(128, 2, 3, 2);
      case SHARE_FILE -> Samples.shareFile();
    };
  }

  private static Problem refusal(TextShape shape, List<char[]> lines) {
    return assertThrows(ProblemException.class, () -> new CheckedTextReader(shape).read(lines))
        .problem();
  }

  @Test
  void takesThreeFiveAndEightLines() {
    assertEquals(3, PayloadKind.SHARE_64.shape().lines());
    assertEquals(5, PayloadKind.SHARE_128.shape().lines());
    assertEquals(8, PayloadKind.SHARE_FILE.shape().lines());
    assertEquals(10, PayloadKind.SHARE_128.shape().charactersIn(5));
  }

  /** Computed by the program in docs/formats/checked-text.md, which shares no code with ours. */
  @Test
  void writesWhatTheProgramInTheDocumentWrites() {
    assertEquals(
        List.of("00000000000000007D", "0000000000000000ET", "000000000000FMZX2B"),
        text(Bytes.of(new byte[26])));
    assertEquals(
        List.of(
            "28XWECAJD40G40R27G",
            "YEMHR1YJBT5P828J6B",
            "RYQ5BW439DNG5PFM5M",
            "2Z4A6QMGQD0YE9GFGN",
            "V0TGW74JCN"),
        text(
            Bytes.fromHex(
                "123bc731526901020302f3a91c07d25e8b640912c7ae55f0834b"
                    + "6b02d9f417c8a35e90bb41e7260fd835")));
  }

  private static List<String> text(Bytes payload) {
    try (CheckedText text = CheckedText.of(Secret.taking(payload.toByteArray()))) {
      return IntStream.rangeClosed(1, text.shape().lines())
          .mapToObj(line -> new String(text.line(line)))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWrote(PayloadKind kind) throws ProblemException {
    SheetPayload content = sample(kind);
    try (Secret payload = content.encode();
        Secret read = new CheckedTextReader(kind.shape()).read(Samples.lines(content))) {
      assertEquals(Samples.bytes(payload), Samples.bytes(read));
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsEverySingleWrongCharacterAndItsGroup(PayloadKind kind) {
    CheckedTextReader reader = new CheckedTextReader(kind.shape());
    List<char[]> lines = Samples.lines(sample(kind));
    int groupsNamed = 0;
    int tried = 0;
    for (int line = 1; line <= lines.size(); line++) {
      char[] typed = lines.get(line - 1);
      for (int at = 0; at < typed.length; at++) {
        char right = typed[at];
        for (char wrong : SYMBOLS.toCharArray()) {
          if (wrong != right) {
            typed[at] = wrong;
            LineVerdict verdict = reader.check(line, typed);
            assertFalse(verdict.isGood(), () -> "missed " + wrong + " for " + right);
            tried++;
            if (verdict instanceof LineVerdict.WrongGroup found
                && found.group() == at / TextShape.GROUP + 1) {
              groupsNamed++;
            }
          }
        }
        typed[at] = right;
      }
    }
    assertTrue(groupsNamed > tried * 0.9, groupsNamed + " of " + tried + " groups named");
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryPairOfWrongCharactersInALine(PayloadKind kind) {
    CheckedTextReader reader = new CheckedTextReader(kind.shape());
    char[] typed = Samples.lines(sample(kind)).getFirst();
    for (int first = 0; first < typed.length; first++) {
      for (int second = first + 1; second < typed.length; second++) {
        char[] slip = typed.clone();
        for (char one : SYMBOLS.toCharArray()) {
          for (char two : SYMBOLS.toCharArray()) {
            slip[first] = one;
            slip[second] = two;
            boolean same = one == typed[first] && two == typed[second];
            assertEquals(same, reader.check(1, slip).isGood());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsEverySwapOfNeighboursAndItsGroup(PayloadKind kind) {
    CheckedTextReader reader = new CheckedTextReader(kind.shape());
    List<char[]> lines = Samples.lines(sample(kind));
    for (int line = 1; line <= lines.size(); line++) {
      char[] typed = lines.get(line - 1);
      for (int at = 0; at + 1 < typed.length; at++) {
        if (typed[at] != typed[at + 1]) {
          LineVerdict verdict = reader.check(line, swapped(typed, at, at + 1));
          assertEquals(new LineVerdict.Swapped(line, at / TextShape.GROUP + 1), verdict);
        }
      }
    }
  }

  private static char[] swapped(char[] typed, int first, int second) {
    char[] slip = typed.clone();
    slip[first] = typed[second];
    slip[second] = typed[first];
    return slip;
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryLineThatStandsInAnothersPlaceAndNamesNearlyAll(PayloadKind kind) {
    CheckedTextReader reader = new CheckedTextReader(kind.shape());
    List<char[]> lines = Samples.lines(sample(kind));
    int named = 0;
    int tried = 0;
    for (int place = 1; place <= lines.size(); place++) {
      for (int actual = 1; actual <= lines.size(); actual++) {
        char[] typed = lines.get(actual - 1);
        if (place != actual && typed.length == kind.shape().charactersIn(place)) {
          LineVerdict verdict = reader.check(place, typed);
          assertFalse(verdict.isGood());
          named += verdict.equals(new LineVerdict.OtherLine(place, actual)) ? 1 : 0;
          tried++;
        }
      }
    }
    assertTrue(named > 0 && named >= tried * 0.9, named + " of " + tried + " lines named");
  }

  @Test
  void findsALineOutOfPlaceAlsoWithOneMoreWrongCharacter() {
    CheckedTextReader reader = new CheckedTextReader(PayloadKind.SHARE_128.shape());
    List<char[]> lines = Samples.lines(sample(PayloadKind.SHARE_128));
    for (int place = 1; place <= 4; place++) {
      for (int actual = 1; actual <= 4; actual++) {
        for (int at = 0; place != actual && at < 18; at++) {
          char[] typed = lines.get(actual - 1).clone();
          for (char any : SYMBOLS.toCharArray()) {
            typed[at] = any;
            assertFalse(reader.check(place, typed).isGood());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsEverySwapOfTwoGroups(PayloadKind kind) {
    byte[] groups = CheckedText.groups(sample(kind).encode());
    CheckedTextReader reader = new CheckedTextReader(kind.shape());
    for (int first = 0; first < kind.shape().groups(); first++) {
      for (int second = first + 1; second < kind.shape().groups(); second++) {
        byte[] slip = groups.clone();
        System.arraycopy(groups, second * 4, slip, first * 4, 4);
        System.arraycopy(groups, first * 4, slip, second * 4, 4);
        assertThrows(ProblemException.class, () -> reader.payload(slip));
      }
    }
  }

  @Test
  void findsEveryWrongGroupWhateverIsWrongInIt() {
    byte[] groups = CheckedText.groups(sample(PayloadKind.SHARE_64).encode());
    int last = PayloadKind.SHARE_64.shape().groups() - 1;
    int right = WholeCode.check(groups, last);
    int inGroup = WholeCode.element(groups, 4);
    for (int wrong = 0; wrong < 1 << 20; wrong++) {
      WholeCode.write(wrong, groups, 4);
      assertEquals(wrong == inGroup, WholeCode.check(groups, last) == right);
    }
  }

  @Test
  void saysWhichLookAlikesMayBeBehindAWrongGroup() {
    char[] typed = Samples.lines(sample(PayloadKind.SHARE_128)).getFirst();
    CheckedTextReader reader = new CheckedTextReader(PayloadKind.SHARE_128.shape());
    int found = 0;
    for (int at = 0; at < typed.length; at++) {
      for (LookAlike pair : LookAlike.with(typed[at])) {
        char[] slip = typed.clone();
        slip[at] = typed[at] == pair.first() ? pair.second() : pair.first();
        if (reader.check(1, slip) instanceof LineVerdict.WrongGroup verdict) {
          assertEquals(List.of(pair), verdict.alike());
          found++;
        }
      }
    }
    assertTrue(found > 3, "the sample has look-alikes");
  }

  @Test
  void refusesLinesOfTwoSheets() {
    List<char[]> mixed = Samples.lines(Samples.share(128, 2, 3, 1));
    List<char[]> other = Samples.lines(Samples.share(128, 2, 3, 2));
    for (int line = 0; line < mixed.size(); line++) {
      List<char[]> lines = Samples.copy(mixed);
      lines.set(line, other.get(line));
      assertEquals(
          new PaperProblem.LinesDoNotBelongTogether(),
          refusal(PayloadKind.SHARE_128.shape(), lines));
    }
  }

  @Test
  void namesTheFirstLineThatDiffers() {
    List<char[]> lines = Samples.lines(sample(PayloadKind.SHARE_128));
    lines.set(3, swapped(lines.get(3), 0, lines.get(3)[0] == lines.get(3)[1] ? 2 : 1));
    assertEquals(new PaperProblem.LineDiffers(4), refusal(PayloadKind.SHARE_128.shape(), lines));
  }

  @Test
  void refusesMissingLines() {
    List<char[]> lines = Samples.lines(sample(PayloadKind.SHARE_128));
    assertEquals(
        new PaperProblem.LinesMissing(4, 5),
        refusal(PayloadKind.SHARE_128.shape(), lines.subList(0, 4)));
  }

  @Test
  void countsWhatIsMissingAndWhatIsTooMuch() {
    CheckedTextReader reader = new CheckedTextReader(PayloadKind.SHARE_128.shape());
    assertEquals(new LineVerdict.Incomplete(1, 18), reader.check(1, new char[0]));
    assertEquals(new LineVerdict.Incomplete(1, 14), reader.check(1, "7K3M ".toCharArray()));
    assertEquals(new LineVerdict.TooLong(5, 2), reader.check(5, "7K3M-7K3M-7K3M".toCharArray()));
  }

  @Test
  void namesACharacterThatNoSheetHas() {
    CheckedTextReader reader = new CheckedTextReader(PayloadKind.SHARE_128.shape());
    assertEquals(new LineVerdict.Foreign(1, 6), reader.check(1, "7K3M 9U".toCharArray()));
    assertEquals(new LineVerdict.Foreign(2, 1), reader.check(2, "Ä".toCharArray()));
  }

  @Test
  void understandsLowerCaseAndTheFoldedLetters() throws ProblemException {
    SheetPayload content = sample(PayloadKind.SHARE_128);
    List<char[]> lines = Samples.lines(content);
    List<char[]> typed =
        lines.stream()
            .map(line -> new String(line).toLowerCase().replace('0', 'o').replace('1', 'l'))
            .map(line -> line.substring(0, 4) + " - " + line.substring(4))
            .map(String::toCharArray)
            .toList();
    try (Secret payload = content.encode();
        Secret read = new CheckedTextReader(PayloadKind.SHARE_128.shape()).read(typed)) {
      assertEquals(Samples.bytes(payload), Samples.bytes(read));
    }
    assertEquals('0', CheckedText.fold('o').orElseThrow());
    assertEquals('1', CheckedText.fold('I').orElseThrow());
    assertTrue(CheckedText.fold('u').isEmpty());
  }

  @Test
  void missesOneRandomLineInAThousand() {
    Random random = new Random(Samples.SEED);
    CheckedTextReader reader = new CheckedTextReader(PayloadKind.SHARE_128.shape());
    int passed = 0;
    for (int i = 0; i < 100_000; i++) {
      char[] typed = new char[18];
      for (int at = 0; at < typed.length; at++) {
        typed[at] = SYMBOLS.charAt(random.nextInt(32));
      }
      passed += reader.check(1, typed).isGood() ? 1 : 0;
    }
    assertTrue(passed > 60 && passed < 140, passed + " of 100,000 random lines are good");
  }

  @Test
  void isWipedWhenClosed() {
    try (Secret payload = sample(PayloadKind.SHARE_128).encode()) {
      CheckedText text = CheckedText.of(payload);
      text.close();
      assertEquals("0".repeat(18), new String(text.line(1)));
    }
  }

  @Test
  void verdictsDoNotShowWhatWasTyped() {
    char[] typed = Samples.lines(sample(PayloadKind.SHARE_128)).getFirst();
    typed[0] = typed[0] == '5' ? 'S' : '5';
    LineVerdict verdict = new CheckedTextReader(PayloadKind.SHARE_128.shape()).check(1, typed);
    assertInstanceOf(LineVerdict.WrongGroup.class, verdict);
    assertEquals("line 1, group 1", verdict.toString());
  }
}
