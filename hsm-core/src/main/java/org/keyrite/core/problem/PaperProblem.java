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

  /** No program on this machine can hand a sheet to a printer. */
  record PrintingMissing(String program, String packageName) implements PaperProblem {}

  /** The printer queue did not take a sheet, with the reason that the system gave. */
  record PrinterRefused(String queue, String reason) implements PaperProblem {}
}
