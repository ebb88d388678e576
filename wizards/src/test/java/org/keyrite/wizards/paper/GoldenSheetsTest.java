// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/**
 * The text of each sheet, compared as a whole with {@code src/test/resources/golden/paper}. To take
 * over what is printed now, run this test with {@code -Dkeyrite.golden=renew} and read the
 * difference before it is committed.
 */
class GoldenSheetsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/paper");
  private static final boolean RENEW = "renew".equals(System.getProperty("keyrite.golden"));

  @ParameterizedTest
  @EnumSource
  void saysWhatItSaidWhenPeopleLookedAtIt(Language language) throws Exception {
    SheetPdf pdf = new SheetPdf(Messages.in(language), PaperSize.A4);
    Set<String> known = new TreeSet<>();
    for (Map.Entry<String, Sheet> sheet : SheetSamples.all().entrySet()) {
      String name = sheet.getKey() + "." + language.tag() + ".txt";
      known.add(name);
      Path file = FOLDER.resolve(name);
      String text = text(pdf, sheet.getValue());
      if (RENEW) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertEquals(Files.readString(file), text, name);
    }
    assertEquals(known, files(language));
  }

  private static String text(SheetPdf pdf, Sheet sheet) throws Exception {
    try (Secret rendered = pdf.render(sheet);
        PDDocument document = Loader.loadPDF(Samples.bytes(rendered).toByteArray())) {
      return String.join("\f\n", PlacedText.texts(document));
    }
  }

  private static Set<String> files(Language language) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("." + language.tag() + ".txt"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
