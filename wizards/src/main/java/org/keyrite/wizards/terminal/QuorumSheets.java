// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/** The shares on scanned sheets of one set. */
final class QuorumSheets {
  private QuorumSheets() {}

  /** Reads every sheet and uses every share on them; the caller owns the shares. */
  static QuorumShares read(List<Path> sheets) throws ProblemException {
    List<ShareContent> contents = new ArrayList<>();
    try {
      for (Path sheet : sheets) {
        collect(sheet, contents);
      }
      ShareContent first = contents.getFirst();
      BigInteger prime = new BigInteger(1, first.prime().toByteArray());
      try (PasswordShares shares =
          new PasswordShares(prime, first.threshold(), first.custodians())) {
        for (ShareContent content : contents) {
          requireSameSet(first, content);
          shares.add(content.id(), content.value().copy());
        }
        return QuorumEntry.allAtOnce(shares);
      }
    } finally {
      contents.forEach(ShareContent::close);
    }
  }

  private static void collect(Path sheet, List<ShareContent> contents) throws ProblemException {
    int before = contents.size();
    for (SheetPayload payload : new SheetReader().read(sheet)) {
      if (payload instanceof ShareContent share) {
        contents.add(share);
      } else {
        payload.close();
      }
    }
    if (contents.size() == before) {
      throw new QuorumProblem.SheetIsNoShare(sheet.toString()).asException();
    }
  }

  private static void requireSameSet(ShareContent first, ShareContent other)
      throws ProblemException {
    if (!other.set().equals(first.set())) {
      throw new QuorumProblem.ShareOfAnotherSet(other.id(), other.set().toText()).asException();
    }
    if (!other.prime().equals(first.prime())
        || other.threshold() != first.threshold()
        || other.custodians() != first.custodians()) {
      throw new PaperProblem.SheetDiffers(other.id()).asException();
    }
  }
}
