// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/**
 * Draws every sample sheet in every language on every paper into a folder, for people to look at.
 */
final class SheetPreview {
  private SheetPreview() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Language language : Language.values()) {
      for (PaperSize size : PaperSize.values()) {
        SheetPdf pdf = new SheetPdf(Messages.in(language), size);
        for (Map.Entry<String, Sheet> sheet : SheetSamples.all().entrySet()) {
          String name = sheet.getKey() + "-" + language.tag() + "-" + size.id() + ".pdf";
          try (Secret document = pdf.render(sheet.getValue())) {
            Files.write(folder.resolve(name), Samples.bytes(document).toByteArray());
          }
        }
      }
    }
  }
}
