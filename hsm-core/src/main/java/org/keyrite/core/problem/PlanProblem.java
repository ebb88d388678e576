// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with the plan of a ceremony, found before anything is done. */
public sealed interface PlanProblem extends Problem {

  /** A key in the file that no plan knows, with its line. */
  record UnknownPlanKey(String path, int line, String name) implements PlanProblem {}

  /** Nothing was entered where something is needed. */
  record ValueMissing() implements PlanProblem {}

  /** A text has fewer characters than it needs. */
  record TextTooShort(int length, int shortest) implements PlanProblem {}

  /** A text has more characters than there is room for. */
  record TextTooLong(int length, int longest) implements PlanProblem {}

  /** A text has characters that cannot be printed. */
  record TextUnprintable() implements PlanProblem {}

  /** A text has characters, these, for which paper has no letters. */
  record LettersNotOnPaper(String letters) implements PlanProblem {}

  /** A text is not a whole number. */
  record NotANumber(String text) implements PlanProblem {}

  /** A number is outside its limits. */
  record NumberOutOfRange(int number, int least, int most) implements PlanProblem {}

  /** A text is none of the choices. */
  record NoSuchChoice(String text, String choices) implements PlanProblem {}

  /** One person sits in two seats that must be taken by two. */
  record SamePerson(String person) implements PlanProblem {}

  /** A value in a plan file is refused, at this line. */
  record PlanLine(String path, int line, String name, Problem problem) implements PlanProblem {}

  /** A plan file is not YAML as we read it, at this line. */
  record PlanUnreadable(String path, int line) implements PlanProblem {}

  /** A new passphrase has characters that not every keyboard can type. */
  record PassphraseNotPlain() implements PlanProblem {}

  /** A key stands twice in a plan file; the line is that of the second. */
  record PlanKeyRepeated(String path, int line, String name) implements PlanProblem {}

  /** A plan file leaves something out that has no usual value. */
  record PlanKeyMissing(String path, String name) implements PlanProblem {}

  /** A plan or answers file is larger than any needs to be, in bytes. */
  record PlanTooLarge(String path, int limit) implements PlanProblem {}

  /** An answers file has, at this line, what only a person may say or know. */
  record AnswerIsPersonal(String path, int line, String name) implements PlanProblem {}

  /** A text is no key check value that a device with a key can have. */
  record NoKeyCheckValue(String text) implements PlanProblem {}

  /** A key of this kind cannot do what it is to do. */
  record UseOfAnotherKind(String kind) implements PlanProblem {}

  /** A key that may be used so often is used up before the ceremony ends. */
  record TooFewUses(int uses, int needed) implements PlanProblem {}

  /** A certificate is to be requested for a key that may not sign. */
  record RequestNeedsSigning() implements PlanProblem {}

  /** A text is no ID of a key: 1 to 32 bytes in hex. */
  record NoKeyId(String text) implements PlanProblem {}

  /** A text that is no key domain UID: 64 hex digits. */
  record NoKeyDomainUid(String text) implements PlanProblem {}

  /** Keys are to be deleted where they were, and that is another site than where they go. */
  record DeletionAtAnotherSite() implements PlanProblem {}
}
