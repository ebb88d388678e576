// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.work.Progress;

class CheckShareByQuorumTest {
  /** Of 64 bits; the largest below 2^64. */
  private static final BigInteger PRIME = new BigInteger("FFFFFFFFFFFFFFC5", 16);

  private static final BigInteger SLOPE = new BigInteger("123456789ABCDEF0", 16);
  @TempDir private Path folder;
  private Session session;
  private String kcv;

  private Path create(String name, byte[] password) throws IOException {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) 7);
    try (DkekShare share = DkekShare.taking(Secret.taking(content));
        Secret secret = Secret.taking(password.clone())) {
      kcv = share.keyCheckValue().toText();
      ShareFile made =
          ShareFile.create(
              name, share, secret, Bytes.fromHex("0102030405060708"), Session.COST, Progress.NONE);
      return Files.write(folder.resolve(name), made.encode().toByteArray());
    }
  }

  private Path quorumFile(String passwordHex) throws IOException {
    return create("q.pbe", HexFormat.of().parseHex(passwordHex));
  }

  /** The line for a share of a quorum of two whose password is this number. */
  private static String share(String passwordHex, int id) {
    BigInteger value =
        new BigInteger(passwordHex, 16).add(SLOPE.multiply(BigInteger.valueOf(id))).mod(PRIME);
    return id + " " + "%016x".formatted(value) + "\n";
  }

  private static String prime() {
    return PRIME.toString(16) + "\n";
  }

  private Session.Ran quorum(String lines, String... more) {
    return session.piped(lines, with(List.of("check-share", "q", "--quorum-stdin"), more));
  }

  private String[] with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more))
        .map(argument -> argument.equals("q") ? folder.resolve("q.pbe").toString() : argument)
        .toArray(String[]::new);
  }

  @BeforeEach
  void sitDown() {
    session = new Session(folder);
  }

  @ParameterizedTest
  @CsvSource({"1,2", "2,1", "1,10", "10,99", "99,255"})
  void anyTwoSharesOfAQuorumOpenIt(int one, int other) throws IOException {
    String password = "7123456789abcdef";
    quorumFile(password);
    Session.Ran ran = quorum(prime() + share(password, one) + share(password, other), "--json");
    assertEquals("{\"opens\":true,\"kcv\":\"" + kcv + "\"}\n", ran.out(), ran::toString);
  }

  @Test
  void moreSharesThanNeededOpenItToo() throws IOException {
    String password = "7123456789abcdef";
    quorumFile(password);
    String lines = prime() + share(password, 1) + share(password, 2) + share(password, 3);
    assertEquals(ExitStatus.DONE, quorum(lines).status());
  }

  @Test
  void hexMayHaveColonsBlanksCapitalsAndLinesMayBeEmpty() throws IOException {
    String password = "7123456789abcdef";
    quorumFile(password);
    String second = share(password, 2).strip().substring(2).replaceAll("(..)(?=.)", "$1:");
    String first = share(password, 1).strip().substring(2).replaceAll("(..)(?=.)", "$1 ");
    String lines =
        "\nFF:FF:FF:FF:FF:FF:FF:C5\r\n1\t" + first.toUpperCase() + "\n\n  2 " + second + "\n \n";
    assertEquals(ExitStatus.DONE, quorum(lines).status(), () -> quorum(lines).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00ff456789abcdef", "0000456789abcdef", "ff456789abcdef"})
  void aPasswordWithLeadingZerosIsTriedPaddedAndAsItComes(String password) throws IOException {
    quorumFile(password);
    String lines = prime() + share(password, 1) + share(password, 2);
    assertEquals(ExitStatus.DONE, quorum(lines).status(), () -> quorum(lines).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P;0 01;2 02|Share number 0 does not exist",
        "P;256 01;2 02|Share number 256 does not exist",
        "P;1 01;1 02|Share 1 was entered twice",
        "P;1 01;01 02|Share 1 was entered twice",
        "P;1 ffffffffffffffc5;2 02|The value of share 1",
        "P;1 01;2 01ffffffffffffffc5|The value of share 2",
        "P;1 01|2 are needed, and 1 were entered",
        "P|2 are needed, and 0 were entered",
        "ffffffffffffffc4;1 01;2 02|prime",
        "07;1 01;2 02|prime",
        "P;1 ab:c;2 02|Line 2",
        "P;1 a:b;2 02|Line 2",
        "P;1 :;2 02|Line 2",
        "P;1 01;2 0g|Line 3",
        "P;1 01;0x2 02|Line 3",
        "P;1 01;two 02|Line 3",
        "P;1 01;2|Line 3",
        "P;1 01;2 |Line 3",
        "P;1 01;2:02|Line 3",
        "P;1 01;12345 02|Line 3",
        "P;1 01;-2 02|Line 3",
        "not hex;1 01|Line 1",
        "fff;1 01|prime"
      })
  void namesTheShareOrLineThatIsWrong(String lines, String what) throws IOException {
    quorumFile("7123456789abcdef");
    quorum(lines.replace("P", prime().strip()).replace(';', '\n') + "\n").assertRefused(what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 01\n", "1 01\n1 02\n"})
  void sharesThatArePipedInAreNotSaidToStay(String lines) throws IOException {
    quorumFile("7123456789abcdef");
    Session.Ran ran = quorum(prime() + lines);
    ran.assertRefused("nothing of what was entered is kept");
    assertFalse(ran.err().contains("stays"), ran.err());
  }

  @Test
  void anEmptyQuorumIsRefused() throws IOException {
    quorumFile("7123456789abcdef");
    quorum("").assertRefused("Nothing was entered");
  }

  @Test
  void sharesOfAnotherSetAreRefused() throws IOException {
    quorumFile("7123456789abcdef");
    quorum(prime() + share("7123456789abcdee", 1) + share("7123456789abcdee", 2))
        .assertRefused("belong to the same set");
  }

  @Test
  void asksForPrimeAndSharesAndSaysAtOnceWhatIsWrongWithOne() throws IOException {
    String password = "7123456789abcdef";
    quorumFile(password);
    Map<String, Iterator<String>> answers =
        Map.of(
            "Prime (hex):",
            List.of("ff:ff", "FF:FF:FF:FF:FF:FF:FF:C5").iterator(),
            "Number of share 1, or Enter when all are typed:",
            List.of("x", "1", "1").iterator(),
            "Value of share 1 (hex):",
            List.of("0g", share(password, 1).strip().substring(2)).iterator(),
            "Number of share 2, or Enter when all are typed:",
            List.of("1", "0", "256", "", "2").iterator(),
            "Value of share 2 (hex):",
            List.of(share(password, 2).strip().substring(2)).iterator(),
            "Number of share 3, or Enter when all are typed:",
            List.of("").iterator());
    Session.Ran ran =
        session.typed(
            question -> answers.get(question).next(),
            with(List.of("check-share", "q", "--quorum", "--json")));
    assertEquals("{\"opens\":true,\"kcv\":\"" + kcv + "\"}\n", ran.out(), ran::toString);
    assertTrue(ran.err().contains("The prime that was entered"), ran.err());
    assertTrue(ran.err().contains("only the digits 0 to 9"), ran.err());
    assertTrue(ran.err().contains("Share 1 was entered twice"), ran.err());
    assertTrue(ran.err().contains("Share number 0 does not exist"), ran.err());
    assertTrue(ran.err().contains("Share number 256 does not exist"), ran.err());
    assertTrue(ran.err().contains("2 are needed, and 1 were entered"), ran.err());
    assertTrue(ran.err().contains("\"x\" is not a whole number"), ran.err());
    answers.forEach((question, left) -> assertFalse(left.hasNext(), question));
  }
}
