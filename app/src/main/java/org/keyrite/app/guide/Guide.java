// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.keyrite.i18n.Language;

/**
 * The pages of the guide as they are packed into the program. The table in its {@code README.md}
 * says which there are in a language, and in which order.
 */
public final class Guide {
  private static final String ROOT = "/org/keyrite/guide/";
  private static final String INDEX = "README.md";

  /** The pages in this language, in their order. */
  List<GuidePage> pages(Language language) {
    String folder = language.tag() + "/";
    return Markdown.read(text(INDEX)).stream()
        .filter(Block.Table.class::isInstance)
        .flatMap(table -> ((Block.Table) table).rows().stream())
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(span -> span.look() == Span.Look.LINK && span.target().startsWith(folder))
        .map(link -> page(link.target()))
        .toList();
  }

  private GuidePage page(String path) {
    return new GuidePage(path, Markdown.read(text(path)));
  }

  /** Where a picture is. */
  Optional<URL> picture(String path) {
    return Optional.ofNullable(Guide.class.getResource(ROOT + path));
  }

  private static String text(String path) {
    try (InputStream in = Guide.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no page " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
