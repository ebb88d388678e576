// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with a file that was named or found. */
public sealed interface FileProblem extends Problem {

  /** Bytes that are not what their format says; the offset counts from the format's beginning. */
  record Malformed(String format, String field, int offset) implements FileProblem {}

  /** There is no file at this path. */
  record FileMissing(String path) implements FileProblem {}

  /** The path is a folder, not a file. */
  record FileIsFolder(String path) implements FileProblem {}

  /** What stands at the path is no ordinary file: a device or a pipe, say, which may never end. */
  record FileNotRegular(String path) implements FileProblem {}

  /** A folder that exists belongs to somebody else, who could read all that is put in it. */
  record FolderOfOthers(String path) implements FileProblem {}

  /** A journal is larger than any ceremony makes one; so many MiB are read. */
  record JournalTooLarge(String path, int limit) implements FileProblem {}

  /** The file is there but may not be read. */
  record FileUnreadable(String path) implements FileProblem {}

  /** A file or folder that would be overwritten stands at this path. */
  record FileExists(String path) implements FileProblem {}

  /** Writing failed; the reason is the one the system gave. */
  record FileNotWritten(String path, String reason) implements FileProblem {}

  /** No share file: its size in bytes is not 64. */
  record ShareFileSize(String path, long size) implements FileProblem {}

  /** No share file: it does not begin with the eight bytes of a salted file. */
  record ShareFileNotSalted(String path) implements FileProblem {}

  /** The password, or the joined quorum, does not open the share file. */
  record ShareFileNotOpened(String path) implements FileProblem {}

  /** A file that is none of those that this program knows. */
  record FileUnknown(String path) implements FileProblem {}

  /** The share file that was named is that of an earlier share, which has this number. */
  record ShareFileRepeated(String path, int share) implements FileProblem {}

  /** The share file is not the one that lay there when it was first read. */
  record ShareFileChanged(String path) implements FileProblem {}

  /** A share file is not the one that was made and recorded. */
  record ShareFileAltered(String path) implements FileProblem {}

  /** The file of a key is not the one that was written or read before. */
  record KeyFileChanged(String path) implements FileProblem {}

  /** A manifest of keys lacks this member, or what stands there cannot be. */
  record ManifestUnreadable(String path, String member) implements FileProblem {}

  /** A file is no X.509 certificate, and has none in it. */
  record NoCertificateInFile(String path) implements FileProblem {}

  /** The same wrapped key was named twice. */
  record KeyFileRepeated(String path) implements FileProblem {}

  /** A record is not that of a backup or a restoration of keys which came to its end. */
  record RecordNotOfRestoration(String path) implements FileProblem {}

  /** A record is that of a rehearsal, and proves nothing outside of one. */
  record RecordOfPractice(String path) implements FileProblem {}
}
