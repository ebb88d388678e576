// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.wizards.journal.JournalCheck;

/** Keys move from one pretend device to another. */
class MigrationRehearsedTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keysOfEveryKindMoveAndBothDevicesForget(int readers) throws Exception {
    Path out = folder.resolve("out");
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .run(
                "rehearse",
                "xkek-migrate",
                "--with",
                "readers=" + readers,
                "--out",
                out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    // By the clock of these tests, work takes no time.
    assertTrue(ran.out().contains("Key 1 of 5\n"), ran::toString);
    assertTrue(ran.out().contains("Key 3 of 5 · less than 1 second left\n"), ran::toString);
    String journal = Files.readString(out.resolve("journal.jsonl"));
    for (String kind :
        new String[] {"AES-256", "RSA-2048", "secp256r1", "brainpoolP256r1", "secp256k1"}) {
      assertTrue(journal.contains(kind), kind);
    }
    assertEquals(5, journal.split("].outcome\":\"proven ", -1).length - 1, journal);
    assertTrue(journal.contains("\"exchange[1].after\":\"clean\""), journal);
    assertTrue(journal.contains("\"exchange[2].after\":\"clean\""), journal);
  }

  @Test
  void keysMoveByStick() throws Exception {
    Path out = folder.resolve("out");
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .run("rehearse", "xkek-migrate", "--by-stick", "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    String offer = journal(out.resolve("1-offer"));
    String send = journal(out.resolve("2-send"));
    String take = journal(out.resolve("3-take"));
    assertTrue(offer.contains("\"exchange[2].after\":\"waiting\""), offer);
    assertTrue(send.contains("\"exchange[1].after\":\"clean\""), send);
    assertTrue(take.contains("\"exchange[2].after\":\"clean\""), take);
    assertEquals(5, take.split("].outcome\":\"proven ", -1).length - 1, take);
    assertCited(out.resolve("1-offer"), send);
    assertCited(out.resolve("2-send"), take);
    Path manifest = out.resolve("2-send").resolve("migration.json");
    Session.Ran told = new Session(folder).run("inspect", manifest.toString());
    assertEquals(ExitStatus.DONE, told.status(), told::toString);
    assertTrue(told.out().contains("Wrapped keys: 5"), told::toString);
    everyFileOfABundleIsKnown(out);
    Path key = out.resolve("2-send").resolve("Ledger.wky");
    Files.writeString(key, "changed");
    new Session(folder).run("inspect", manifest.toString()).assertRefused("Ledger.wky");
  }

  private String inspected(Path file) {
    Session.Ran told = new Session(folder).run("inspect", "--json", file.toString());
    assertEquals(ExitStatus.DONE, told.status(), told::toString);
    return told.out();
  }

  private void everyFileOfABundleIsKnown(Path out) throws Exception {
    String manifest = inspected(out.resolve("2-send").resolve("migration.json"));
    String uid = manifest.replaceAll("(?s).*(\"uid\":\"[^\"]*\").*", "$1");
    Path exchange;
    try (Stream<Path> files = Files.list(out.resolve("1-offer"))) {
      exchange = files.filter(file -> file.toString().endsWith(".xkek")).findFirst().orElseThrow();
    }
    String request = inspected(exchange);
    assertTrue(request.contains("\"kind\":\"exchangeRequest\""), request);
    assertTrue(request.contains(uid), request);
    Path unnamed = Files.copy(exchange, folder.resolve("exported.bin"));
    assertTrue(inspected(unnamed).contains("\"kind\":\"exchangeRequest\""));
    String copy = inspected(out.resolve("2-send").resolve("migration-offer.json"));
    assertTrue(copy.contains("\"kind\":\"migration.offer\""), copy);
    Path key = out.resolve("2-send").resolve("Ledger.wky");
    String wrapped = inspected(key);
    assertTrue(wrapped.contains("\"kind\":\"wrappedKey\""), wrapped);
    assertTrue(wrapped.contains("\"label\":\"Ledger\""), wrapped);
    assertTrue(wrapped.contains("secp256k1"), wrapped);
    assertEquals(
        wrapped.replace(key.toString(), ""),
        inspected(Files.copy(key, folder.resolve("key.bin")))
            .replace(folder.resolve("key.bin").toString(), ""));
    byte[] bytes = Files.readAllBytes(exchange);
    bytes[bytes.length - 1] ^= 1;
    Path forged = Files.write(folder.resolve("forged.xkek"), bytes);
    new Session(folder).run("inspect", forged.toString()).assertRefused("");
    Path cut = Files.write(folder.resolve("cut.xkek"), Arrays.copyOf(bytes, bytes.length - 1));
    new Session(folder).run("inspect", cut.toString()).assertRefused("");
    Path noKey = Files.write(folder.resolve("cut.wky"), Arrays.copyOf(bytes, 20));
    new Session(folder).run("inspect", noKey.toString()).assertRefused("");
  }

  private static String journal(Path visit) throws Exception {
    return Files.readString(visit.resolve("journal.jsonl"));
  }

  private static void assertCited(Path before, String after) throws Exception {
    String hash = JournalCheck.of(before.resolve("journal.jsonl")).lastHash().toHex();
    assertTrue(after.contains(hash), after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer", "send", "take"})
  void eachVisitIsRehearsedAloneToo(String visit) throws Exception {
    Path out = folder.resolve("out");
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .run("rehearse", "xkek-migrate", "--with", "visit=" + visit, "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
  }

  private Session.Ran rehearse(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("rehearse", "xkek-migrate", "--out"));
    words.add(folder.resolve("out").toString());
    words.addAll(List.of(more));
    return new Session(folder, DerivationCost.forTests(2)).run(words.toArray(String[]::new));
  }

  @Test
  void theGroupMayBeInAnotherKeyDomainOnEachDevice() throws Exception {
    Session.Ran ran = rehearse("--with", "domain=1", "--with", "targetDomain=3", "--keys", "2");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
  }

  @Test
  void asManyKeysMoveAsAreWanted() throws Exception {
    Session.Ran ran = rehearse("--keys", "100", "--with", "readers=2");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    String journal = Files.readString(folder.resolve("out").resolve("journal.jsonl"));
    assertEquals(100, journal.split("].outcome\":\"proven ", -1).length - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "254", "many"})
  void aDeviceHasRoomForSoManyKeysOnly(String keys) throws Exception {
    assertEquals(ExitStatus.REFUSED, rehearse("--keys", keys).status());
  }

  @Test
  void otherCeremoniesHaveNoKeysThatMove() throws Exception {
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .run("rehearse", "key-backup", "--keys", "3");
    assertEquals(ExitStatus.USAGE, ran.status());
    assertTrue(ran.err().contains("--keys"), ran::toString);
  }
}
