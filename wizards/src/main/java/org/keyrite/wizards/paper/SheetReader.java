// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads sheets back from a picture or PDF of a scan. Everything happens in memory and is
 * overwritten afterwards, apart from what the libraries below keep: ZXing hands the text of a code
 * out as a {@code String}.
 */
public final class SheetReader {
  private static final long MEGABYTE = 1 << 20;

  /** No scan of one sheet is larger. */
  private static final long LARGEST_FILE = 64 * MEGABYTE;

  private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int PDF_MARK_WITHIN = 1024;
  private static final List<String> PICTURES =
      List.of("\u0089PNG", "\u00FF\u00D8\u00FF", "II*", "MM\0*", "BM", "GIF8");

  /**
   * What the codes in this file carry, in the order they were found, each once; for the caller to
   * close.
   *
   * @throws ProblemException if the file cannot be read or shows no code of ours
   */
  public List<SheetPayload> read(Path file) throws ProblemException {
    CodeFinder finder = new CodeFinder();
    each(file, finder::look);
    return payloads(finder.texts(), file.toString());
  }

  /**
   * The codes of wrapped keys in this file, in the order they were found, each once.
   *
   * @throws ProblemException if the file cannot be read or shows no such code
   */
  public List<KeyCode> keys(Path file) throws ProblemException {
    CodeFinder finder = new CodeFinder();
    each(file, page -> finder.lookFor(page, () -> isWhole(finder.texts())));
    List<KeyCode> codes = codes(finder.texts());
    if (codes.isEmpty()) {
      throw finder.texts().isEmpty()
          ? new PaperProblem.NoCodeFound(file.toString()).asException()
          : new PaperProblem.CodeOfNoKey(file.toString()).asException();
    }
    return codes;
  }

  private static boolean isWhole(List<String> texts) {
    try {
      return KeyPages.of(codes(texts)).isWhole();
    } catch (ProblemException contradicting) {
      // More looking does not help.
      return true;
    }
  }

  private static List<KeyCode> codes(List<String> texts) {
    return texts.stream().flatMap(text -> KeyCode.parse(text).stream()).toList();
  }

  private static void each(Path file, Consumer<Greys> page) throws ProblemException {
    String path = file.toString();
    byte[] bytes = bytes(file);
    try {
      if (isPdf(bytes)) {
        new ScannedDocument(path, bytes).each(page);
      } else {
        new ScannedPicture(path, bytes).each(page);
      }
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Whether a file is a PDF or a picture by how it begins: PNG, JPEG, TIFF, BMP, GIF. */
  public static boolean isScan(Path file) throws ProblemException {
    byte[] begin = RegularFile.at(file).begin(PDF_MARK_WITHIN);
    String mark = new String(begin, 0, Math.min(4, begin.length), StandardCharsets.ISO_8859_1);
    return isPdf(begin) || PICTURES.stream().anyMatch(mark::startsWith);
  }

  private static List<SheetPayload> payloads(List<String> texts, String path)
      throws ProblemException {
    List<SheetPayload> payloads = new ArrayList<>();
    for (String text : texts) {
      char[] characters = text.toCharArray();
      try {
        SheetCode.parse(characters).ifPresent(payloads::add);
      } finally {
        Arrays.fill(characters, '\0');
      }
    }
    if (!payloads.isEmpty()) {
      return List.copyOf(payloads);
    }
    throw texts.isEmpty()
        ? new PaperProblem.NoCodeFound(path).asException()
        : new PaperProblem.CodeNotOurs(path).asException();
  }

  private static byte[] bytes(Path file) throws ProblemException {
    String path = file.toString();
    RegularFile.at(file);
    try {
      long size = Files.size(file);
      if (size > LARGEST_FILE) {
        throw new PaperProblem.PictureTooLarge(path, size / MEGABYTE, LARGEST_FILE / MEGABYTE)
            .asException();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(path).asException();
    }
  }

  private static boolean isPdf(byte[] bytes) {
    for (int at = 0; at < Math.min(PDF_MARK_WITHIN, bytes.length - PDF_MARK.length); at++) {
      if (Arrays.equals(bytes, at, at + PDF_MARK.length, PDF_MARK, 0, PDF_MARK.length)) {
        return true;
      }
    }
    return false;
  }
}
