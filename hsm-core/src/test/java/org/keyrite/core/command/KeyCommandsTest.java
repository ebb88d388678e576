// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.testing.WrappedKeys;
import org.keyrite.core.wrap.KeyBlob;

/** Commands about keys, by sections 6, 7 and 13 of the byte reference and its vectors. */
class KeyCommandsTest {
  private static final KeyId FIVE = new KeyId(5);
  private static final HolderReference HOLDER = new HolderReference("DENK010570200001");
  private static final KeySpec P256 = new KeySpec.Ec(Curve.SECP256R1);

  private static GenerateKeyPair pair(
      int id, KeySpec spec, HolderReference holder, KeyTerms terms) {
    return new GenerateKeyPair(new KeyId(id), spec, holder, terms);
  }

  private static KeyTerms terms(String algorithms, int domain) {
    return new KeyTerms(
        new AllowedAlgorithms(Bytes.fromHex(algorithms)),
        domain < 0 ? Optional.empty() : Optional.of(new KeyDomainIndex(domain)),
        OptionalLong.empty());
  }

  @Test
  void everyCommandIsTheOneOfItsVector() throws IOException, ProblemException {
    Bytes hash = Bytes.of(new byte[32]);
    Map<String, Command<?>> commands =
        Map.of(
            "GENERATE EC secp256r1 key 1", pair(1, P256, HOLDER, KeyTerms.NONE),
            "GENERATE RSA-2048 key 2", pair(2, new KeySpec.Rsa(2048), HOLDER, KeyTerms.NONE),
            "GENERATE exchange key 3 in domain 1",
                pair(
                    3,
                    new KeySpec.Ec(Curve.BRAINPOOL_P256R1),
                    new HolderReference("UTSIMA0000100002"),
                    terms("84", 1)),
            "GENERATE AES-256 key 4",
                new GenerateSecretKey(new KeyId(4), new KeySpec.Aes(256), terms("10111899", -1)),
            "WRAP key 1", new WrapKey(new KeyId(1)),
            "SIGN plain ECDSA key 1, hash 00*32",
                new SignWithKey(new KeyId(1), Algorithm.ECDSA, hash, 256),
            "ECDH key 1",
                new DecryptWithKey(
                    new KeyId(1), Algorithm.ECDH, Curve.SECP256R1.numbers().get(3), 256));
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> encoded = new TreeMap<>();
    for (Vector vector : Vector.file("/vectors/apdus.json").list("vectors")) {
      Command<?> command = commands.get(vector.text("name"));
      if (command != null) {
        expected.put(vector.text("name"), vector.text("apdu"));
        encoded.put(vector.text("name"), hex(command));
      }
    }
    assertEquals(commands.keySet(), expected.keySet());
    assertEquals(expected, encoded);
  }

  @Test
  void commandsWithoutAVectorAreThoseOfTheTables() throws IOException, ProblemException {
    KeyBlob blob = KeyBlob.parse(WrappedKeys.synthetic().getFirst().blob());
    int size = blob.encode().size();
    assertEquals(
        "80740593" + "%02x".formatted(size) + blob.encode(),
        hex(new UnwrapKey(FIVE, Optional.of(blob))));
    assertEquals("80740593", hex(new UnwrapKey(FIVE, Optional.empty())));
    assertEquals("00a4000002cc0500", hex(new QueryKeyTerms(FIVE)));
    assertEquals(
        "8078051810" + "00".repeat(16) + "00",
        hex(new UseSecretKey(FIVE, Algorithm.AES_CMAC, Bytes.of(new byte[16]))));
    assertEquals(
        "004805b0" + "0d" + "91020a0b" + "900400000007" + "920102" + "00",
        hex(
            new GenerateSecretKey(
                FIVE,
                new KeySpec.Aes(128),
                new KeyTerms(
                    new AllowedAlgorithms(Bytes.fromHex("0a0b")),
                    Optional.of(new KeyDomainIndex(2)),
                    OptionalLong.of(7)))));
    assertEquals(
        "0080680530000033".substring(2) + "aa".repeat(51) + "0200",
        hex(new SignWithKey(FIVE, Algorithm.RSA_PKCS1, Bytes.fromHex("aa".repeat(51)), 512)));
  }

  /** Counter, list and domain come last and in this order (section 7.1). */
  @Test
  void termsOfAPairStandBehindItsHolder() throws ProblemException {
    KeyTerms terms =
        new KeyTerms(
            new AllowedAlgorithms(Bytes.fromHex("7092")),
            Optional.of(KeyDomainIndex.FIRST),
            OptionalLong.of(0xFFFFFFFFL));
    String hex = hex(pair(1, P256, HOLDER, terms));
    String end = "5f2010" + HOLDER.encode() + "9004ffffffff" + "91027092" + "920100" + "0000";
    assertEquals(end, hex.substring(hex.length() - end.length()));
  }

  @Test
  void refusesToMakeAPairOfASecretKeyAndImpossibleCounters() {
    assertThrows(
        IllegalArgumentException.class, () -> pair(1, new KeySpec.Aes(128), HOLDER, KeyTerms.NONE));
    for (long uses : List.of(-1L, 0x100000000L)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new KeyTerms(AllowedAlgorithms.ALL, Optional.empty(), OptionalLong.of(uses)));
    }
  }

  @Test
  void answersAreWhatTheDeviceSays() throws IOException, ProblemException {
    assertEquals(
        "abcd",
        decode(new SignWithKey(FIVE, Algorithm.ECDSA, Bytes.EMPTY, 256), "abcd9000").toHex());
    try (Secret plain =
        decode(new DecryptWithKey(FIVE, Algorithm.ECDH, Bytes.EMPTY, 256), "04019000")) {
      assertEquals("0401", plain.use(Bytes::of).toHex());
    }
    Vector wrapped = Vector.file("/recordings/dkek/vectors.json").get("wrapped");
    Vector recorded = wrapped.get("wrap-bp256.bin");
    CvRequest request =
        decode(pair(5, P256, HOLDER, KeyTerms.NONE), recorded.text("cert") + "9000");
    assertEquals(recorded.bytes("cert"), request.encode());
    assertEquals(
        recorded.bytes("blob"), decode(new WrapKey(FIVE), recorded.text("blob") + "9000").encode());
  }

  @Test
  void filesBesideAKeyBearItsNumber() {
    assertEquals("CC05", FileId.ofKey(FIVE).toString());
    assertEquals("C405", FileId.ofDescription(FIVE).toString());
    assertEquals("CE05", FileId.ofCertificate(FIVE).toString());
    for (int value : List.of(0xCC05, 0xC405, 0xCE05)) {
      assertEquals(Optional.of(FIVE), new FileId(value).key());
    }
    for (int value : List.of(0xCC00, 0xC400, 0xCA05, 0x2F02, 0xCD05)) {
      assertEquals(Optional.empty(), new FileId(value).key());
    }
  }

  private static <R> R decode(Command<R> command, String hex) throws ProblemException {
    try (ResponseApdu answer = ResponseApdu.taking(Bytes.fromHex(hex).toByteArray())) {
      return command.decode(answer);
    }
  }

  private static String hex(Command<?> command) throws ProblemException {
    try (CommandApdu apdu = command.encode()) {
      return Bytes.of(apdu.encode(Coding.EXTENDED)).toHex();
    }
  }
}
