// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.JoinedPassword;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.paper.CheckedText;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/** Everything secret of a rehearsal, in every form in which it could lie around. */
final class Needles {
  private static final Pattern SHARE = Pattern.compile("\\{id: (\\d+), value: \"([0-9a-f]+)\"}");
  private static final Pattern PASSWORD =
      Pattern.compile("\\{file: \"([^\"]+)\", password: \"([^\"]+)\"}");

  private final List<Needle> needles = new ArrayList<>();

  /** A secret in one form. */
  record Needle(String name, byte[] bytes) {}

  static List<Needle> of(Path out, DerivationCost cost) throws IOException, ProblemException {
    Needles all = new Needles();
    String secrets = Files.readString(out.resolve("rehearsal-secrets.yaml"));
    if (secrets.startsWith("quorum:")) {
      all.quorum(out, secrets, cost);
      all.sheets(out);
    } else {
      all.passwords(out, secrets, cost);
    }
    return all.needles;
  }

  /** These bytes in every form in which they could lie around. */
  static List<Needle> formsOf(String name, byte[] raw) {
    Needles all = new Needles();
    all.add(name, raw);
    return all.needles;
  }

  private void quorum(Path out, String secrets, DerivationCost cost)
      throws IOException, ProblemException {
    String prime = secrets.replaceAll("(?s).*prime: \"([0-9a-f]+)\".*", "$1");
    try (PasswordShares shares = new PasswordShares(new BigInteger(prime, 16), 0, 0)) {
      for (MatchResult share : SHARE.matcher(secrets).results().toList()) {
        byte[] value = HexFormat.of().parseHex(share.group(2));
        add("value of share " + share.group(1), value);
        shares.add(Integer.parseInt(share.group(1)), Secret.taking(value.clone()));
      }
      try (QuorumShares usable = shares.validate();
          JoinedPassword password = Quorum.join(usable)) {
        password.padded().use(bytes -> add("password", bytes));
        try (Stream<Path> files = Files.list(out)) {
          Path file = files.filter(f -> f.toString().endsWith(".pbe")).findFirst().orElseThrow();
          dkekShare(file, password.padded(), cost);
        }
      }
    }
  }

  private void passwords(Path out, String secrets, DerivationCost cost) throws ProblemException {
    for (MatchResult found : PASSWORD.matcher(secrets).results().toList()) {
      byte[] text = found.group(2).getBytes(StandardCharsets.UTF_8);
      addText("password of " + found.group(1), found.group(2));
      try (Secret password = Secret.taking(text)) {
        dkekShare(out.resolve(found.group(1)), password, cost);
      }
    }
  }

  private void dkekShare(Path file, Secret password, DerivationCost cost) throws ProblemException {
    try (DkekShare share = ShareFile.read(file).open(password, cost, Progress.NONE)) {
      share.use(bytes -> add("DKEK share", bytes));
    }
  }

  /** The lines that carry the value; the first one of a sheet is public. */
  private void sheets(Path out) throws IOException, ProblemException {
    try (Stream<Path> sheets = Files.list(out.resolve("sheets"))) {
      for (Path sheet : sheets.filter(f -> f.toString().contains("/share-0")).toList()) {
        for (SheetPayload payload : new SheetReader().read(sheet)) {
          try (payload;
              Secret encoded = payload.encode();
              CheckedText text = CheckedText.of(encoded)) {
            int lines = payload instanceof ShareContent ? text.shape().lines() : 0;
            for (int line = lines / 2 + 1; line <= lines; line++) {
              typed(sheet.getFileName() + " line " + line, text.line(line));
            }
          }
        }
      }
    }
  }

  /** As typed, with and without gaps, and what is left of it without its check characters. */
  private void typed(String name, char[] line) {
    String whole = new String(line);
    addText(name, whole);
    addText(name, whole.substring(0, whole.length() - 2));
    addText(name, whole.replaceAll("(.{4})(?=.)", "$1 "));
  }

  private Void add(String name, byte[] raw) {
    needles.add(new Needle(name, raw.clone()));
    String hex = HexFormat.of().formatHex(raw);
    addText(name, hex);
    addText(name, hex.toUpperCase(Locale.ROOT));
    addText(name, HexFormat.ofDelimiter(":").formatHex(raw));
    return null;
  }

  private void addText(String name, String text) {
    needles.add(new Needle(name, text.getBytes(StandardCharsets.UTF_8)));
    needles.add(new Needle(name, text.getBytes(StandardCharsets.UTF_16LE)));
    needles.add(new Needle(name, text.getBytes(StandardCharsets.UTF_16BE)));
  }

  static boolean isIn(byte[] content, byte[] needle) {
    int last = content.length - needle.length;
    for (int at = 0; at <= last; at++) {
      int i = 0;
      while (i < needle.length && content[at + i] == needle[i]) {
        i++;
      }
      if (i == needle.length) {
        return true;
      }
    }
    return false;
  }
}
