// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.i18n.Language;

class GuideTest {
  private static final Path FOLDER = Path.of("../docs/guide");

  private final Guide guide = new Guide();

  @ParameterizedTest
  @EnumSource
  void everyPageOfTheFolderIsInTheProgram(Language language) throws Exception {
    try (Stream<Path> files = Files.list(FOLDER.resolve(language.tag()))) {
      List<String> there =
          files.map(file -> language.tag() + "/" + file.getFileName()).sorted().toList();
      assertEquals(there, guide.pages(language).stream().map(GuidePage::path).sorted().toList());
    }
  }

  @Test
  void everyLanguageHasAsManyPages() {
    assertEquals(
        1,
        Stream.of(Language.values())
            .map(language -> guide.pages(language).size())
            .distinct()
            .count());
    assertTrue(guide.pages(Language.ENGLISH).size() > 8);
  }

  @ParameterizedTest
  @EnumSource
  void everyLinkLeadsToAPageAndEveryPictureIsThere(Language language) {
    List<GuidePage> pages = guide.pages(language);
    Set<String> paths = pages.stream().map(GuidePage::path).collect(Collectors.toSet());
    List<String> astray = new ArrayList<>();
    for (GuidePage page : pages) {
      links(page)
          .map(page::resolve)
          .filter(path -> !paths.contains(path) && !isOtherDocument(path))
          .forEach(astray::add);
      page.content().stream()
          .filter(Block.Picture.class::isInstance)
          .map(block -> page.resolve(((Block.Picture) block).target()))
          .filter(
              path -> guide.picture(path).isEmpty() || !path.contains("/" + language.tag() + "/"))
          .forEach(astray::add);
    }
    assertEquals(List.of(), astray);
  }

  /** A file of the sources that the guide names; in the program it is not a link. */
  private static boolean isOtherDocument(String path) {
    return !GuidePage.isInGuide(path) && Files.isRegularFile(FOLDER.resolve(path));
  }

  private static Stream<String> links(GuidePage page) {
    return page.blocks().stream()
        .flatMap(GuideTest::spans)
        .filter(span -> span.look() == Span.Look.LINK)
        .map(Span::target);
  }

  private static Stream<Span> spans(Block block) {
    return switch (block) {
      case Block.Heading(_, var words) -> words.stream();
      case Block.Paragraph(var words) -> words.stream();
      case Block.Item(_, var words) -> words.stream();
      case Block.Table(var rows) -> rows.stream().flatMap(List::stream).flatMap(List::stream);
      case Block.Picture _, Block.Code _ -> Stream.of();
    };
  }

  @Test
  void aPictureThatIsMissingWouldBeFound() {
    assertTrue(guide.picture("pictures/en/nothing.png").isEmpty());
  }

  @Test
  void readsWhatTheGuideIsWrittenIn() {
    List<Block> blocks =
        Markdown.read(
            """
            <!-- a comment -->
            # Title

            Some **strong** and *slanted* words, `code` and a [link](page.md).

            1. First
               ![Told](../pictures/en/home.png)
            - Point

            | Head | Other |
            | --- | --- |
            | a | `b` |

            ```
            # typed *as it is*
            ```
            """);
    assertEquals(
        List.of(
            new Block.Heading(1, List.of(Span.of(Span.Look.PLAIN, "Title"))),
            new Block.Paragraph(
                List.of(
                    Span.of(Span.Look.PLAIN, "Some "),
                    Span.of(Span.Look.STRONG, "strong"),
                    Span.of(Span.Look.PLAIN, " and "),
                    Span.of(Span.Look.EMPHASIS, "slanted"),
                    Span.of(Span.Look.PLAIN, " words, "),
                    Span.of(Span.Look.CODE, "code"),
                    Span.of(Span.Look.PLAIN, " and a "),
                    new Span(Span.Look.LINK, "link", "page.md"),
                    Span.of(Span.Look.PLAIN, "."))),
            new Block.Item(1, List.of(Span.of(Span.Look.PLAIN, "First"))),
            new Block.Picture("../pictures/en/home.png", "Told"),
            new Block.Item(0, List.of(Span.of(Span.Look.PLAIN, "Point"))),
            new Block.Table(
                List.of(
                    List.of(
                        List.of(Span.of(Span.Look.PLAIN, "Head")),
                        List.of(Span.of(Span.Look.PLAIN, "Other"))),
                    List.of(
                        List.of(Span.of(Span.Look.PLAIN, "a")),
                        List.of(Span.of(Span.Look.CODE, "b"))))),
            new Block.Code("# typed *as it is*")),
        blocks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"> quoted", "    indented", "<b>html</b>", "#### deep", "```\nopen"})
  void refusesWhatItDoesNotRead(String page) {
    assertThrows(IllegalArgumentException.class, () -> Markdown.read(page));
  }

  private static GuidePage page(String path, String text) {
    return new GuidePage(path, Markdown.read(text));
  }

  @Test
  void searchFindsEveryWordOfAPageAndSaysWhereItStands() {
    GuidePage first = page("en/a.md", "# Bags\n\nSeal them.\n\nNumber each bag twice.");
    GuidePage other = page("en/b.md", "# Sheets\n\n| Code | Use |\n| --- | --- |\n| x | `bag` |");
    List<GuidePage> pages = List.of(other, first);
    assertEquals(
        List.of(new Found(first, 0, ""), new Found(other, 1, "Code Use x bag")),
        Found.in(pages, " BAG "));
    assertEquals(
        List.of(new Found(first, 2, "Number each bag twice.")), Found.in(pages, "twice bag"));
    assertEquals(List.of(), Found.in(pages, "bag box"));
    assertEquals(2, Found.in(pages, "").size());
  }

  @Test
  void searchShowsAFewWordsAround() {
    String words = "word ".repeat(40);
    Found found =
        Found.in(List.of(page("en/a.md", "# Title\n\n" + words + "needle " + words)), "needle")
            .getFirst();
    assertTrue(found.words().startsWith("… word") && found.words().endsWith("word …"));
    assertTrue(found.words().contains("needle") && found.words().length() < 130, found.words());
  }

  @Test
  void aPageBeginsWithItsTitle() {
    assertThrows(
        IllegalArgumentException.class, () -> new GuidePage("en/x.md", Markdown.read("Words.")));
  }
}
