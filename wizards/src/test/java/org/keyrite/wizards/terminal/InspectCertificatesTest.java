// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.testing.Vector;

/** Requests and certificates that another tool made. */
class InspectCertificatesTest {
  @TempDir private Path folder;

  private static Vector vector(String list, String name) throws IOException {
    return Vector.file("/vectors/x509.json").list(list).stream()
        .filter(one -> one.text("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] der(String list, String name) throws IOException {
    return vector(list, name).bytes("hex").toByteArray();
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.US_ASCII));
  }

  private Session.Ran inspect(Path file, String... more) {
    return new Session(folder)
        .run(
            Stream.concat(Stream.of("inspect", file.toString()), Stream.of(more))
                .toArray(String[]::new));
  }

  @Test
  void tellsARequestAsOurCeremoniesWriteIt() throws IOException {
    Path file = file("key-01.csr", pem("CERTIFICATE REQUEST", der("requests", "rsa")));
    Session.Ran ran = inspect(file);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    for (String row :
        new String[] {
          "a request for a certificate (PKCS #10)\n",
          "  Name in it: C=DE,O=Example\\, Inc.,CN=Root 2026\n",
          "  Key: RSA-2048\n",
          "  SHA-256 of its public half: " + vector("requests", "rsa").text("fingerprint") + "\n",
          "  Signature: it fits: the key in the file made it\n"
        }) {
      assertTrue(ran.out().contains(row), () -> row + ran.out());
    }
  }

  @Test
  void tellsACertificateAndItsDates() throws IOException {
    Session.Ran ran = inspect(file("own.cer", der("certificates", "own")), "--language", "de");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    for (String row :
        new String[] {
          "ein Zertifikat (X.509)\n",
          "  Ausgestellt von: CN=Own CA\n",
          "  G\u00fcltig bis: 2126-10-29T02:56:50Z\n",
          "  Jetzt g\u00fcltig: ja\n",
          "  Schl\u00fcssel: secp256r1\n",
          "  Unterschrift: sie stimmt: Der Schl\u00fcssel in der Datei hat sie geleistet\n"
        }) {
      assertTrue(ran.out().contains(row), () -> row + ran.out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "requests, ed, of a kind that no device here has",
    "requests, ed, made in a way that Keyrite does not know",
    "requests, sha384, made in a way that Keyrite does not know",
    "certificates, issued, 'of the issuer, whose key is not in this file'",
  })
  void saysWhatItDidNotVerify(String list, String name, String told) throws IOException {
    Session.Ran ran = inspect(file("unnamed.der", der(list, name)));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains(told), ran.out());
    assertFalse(ran.out().contains("it fits"), ran.out());
  }

  @Test
  void tellsEveryBlockOfAFile() throws IOException {
    Path chain =
        file(
            "chain.pem",
            pem("CERTIFICATE", der("certificates", "issued"))
                + "said between\n"
                + pem("CERTIFICATE", der("certificates", "own")));
    String out = inspect(chain, "--json").out();
    assertEquals(3, out.split("\"kind\":\"certificate\"").length, out);
    assertTrue(out.contains("\"signature\":\"issuer\""), out);
    assertTrue(out.contains("\"signature\":\"ownKey\""), out);
  }

  @Test
  void aRequestThatItsKeyDidNotSignIsRefused() throws IOException {
    byte[] changed = der("requests", "p256");
    changed[changed.length - 1] ^= 1;
    inspect(file("changed.csr", changed)).assertRefused("is not signed by the key in it");
  }

  @Test
  void aCertificateThatItsKeyDidNotSignIsRefused() throws IOException {
    byte[] changed = der("certificates", "ownrsa");
    changed[changed.length - 1] ^= 1;
    inspect(file("changed.crt", changed)).assertRefused("its own key did not sign it");
  }

  @ParameterizedTest
  @CsvSource({
    "empty.csr, '', PKCS #10, 0",
    "text.csr, Dear all, PKCS #10, 0",
    "empty.crt, '', X.509, 0",
    "broken.csr, '-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----', PKCS #10, 2",
    "broken.pem, '-----BEGIN CERTIFICATE-----\n=\n-----END CERTIFICATE-----', PEM, 27",
  })
  void refusesMalformedOnesByPlace(String name, String content, String format, int offset)
      throws IOException {
    Session.Ran ran = inspect(file(name, content.replace("\\n", "\n")));
    ran.assertRefused("not what a " + format + " looks like");
    assertTrue(ran.err().contains("at byte " + offset + " "), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE KEY", "EC PRIVATE KEY"})
  void tellsNothingOfOtherBlocks(String label) throws IOException {
    inspect(file("other.pem", pem(label, new byte[] {0x30, 0}))).assertRefused("none of the files");
  }
}
