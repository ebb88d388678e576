// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.app.Installation.Finding;
import org.keyrite.core.bytes.Bytes;

class InstallationTest {
  @TempDir Path root;
  private Path app;

  @BeforeEach
  void install() throws Exception {
    app = Files.createDirectories(root.resolve("lib/app"));
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("bin/keyrite"), "launcher");
    Files.writeString(app.resolve("a b.jar"), "jar");
    Files.writeString(
        app.resolve("SHA256SUMS"),
        sum("launcher") + "  bin/keyrite\n" + sum("jar") + "  lib/app/a b.jar\n");
  }

  private static String sum(String text) throws Exception {
    return HexFormat.of().formatHex(digest(text.getBytes()));
  }

  private static byte[] digest(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private Finding look() {
    return Installation.in(app).look();
  }

  private static Finding changed(String... files) {
    return new Finding.Changed(List.of(files));
  }

  @Test
  void tellsTheHashOfTheListWhenAllIsAsPacked() throws Exception {
    Bytes hash = Bytes.of(digest(Files.readAllBytes(app.resolve("SHA256SUMS"))));
    assertEquals(new Finding.Whole(hash), look());
  }

  @Test
  void namesAFileThatIsDifferent() throws IOException {
    Files.writeString(app.resolve("a b.jar"), "jaR");
    assertEquals(changed("lib/app/a b.jar"), look());
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    Files.delete(root.resolve("bin/keyrite"));
    assertEquals(changed("bin/keyrite"), look());
  }

  /** A jar beside the others would be loaded with them. */
  @Test
  void namesAFileThatIsTooMany() throws IOException {
    Files.writeString(app.resolve("more.jar"), "");
    assertEquals(changed("lib/app/more.jar"), look());
  }

  @Test
  void namesAListThatIsNotOne() throws IOException {
    Files.writeString(app.resolve("SHA256SUMS"), "nothing");
    assertEquals(changed("SHA256SUMS", "bin/keyrite", "lib/app/a b.jar"), look());
  }

  @Test
  void namesAListThatIsMissing() throws IOException {
    Files.delete(app.resolve("SHA256SUMS"));
    assertEquals(changed("SHA256SUMS"), look());
  }
}
