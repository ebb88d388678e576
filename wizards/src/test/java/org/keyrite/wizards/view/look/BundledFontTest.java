// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFontTest {
  private static final String FONT = "/org/keyrite/wizards/fonts/IBMPlexMono-Regular.ttf";

  @TempDir Path folder;

  /** A jar with this as its only entry. */
  private URL inJar(byte[] content) throws IOException {
    Path jar = folder.resolve("fonts.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("font.ttf"));
      out.write(content);
    }
    return URI.create("jar:" + jar.toUri() + "!/font.ttf").toURL();
  }

  /** How many files this process has open that are nowhere but in memory. */
  private static long inMemory() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(BundledFontTest::isInMemory).count();
    }
  }

  private static boolean isInMemory(Path open) {
    try {
      return Files.readSymbolicLink(open).toString().startsWith("/memfd:font");
    } catch (IOException e) {
      // Closed meanwhile, as the folder that is listed is.
      return false;
    }
  }

  @Test
  void fontInJarIsReadFromMemoryAndNotFromCopy() throws IOException {
    long before = inMemory();
    try (InputStream in = BundledFontTest.class.getResourceAsStream(FONT)) {
      assertEquals("IBM Plex Mono", BundledFont.load(inJar(in.readAllBytes())).getFamily());
    }
    assertEquals(before + 1, inMemory());
  }

  @Test
  void fontInFolderIsReadWhereItLies() throws IOException {
    long before = inMemory();
    URL font = BundledFontTest.class.getResource(FONT);
    assertEquals("IBM Plex Mono", BundledFont.load(font).getFamily());
    assertEquals(before, inMemory());
  }

  @Test
  void refusesWhatIsNoFont() throws IOException {
    URL text = inJar("no font".getBytes(StandardCharsets.UTF_8));
    assertThrows(IllegalStateException.class, () -> BundledFont.load(text));
  }
}
