// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with a sheet that is read back or printed. */
public sealed interface PaperProblem extends Problem {

  /** A picture or document shows no code of ours. */
  record NoCodeFound(String path) implements PaperProblem {}

  /** A picture or document shows a code, but not one of ours. */
  record CodeNotOurs(String path) implements PaperProblem {}

  /** The code of a share file, where that of a password share was due. */
  record CodeOfShareFile(String path) implements PaperProblem {}

  /** The code of a password share, where that of a share file was due. */
  record CodeOfPasswordShare(String path) implements PaperProblem {}

  /** A file is neither a picture nor a document that can be read. */
  record PictureUnreadable(String path) implements PaperProblem {}

  /** A picture or document is larger than anything a scanner gives, in megabytes or megapixels. */
  record PictureTooLarge(String path, long found, long limit) implements PaperProblem {}

  /** Lines of a typed sheet: given and needed. */
  record LinesMissing(int given, int needed) implements PaperProblem {}

  /** This line of a typed sheet is not as it was written. */
  record LineDiffers(int line) implements PaperProblem {}

  /** Each line is good, but they are not the lines of one sheet in order. */
  record LinesDoNotBelongTogether() implements PaperProblem {}

  /** What stands on the sheet was not made by a version of ours that this one knows. */
  record SheetUnknown() implements PaperProblem {}

  /** The sheet of the custodian with this id, where another's was due. */
  record SheetOfAnotherCustodian(int id, int expected) implements PaperProblem {}

  /**
   * A sheet of this custodian that was made again since: its copy number and the one that counts.
   */
  record SheetVoided(int id, int copy, int current) implements PaperProblem {}

  /** The sheet of this custodian reads well, but is not what was made for him. */
  record SheetDiffers(int id) implements PaperProblem {}

  /** What a hand-held scanner typed is not what stands in a code of ours. */
  record TypedCodeDiffers() implements PaperProblem {}

  /** A hand-held scanner read the code of another kind of sheet. */
  record TypedCodeOfAnotherSheet() implements PaperProblem {}

  /** No program on this machine can hand a sheet to a printer. */
  record PrintingMissing(String program, String packageName) implements PaperProblem {}

  /** The printer queue did not take a sheet, with the reason that the system gave. */
  record PrinterRefused(String queue, String reason) implements PaperProblem {}

  /** The print service does not answer, or says something that is not understood. */
  record PrintServiceSilent(String reason) implements PaperProblem {}

  /** There is no such queue. */
  record QueueUnknown(String queue) implements PaperProblem {}

  /** The queue prints nothing until somebody starts it again. */
  record QueueStopped(String queue, String reason) implements PaperProblem {}

  /** The queue takes no jobs until somebody allows it again. */
  record QueueRejects(String queue, String reason) implements PaperProblem {}

  /** So many other jobs wait in the queue. */
  record QueueBusy(String queue, int jobs) implements PaperProblem {}

  /** The queue was stopped while a sheet was in it; the job was taken back. */
  record QueueStoppedAtWork(String queue, String reason) implements PaperProblem {}

  /** The queue held a sheet back instead of printing it; the job was taken back. */
  record JobHeld(String queue, String job) implements PaperProblem {}

  /** Somebody took a sheet out of the queue before it was printed. */
  record JobCancelled(String queue, String job) implements PaperProblem {}

  /** The queue gave a sheet up, with the last thing that its printer said. */
  record JobGivenUp(String queue, String reason) implements PaperProblem {}

  /** The printer does not go on, with what it says about it; the job was taken back. */
  record PrinterWaits(String queue, String reason) implements PaperProblem {}

  /** The printer has not said a word for so many seconds; the job was taken back. */
  record PrinterSilent(String queue, long seconds) implements PaperProblem {}

  /** This copy of a sheet was given to the printer before; part of it may have come out. */
  record SheetAlreadyGiven(String name) implements PaperProblem {}

  /** The codes in this file are not those of a wrapped key. */
  record CodeOfNoKey(String path) implements PaperProblem {}

  /** Of so many codes of the sheet of a wrapped key, those with these numbers are missing. */
  record KeySheetIncomplete(String sheet, String missing, int of) implements PaperProblem {}

  /** Pages of these sheets of wrapped keys came together, and one of them lacks these codes. */
  record KeyPagesMixed(String sheets, String sheet, String missing) implements PaperProblem {}

  /** In one scan that should have all of a sheet, of so many codes those with these numbers. */
  record KeySheetScannedInPart(String sheet, String missing, int of) implements PaperProblem {}

  /** A scan shows these sheets of wrapped keys, and not the one that was printed. */
  record KeySheetOfAnotherKey(String found, String sheet) implements PaperProblem {}

  /** Lines came for a sheet that has codes only. */
  record SheetOnlyScanned() implements PaperProblem {}

  /** The codes of the sheet of a wrapped key contradict each other. */
  record KeySheetBroken(String sheet) implements PaperProblem {}
}
