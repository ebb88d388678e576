// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.ShareFileSheet;
import org.keyrite.wizards.paper.ShareSheet;
import org.keyrite.wizards.paper.Sheet;
import org.keyrite.wizards.paper.SheetFrame;
import org.keyrite.wizards.paper.SheetPdf;

/** Scans that people hand in where one kind of sheet is due. */
class SheetLinesTest {
  private static final SetId SET = new SetId(Bytes.fromHex("0102030405"));
  private static final SheetFrame FRAME =
      new SheetFrame("Vault", "T-1", Instant.parse("2030-01-02T03:04:05Z"), "Keyrite 0.1", true);
  private static final ShareFileContent FILE =
      new ShareFileContent(SET, 1, 1, 1, Bytes.fromHex("5a".repeat(ShareFileContent.FILE_SIZE)));

  @TempDir private Path folder;

  private Path scan(Sheet sheet) throws Exception {
    try (Secret pdf = new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4).render(sheet)) {
      return Files.write(folder.resolve("scan.pdf"), pdf.use(Bytes::of).toByteArray());
    }
  }

  private static ShareContent share(int size) throws ProblemException {
    Bytes prime = Bytes.fromHex("f1".repeat(size));
    return new ShareContent(SET, 1, 2, 3, 2, prime, Secret.taking(new byte[size]));
  }

  private Path shareScan(int size, Optional<ShareFileContent> behind) throws Exception {
    try (ShareContent share = share(size)) {
      return scan(new ShareSheet(FRAME, share, false, "vault.pbe", behind));
    }
  }

  private Path fileScan() throws Exception {
    var opening = new ShareFileSheet.Quorum(2, 3);
    return scan(new ShareFileSheet(FRAME, FILE, "vault.pbe", opening, Optional.empty()));
  }

  private static Problem refusal(PayloadKind due, Path scan) {
    SheetLines lines = new SheetLines(due);
    return assertThrows(ProblemException.class, () -> lines.scan(scan)).problem();
  }

  @Test
  void picksTheKindThatIsDueFromAScanWithBothCodes() throws Exception {
    Path both = shareScan(16, Optional.of(FILE));
    try (ShareContent share = share(16);
        Secret made = share.encode();
        Secret read = new SheetLines(PayloadKind.SHARE_128).scan(both)) {
      assertTrue(read.matches(made));
    }
    try (Secret made = FILE.encode();
        Secret read = new SheetLines(PayloadKind.SHARE_FILE).scan(both)) {
      assertTrue(read.matches(made));
    }
  }

  @Test
  void refusesAShareFileWhereAShareIsDue() throws Exception {
    Path scan = fileScan();
    Problem said = new PaperProblem.CodeOfShareFile(scan.toString());
    assertEquals(said, refusal(PayloadKind.SHARE_128, scan));
    assertEquals(said, refusal(PayloadKind.SHARE_64, scan));
  }

  @Test
  void refusesAShareWhereAShareFileIsDue() throws Exception {
    Path scan = shareScan(16, Optional.empty());
    assertEquals(
        new PaperProblem.CodeOfPasswordShare(scan.toString()),
        refusal(PayloadKind.SHARE_FILE, scan));
  }

  @Test
  void refusesAShareOfAnotherStrengthAsOneOfAnotherSet() throws Exception {
    Path scan = shareScan(8, Optional.empty());
    assertEquals(
        new QuorumProblem.ShareOfAnotherSet(2, SET.toText()), refusal(PayloadKind.SHARE_128, scan));
  }
}
