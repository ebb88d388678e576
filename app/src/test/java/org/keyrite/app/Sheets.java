// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.paper.CheckedText;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/**
 * The sheets of a rehearsal, as they lie in its folder.
 *
 * @param folder the folder of the records
 */
record Sheets(Path folder) {

  /** All files of all ceremonies whose names begin like this, in order. */
  List<Path> files(String beginning) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the only ceremony of this kind keeps its sheets. */
  Path folder(String kind) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(kind))
          .findFirst()
          .orElseThrow()
          .resolve("sheets");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The sheet of a custodian that was printed last. */
  Path share(int custodian) {
    return files("share-%02d-copy".formatted(custodian)).getLast();
  }

  /** The sheet of the share file that was printed last. */
  Path shareFile() {
    return files("share-file-01-copy").getLast();
  }

  /** The lines that a custodian finds on his sheet. */
  List<String> lines(int custodian) {
    return lines(share(custodian));
  }

  /** What poppler reads in a document. */
  static String words(Path pdf) throws Exception {
    Process reader = new ProcessBuilder("pdftotext", pdf.toString(), "-").start();
    String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (reader.waitFor() != 0) {
      throw new AssertionError(pdf);
    }
    return text;
  }

  /** The lines that stand on a sheet. */
  static List<String> lines(Path sheet) {
    try {
      List<SheetPayload> found = new SheetReader().read(sheet);
      try (Secret payload = found.getFirst().encode();
          CheckedText text = CheckedText.of(payload)) {
        return IntStream.rangeClosed(1, text.shape().lines())
            .mapToObj(line -> new String(text.line(line)))
            .toList();
      } finally {
        found.forEach(SheetPayload::close);
      }
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
  }
}
