// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.Sheet;
import org.keyrite.wizards.paper.SheetPdf;

/**
 * The record of a ceremony in a language that is chosen when it is told, ready to be read or
 * printed. The same journal told twice in a language gives the same bytes.
 *
 * @param ceremony whose record it is
 * @param entries its journal
 * @param transcript its story
 * @param messages the language
 */
public record Told(
    Ceremony ceremony, List<Entry> entries, Transcript transcript, Messages messages) {
  /** Keeps its own copy of the entries. */
  public Told {
    entries = List.copyOf(entries);
  }

  /**
   * Tells a journal that was checked.
   *
   * @throws IllegalStateException if the entries are not of this ceremony
   */
  public static Told of(Ceremony ceremony, JournalCheck check, Messages messages) {
    List<Entry> entries = check.entries();
    return new Told(
        ceremony, entries, Transcript.of(ceremony, entries, check.lastHash(), messages), messages);
  }

  /** The paper that the plan of a ceremony names, else A4. */
  public static PaperSize paper(Ceremony ceremony) {
    return RecordPages.paper(ceremony);
  }

  /** As plain text. */
  public String text() {
    return TranscriptText.of(transcript, messages);
  }

  /** As a PDF document, for the caller to close. Nothing in it is secret. */
  public Secret pdf(PaperSize size) {
    return new SheetPdf(messages, size)
        .render(new RecordPages(messages).sheet(transcript, ceremony, entries));
  }

  /**
   * Every paper that follows from the record, by the name of its file without ending: {@code
   * record}; {@code receipts}, if sheets were made; {@code device-status}, if a device was checked.
   * None of it is secret.
   */
  public Map<String, Sheet> papers() {
    CeremonyState end = CeremonyState.before(ceremony);
    for (Entry entry : entries) {
      end = end.apply(entry);
    }
    Entry.Started started = (Entry.Started) entries.getFirst();
    Map<String, Sheet> papers =
        new TreeMap<>(new OtherPapers(messages, transcript, end).sheets(started));
    papers.put("record", new RecordPages(messages).sheet(transcript, ceremony, entries));
    return papers;
  }

  /**
   * Writes all papers into a folder, in place of what was there.
   *
   * @throws ProblemException if one cannot be written
   */
  public void writeAll(Path folder, PaperSize size) throws ProblemException {
    SheetPdf pdf = new SheetPdf(messages, size);
    for (Map.Entry<String, Sheet> paper : papers().entrySet()) {
      try (Secret rendered = pdf.render(paper.getValue())) {
        KeptFile file = new KeptFile(folder.resolve(paper.getKey() + ".pdf"));
        rendered.<Void, ProblemException>use(bytes -> {
          file.replace(bytes);
          return null;
        });
      }
    }
  }

  /**
   * Writes the record, in place of what was there.
   *
   * @throws ProblemException if it cannot be written
   */
  public void write(Path file, PaperSize size) throws ProblemException {
    try (Secret pdf = pdf(size)) {
      write(pdf, file);
    }
  }

  private static void write(Secret pdf, Path file) throws ProblemException {
    try {
      pdf.<Path, IOException>use(bytes -> Files.write(file, bytes));
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }
}
