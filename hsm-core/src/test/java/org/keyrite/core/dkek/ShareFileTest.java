// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem.ShareFileNotOpened;
import org.keyrite.core.problem.FileProblem.ShareFileNotSalted;
import org.keyrite.core.problem.FileProblem.ShareFileSize;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

class ShareFileTest {
  private static final DerivationCost CHEAP = DerivationCost.forTests(1);
  private static final Bytes SALT = Bytes.fromHex("a1a2a3a4a5a6a7a8");
  private static final String NAME = "share.pbe";

  private final Random random = Seed.random(ShareFileTest.class);
  private final DkekShare share = newShare();

  private DkekShare newShare() {
    return DkekShare.taking(Secret.taking(bytes(32)));
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Secret password(String text) {
    return Secret.taking(text.getBytes(StandardCharsets.UTF_8));
  }

  private ShareFile file(Secret password) {
    return ShareFile.create(NAME, share, password, SALT, CHEAP, Progress.NONE);
  }

  @Test
  void opensWhatItMade() throws ProblemException {
    for (int size : new int[] {0, 1, 8, 16, 63, 64, 200}) {
      Secret password = Secret.taking(bytes(size));
      ShareFile file = ShareFile.parse(NAME, file(password).encode());
      assertTrue(file.open(password, CHEAP, Progress.NONE).matches(share));
      assertEquals(SALT, file.salt());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 63, 65, 88, 128})
  void refusesEveryOtherSize(int size) {
    byte[] content = new byte[size];
    byte[] made = file(password("x")).encode().toByteArray();
    System.arraycopy(made, 0, content, 0, Math.min(size, made.length));
    assertRefused(new ShareFileSize(NAME, size), () -> ShareFile.parse(NAME, Bytes.of(content)));
  }

  @Test
  void readsBase64AsOpensslPrintsIt() throws ProblemException {
    ShareFile file = file(password("x"));
    String text = file.toText();
    assertEquals(90, text.length());
    for (String form :
        List.of(text, text.replace("\n", "\r\n"), text.replace("\n", ""), " " + text + "\n\t")) {
      assertEquals(file, ShareFile.parse(NAME, ascii(form)));
    }
  }

  @Test
  void refusesBase64ThatIsNotExact() {
    String text = file(password("x")).toText().replace("\n", "");
    for (String form :
        List.of(
            text.substring(0, 86),
            text.substring(1),
            text + "AAAA",
            text.replaceFirst("=", ""),
            text.replace("==", "AA"),
            text.replaceFirst(".==", "B=="),
            text.replaceFirst("U", "-"),
            "=" + text)) {
      assertRefused(
          new ShareFileSize(NAME, form.length()), () -> ShareFile.parse(NAME, ascii(form)));
    }
  }

  @Test
  void refusesBase64OfSomethingElse() {
    String text = Base64.getEncoder().encodeToString(new byte[64]);
    assertRefused(new ShareFileNotSalted(NAME), () -> ShareFile.parse(NAME, ascii(text)));
  }

  private static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void noticesEveryFlippedBitThatTheFormatCanNotice() {
    Secret password = password("a password");
    byte[] made = file(password).encode().toByteArray();
    for (int bit = 0; bit < 8 * ShareFile.SIZE; bit++) {
      byte[] flipped = made.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      int offset = bit / 8;
      if (offset < 8) {
        assertRefused(new ShareFileNotSalted(NAME), () -> ShareFile.parse(NAME, Bytes.of(flipped)));
      } else if (offset < 16 || offset >= 32) {
        assertRefused(
            new ShareFileNotOpened(NAME),
            () -> ShareFile.parse(NAME, Bytes.of(flipped)).open(password, CHEAP, Progress.NONE));
      }
    }
  }

  @Test
  void cannotNoticeAChangeOfTheFirstEncryptedBlock() throws ProblemException {
    Secret password = password("a password");
    byte[] made = file(password).encode().toByteArray();
    for (int bit = 8 * 16; bit < 8 * 32; bit++) {
      byte[] flipped = made.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      ShareFile file = ShareFile.parse(NAME, Bytes.of(flipped));
      assertFalse(file.open(password, CHEAP, Progress.NONE).matches(share));
    }
  }

  @Test
  void acceptsNoneOfTenThousandWrongPasswords() {
    DerivationCost few = DerivationCost.forTests(3);
    ShareFile file = ShareFile.create(NAME, share, password("right"), SALT, few, Progress.NONE);
    int fooledLooserCheck = 0;
    for (int i = 0; i < 10_000; i++) {
      try (Secret wrong = Secret.taking(bytes(1 + random.nextInt(20)))) {
        assertRefused(new ShareFileNotOpened(NAME), () -> file.open(wrong, few, Progress.NONE));
        fooledLooserCheck += passesLooserCheck(file, wrong, few) ? 1 : 0;
      }
    }
    assertTrue(fooledLooserCheck > 10, "would fool PKCS#7: " + fooledLooserCheck);
  }

  /** The check of the stock tool: the last byte says how many bytes like itself end the block. */
  private static boolean passesLooserCheck(ShareFile file, Secret password, DerivationCost cost) {
    try (KeyDerivation derivation = new KeyDerivation(password, file.salt(), cost, Progress.NONE);
        Secret key = derivation.key()) {
      byte[] keyBytes = key.use(byte[]::clone);
      var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(keyBytes, "AES"),
          new IvParameterSpec(file.content().slice(32, 48).toByteArray()));
      cipher.doFinal(file.content().slice(48, 64).toByteArray());
      return true;
    } catch (BadPaddingException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void acceptsNoneOfTenThousandAlteredFiles() {
    Secret password = password("right");
    byte[] made = file(password).encode().toByteArray();
    for (int i = 0; i < 10_000; i++) {
      byte[] altered = made.clone();
      int changes = 1 + random.nextInt(5);
      for (int change = 0; change < changes; change++) {
        int offset = random.nextInt(40);
        altered[offset < 8 ? 8 + offset : 24 + offset] ^= (byte) (1 + random.nextInt(255));
      }
      Bytes content = Bytes.of(altered);
      if (!content.equals(Bytes.of(made))) {
        assertRefused(
            new ShareFileNotOpened(NAME),
            () -> ShareFile.parse(NAME, content).open(password, CHEAP, Progress.NONE));
      }
    }
  }

  /** Remembers the largest report. */
  private static final class Furthest implements Progress {
    private long done;

    @Override
    public void report(long now, long total) {
      done = now;
    }

    @Override
    public void checkpoint() {}
  }

  @Test
  void refusesAWrongPasswordAfterTwoThirdsOfTheWork() throws ProblemException {
    DerivationCost cost = DerivationCost.forTests(1000);
    ShareFile file = ShareFile.create(NAME, share, password("right"), SALT, cost, Progress.NONE);
    Furthest wrong = new Furthest();
    assertRefused(new ShareFileNotOpened(NAME), () -> file.open(password("wrong"), cost, wrong));
    assertEquals(2000, wrong.done);
    Furthest right = new Furthest();
    file.open(password("right"), cost, right).close();
    assertEquals(3000, right.done);
  }

  @Test
  void opensWithThePasswordOnceItIsPaddedAndOnceAsItComes() throws ProblemException {
    byte[] padded = {0, 0, 5, 6, 7, 8, 9, 10};
    byte[] minimal = {5, 6, 7, 8, 9, 10};
    for (byte[] used : List.of(padded, minimal)) {
      ShareFile file = file(Secret.taking(used.clone()));
      try (JoinedPassword joined = JoinedPassword.of(padded.clone())) {
        assertEquals(2, joined.candidates().size());
        assertTrue(file.openAny(joined.candidates(), CHEAP, Progress.NONE).matches(share));
        joined.candidates().forEach(candidate -> assertFalse(candidate.isWiped()));
      }
    }
  }

  @Test
  void refusesWhenNoPasswordFits() {
    ShareFile file = file(password("right"));
    List<Secret> wrong = List.of(password("one"), password("two"), password("three"));
    assertRefused(new ShareFileNotOpened(NAME), () -> file.openAny(wrong, CHEAP, Progress.NONE));
    assertThrows(
        IllegalArgumentException.class, () -> file.openAny(List.of(), CHEAP, Progress.NONE));
  }

  @Test
  void stopsWhenItIsCancelledWithSeveralPasswords() {
    ShareFile file = file(password("right"));
    Progress cancelling =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public void checkpoint() {
            throw new Cancelled();
          }
        };
    List<Secret> passwords = List.of(password("right"), password("wrong"));
    assertThrows(
        Cancelled.class, () -> file.openAny(passwords, DerivationCost.STANDARD, cancelling));
  }

  @Test
  void refusesToBeMadeOfOtherBytes() {
    assertThrows(IllegalArgumentException.class, () -> new ShareFile(NAME, Bytes.of(new byte[64])));
    assertThrows(IllegalArgumentException.class, () -> new ShareFile(NAME, Bytes.EMPTY));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ShareFile.create(
                NAME, share, password("x"), Bytes.of(new byte[7]), CHEAP, Progress.NONE));
  }

  @Test
  void everyFileHasItsOwnBytes() throws ProblemException {
    SeededSource source = new SeededSource(random);
    Secret password = password("x");
    ShareFile one = ShareFile.create(NAME, share, password, source.bytes(8), CHEAP, Progress.NONE);
    ShareFile two = ShareFile.create(NAME, share, password, source.bytes(8), CHEAP, Progress.NONE);
    assertFalse(one.equals(two));
    assertFalse(one.content().slice(16, 64).equals(two.content().slice(16, 64)));
  }
}
