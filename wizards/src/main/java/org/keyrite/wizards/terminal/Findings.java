// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/**
 * What a file is: objects with {@code file}, {@code kind} and what that kind has in public. A sheet
 * tells to which set it belongs and which one it is, never its value or prime.
 *
 * @param found one object for each thing in the file
 */
record Findings(List<Map<String, Object>> found) {
  private static final byte[] SALTED = "Salted__".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 16;
  private static final int LARGEST = 1 << 20;

  static Findings in(Path file) throws ProblemException {
    if (Files.isDirectory(file)) {
      CeremonyFolder folder = new CeremonyFolder(file);
      if (!Files.exists(folder.journal())) {
        throw new FileProblem.FileIsFolder(file.toString()).asException();
      }
      return new Findings(List.of(journal(folder.journal())));
    }
    Optional<List<Map<String, Object>>> ofMigration = MigrationFindings.in(file);
    if (ofMigration.isPresent()) {
      return new Findings(ofMigration.get());
    }
    Bytes content = whole(file);
    Optional<List<Map<String, Object>>> ofGroup = GroupFindings.in(file, content);
    if (ofGroup.isPresent()) {
      return new Findings(ofGroup.get());
    }
    Optional<List<Map<String, Object>>> ofKeys = KeyFindings.in(file, content);
    if (ofKeys.isPresent()) {
      return new Findings(ofKeys.get());
    }
    Optional<List<Map<String, Object>>> certificates = CertificateFindings.in(file, content);
    if (certificates.isPresent()) {
      return new Findings(certificates.get());
    }
    byte[] head = head(file);
    boolean meantAsJournal = file.toString().endsWith(".jsonl") && beginsWith(head, '{');
    if (meantAsJournal || beginsWith(head, '{', '"', 'n', '"', ':', '1', ',')) {
      return new Findings(List.of(journal(file)));
    }
    if (beginsWith(head, '%', 'P', 'D', 'F')
        || beginsWith(head, 0x89, 'P', 'N', 'G')
        || beginsWith(head, 0xFF, 0xD8)) {
      return new Findings(sheets(file));
    }
    Optional<List<Map<String, Object>>> unnamed = unnamed(file, content);
    if (unnamed.isPresent()) {
      return new Findings(unnamed.get());
    }
    boolean meantAsShareFile =
        file.toString().endsWith(".pbe") || beginsWith(head, SALTED[0], SALTED[1], SALTED[2]);
    try {
      return new Findings(List.of(shareFile(file)));
    } catch (ProblemException e) {
      throw e.problem() instanceof FileProblem.ShareFileSize && !meantAsShareFile
          ? new FileProblem.FileUnknown(file.toString()).asException()
          : e;
    }
  }

  /** What only its content tells. */
  private static Optional<List<Map<String, Object>>> unnamed(Path file, Bytes content)
      throws ProblemException {
    Optional<List<Map<String, Object>>> found =
        GroupFindings.unnamed(file, content).or(() -> KeyFindings.unnamed(file, content));
    return found.isPresent() ? found : CertificateFindings.unnamed(file, content);
  }

  private static byte[] head(Path file) throws ProblemException {
    return read(file, HEAD);
  }

  /** No file of a group is larger. */
  private static Bytes whole(Path file) throws ProblemException {
    return Bytes.of(read(file, LARGEST));
  }

  private static byte[] read(Path file, int most) throws ProblemException {
    return RegularFile.at(file).begin(most);
  }

  private static boolean beginsWith(byte[] head, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Object> begin(Path file, String kind) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("file", file.toString());
    found.put("kind", kind);
    return found;
  }

  private static Map<String, Object> shareFile(Path file) throws ProblemException {
    ShareFile share = ShareFile.read(file);
    Map<String, Object> found = begin(file, "shareFile");
    found.put("salt", share.salt().toHex());
    found.put("sha256", share.encode().sha256().toHex());
    return found;
  }

  private static List<Map<String, Object>> sheets(Path file) throws ProblemException {
    List<Map<String, Object>> found = new ArrayList<>();
    for (SheetPayload payload : new SheetReader().read(file)) {
      try (payload) {
        found.add(
            switch (payload) {
              case ShareContent share -> share(file, share);
              case ShareFileContent content -> content(file, content);
            });
      }
    }
    return found;
  }

  private static Map<String, Object> share(Path file, ShareContent share) {
    Map<String, Object> found = begin(file, "shareSheet");
    found.put("set", share.set().toText());
    found.put("id", share.id());
    found.put("custodians", share.custodians());
    found.put("threshold", share.threshold());
    found.put("copy", share.copy());
    found.put("bits", 8 * share.prime().size());
    return found;
  }

  private static Map<String, Object> content(Path file, ShareFileContent content) {
    Map<String, Object> found = begin(file, "shareFileSheet");
    found.put("set", content.set().toText());
    found.put("index", content.index());
    found.put("shares", content.shares());
    found.put("copy", content.copy());
    found.put("sha256", content.file().sha256().toHex());
    return found;
  }

  private static Map<String, Object> journal(Path file) throws ProblemException {
    JournalCheck check = JournalCheck.of(file);
    Map<String, Object> found = begin(file, "journal");
    if (!check.entries().isEmpty() && check.entries().getFirst() instanceof Entry.Started began) {
      found.put("ceremony", began.ceremonyId());
      found.put("began", began.at().toString());
      found.put("product", began.product());
      found.put("practice", Practice.of(check.entries()).isPractice());
    }
    found.put("lines", check.entries().size());
    found.put(
        "finished",
        !check.entries().isEmpty() && check.entries().getLast() instanceof Entry.Finished);
    found.put("lastHash", check.lastHash().toHex());
    return found;
  }
}
