// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;

class SheetPayloadTest {
  private static final SetId OTHER = SetId.fromText("0000-0001").orElseThrow();

  private static Problem refusal(byte[] payload) {
    return assertThrows(ProblemException.class, () -> SheetPayload.parse(Secret.taking(payload)))
        .problem();
  }

  private static byte[] encoded(int offset, int value) {
    byte[] bytes = Samples.bytes(Samples.share(128, 2, 3, 2).encode()).toByteArray();
    bytes[offset] = (byte) value;
    return bytes;
  }

  @Test
  void survivesEncodingAndParsing() throws ProblemException {
    Random random = new Random(Samples.SEED);
    for (int i = 0; i < 200; i++) {
      int custodians = 2 + random.nextInt(98);
      int threshold = 2 + random.nextInt(custodians - 1);
      int id = 1 + random.nextInt(custodians);
      int bits = random.nextBoolean() ? 64 : 128;
      ShareContent share =
          Samples.share(random, bits, threshold, custodians, id, 1 + random.nextInt(255));
      try (Secret payload = share.encode();
          SheetPayload parsed = SheetPayload.parse(payload);
          Secret again = parsed.encode()) {
        assertEquals(Samples.bytes(payload), Samples.bytes(again));
        share.requireSameAs((ShareContent) parsed);
      }
    }
  }

  @Test
  void carriesAShareFileAsItIs() throws ProblemException {
    ShareFileContent file = new ShareFileContent(OTHER, 3, 4, 5, Samples.shareFile().file());
    try (Secret payload = file.encode()) {
      assertEquals(file, SheetPayload.parse(payload));
    }
  }

  @Test
  void refusesAnUnknownKindOrVersion() {
    for (int first = 0; first < 256; first++) {
      if (first != 0x12) {
        assertEquals(new PaperProblem.SheetUnknown(), refusal(encoded(0, first)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryOtherSize(PayloadKind kind) {
    for (int size = 0; size < 100; size++) {
      byte[] bytes = new byte[size];
      if (size > 0) {
        bytes[0] = (byte) kind.firstByte();
      }
      if (size != kind.size()) {
        assertEquals(new PaperProblem.SheetUnknown(), refusal(bytes));
      }
    }
  }

  @Test
  void refusesNumbersThatDoNotGoTogether() {
    assertEquals(new PaperProblem.SheetUnknown(), refusal(encoded(6, 0)));
    assertEquals(new QuorumProblem.ThresholdOutOfRange(1, 3), refusal(encoded(7, 1)));
    assertEquals(new QuorumProblem.ThresholdOutOfRange(4, 3), refusal(encoded(7, 4)));
    assertEquals(new QuorumProblem.ThresholdOutOfRange(2, 100), refusal(encoded(8, 100)));
    assertEquals(new QuorumProblem.ShareIdOutOfRange(0, 3), refusal(encoded(9, 0)));
    assertEquals(new QuorumProblem.ShareIdOutOfRange(4, 3), refusal(encoded(9, 4)));
    assertEquals(new QuorumProblem.PrimeUnusable(), refusal(encoded(10, 0x7F)));
    assertEquals(new QuorumProblem.ShareValueTooLarge(2), refusal(encoded(26, 0xFF)));
  }

  @Test
  void refusesAValueThatIsThePrimeItself() {
    Bytes prime = Samples.share(128, 2, 3, 2).prime();
    Secret value = Secret.taking(prime.toByteArray());
    assertThrows(ProblemException.class, () -> new ShareContent(OTHER, 1, 2, 3, 1, prime, value));
    assertTrue(value.isWiped());
  }

  @Test
  void namesWhatAnotherSheetDiffersIn() throws ProblemException {
    ShareContent made = Samples.share(128, 2, 3, 2);
    Bytes prime = made.prime();
    assertEquals(
        new QuorumProblem.ShareOfAnotherSet(2, "0000-0001"),
        difference(new ShareContent(OTHER, 1, 2, 3, 2, prime, made.value().copy()), made));
    assertEquals(
        new PaperProblem.SheetOfAnotherCustodian(3, 2),
        difference(new ShareContent(Samples.SET, 1, 2, 3, 3, prime, made.value().copy()), made));
    assertEquals(
        new PaperProblem.SheetVoided(2, 4, 1),
        difference(new ShareContent(Samples.SET, 4, 2, 3, 2, prime, made.value().copy()), made));
    assertEquals(
        new PaperProblem.SheetDiffers(2),
        difference(
            new ShareContent(Samples.SET, 1, 2, 3, 2, prime, Secret.taking(new byte[16])), made));
    assertEquals(
        new PaperProblem.SheetDiffers(2),
        difference(new ShareContent(Samples.SET, 1, 3, 3, 2, prime, made.value().copy()), made));
  }

  private static Problem difference(ShareContent read, ShareContent made) {
    return assertThrows(ProblemException.class, () -> read.requireSameAs(made)).problem();
  }

  @Test
  void wipesTheValueWhenClosed() {
    ShareContent share = Samples.share(64, 2, 3, 1);
    assertFalse(share.value().isWiped());
    share.close();
    assertTrue(share.value().isWiped());
  }

  @Test
  void readsASetIdAsPeopleWriteIt() {
    assertEquals(Optional.of(OTHER), SetId.fromText("0000-0001"));
    assertEquals(Optional.of(OTHER), SetId.fromText(" oooo ooo1"));
    assertEquals("7F3K-2M9A", Samples.SET.toText());
    for (String text : new String[] {"", "7F3K-2M9", "7F3K-2M9AA", "7F3K-2M9U", "7F3K:2M9A"}) {
      assertEquals(Optional.empty(), SetId.fromText(text));
    }
  }
}
