// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.Command;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.GenerateKeyPair;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.UnwrapKey;
import org.keyrite.core.command.WrapKey;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.KeyProblem.NothingToWrapUnder;
import org.keyrite.core.problem.KeyProblem.WrappedKeyRefused;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.wrap.KeyBlob;
import org.keyrite.core.wrap.WrappedKeyFile;

/** What stock OpenSC and an emulated device said to each other about keys. */
class KeyRecordingsTest {

  @ParameterizedTest
  @CsvSource({
    "10-keygen-rsa2048, 1, RSA-2048",
    "11-keygen-ec-p256, 2, secp256r1",
    "12-keygen-ec-bp256, 3, brainpoolP256r1",
  })
  void keysAreAskedForAsOpenScAsks(String name, int reference, String kind) throws Exception {
    List<String> lines = Recording.lines("/recordings/dkek/" + name + ".apdu");
    KeySpec spec = KeySpec.fromText(kind).orElseThrow();
    GenerateKeyPair command =
        new GenerateKeyPair(
            new KeyId(reference), spec, new HolderReference("ESPICOHSMTR00001"), KeyTerms.NONE);
    int asked = indexOf(lines, "> 0046");
    assertEquals(lines.get(asked).substring(2), hex(command));
    CvRequest request = decode(command, lines.get(asked + 1));
    assertEquals(spec, request.publicKey().spec());
    request.verify(
        CertificateChain.parse(
            Bytes.fromHex(answer(lines.get(lines.indexOf("> 00A40000022F0200") + 3)))));
  }

  @ParameterizedTest
  @CsvSource({
    "24-unwrap-rsa-dev2, 10, wrap-rsa2048.bin",
    "25-unwrap-ecp256-dev2, 11, wrap-ecp256.bin",
    "26-unwrap-bp256-dev2, 12, wrap-bp256.bin",
  })
  void wrappedKeysAreHandedOverAsOpenScDoes(String name, int reference, String file)
      throws Exception {
    List<String> lines = Recording.lines("/recordings/dkek/" + name + ".apdu");
    Vector wrapped = Vector.file("/recordings/dkek/vectors.json").get("wrapped");
    KeyBlob blob = KeyBlob.parse(wrapped.<Vector>get(file).bytes("blob"));
    UnwrapKey command = new UnwrapKey(new KeyId(reference), Optional.of(blob));
    int asked = indexOf(lines, "> 8074");
    assertEquals(lines.get(asked).substring(2), hex(command));
    decode(command, lines.get(asked + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "16-wrap-rsa, 1, wrap-rsa2048.bin",
    "17-wrap-ecp256, 2, wrap-ecp256.bin",
    "18-wrap-bp256, 3, wrap-bp256.bin"
  })
  void keysAreTakenOutInFewerCommands(String name, int reference, String file) throws Exception {
    List<String> lines = Recording.lines("/recordings/dkek/" + name + ".apdu");
    String key = "%02X".formatted(reference);
    String description = answerAfter(lines, "> 00A4000002C4" + key + "00", 2);
    String request = answerAfter(lines, "> 00A4000002CE" + key + "00", 2);
    ScriptedChannel channel =
        new ScriptedChannel()
            .then("00A4000002CC" + key + "00", "6F00" + "9000")
            .then("00B1C4" + key + "00000454020000" + "03E8", description + "9000")
            .then("00B1CE" + key + "00000454020000" + "03E8", request + "9000")
            .then("8072" + key + "92000000", answerAfter(lines, "> 8072", 0) + "9000");
    SmartCardHsm hsm = new SmartCardHsm(channel);
    StoredKey stored = KeyList.read(hsm, new KeyId(reference)).orElseThrow();
    WrappedKeyFile taken = new KeyTransfer(hsm).wrap(stored);
    channel.assertFinished();
    try (var in = getClass().getResourceAsStream("/recordings/dkek/" + file)) {
      assertEquals(Bytes.of(in.readAllBytes()), taken.encode());
    }
  }

  @Test
  void refusalsAreUnderstood() throws Exception {
    refused("58-unwrap-wrong-dkek", "8074", new UnwrapKey(new KeyId(1), Optional.empty()));
    refused("33-unwrap-before-dkek", "8074", new UnwrapKey(new KeyId(1), Optional.empty()));
  }

  private static void refused(String name, String header, UnwrapKey command) throws IOException {
    List<String> lines = Recording.lines("/recordings/dkek/" + name + ".apdu");
    String status = lines.get(indexOf(lines, "> " + header) + 1).substring(2);
    Problem expected = new WrappedKeyRefused(status);
    assertRefused(expected, () -> decode(command, "< " + status));
  }

  /** The recorded list has the device's own key in it, and C400, and no certificates. */
  @Test
  void theListOfPicoIsUnderstood() throws Exception {
    ScriptedChannel channel = new ScriptedChannel().then("80580000000000", "C400CC00" + "9000");
    assertEquals(new KeyList(List.of(), Set.of()), KeyList.read(new SmartCardHsm(channel)));
    List<String> lines = Recording.lines("/recordings/dkek/28-pkcs15-dump-dev2.apdu");
    String list = answerAfter(lines, "> 8058", 0);
    assertTrue(
        decode(new EnumerateObjects(), "< " + list + " 9000").stream()
            .anyMatch(file -> file.key().equals(Optional.of(new KeyId(12)))));
  }

  @Test
  void wrappingWithoutDkekIsRefused() throws IOException {
    List<String> lines = Recording.lines("/recordings/dkek/63-wrap-no-dkek.apdu");
    String status = lines.get(indexOf(lines, "> 8072") + 1);
    assertRefused(new NothingToWrapUnder(1), () -> decode(new WrapKey(new KeyId(1)), status));
  }

  private static int indexOf(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new IllegalArgumentException(start);
  }

  private static String answerAfter(List<String> lines, String start, int later) {
    return answer(lines.get(indexOf(lines, start) + later + 1));
  }

  private static String answer(String line) {
    return line.substring(2).replace(" 9000", "");
  }

  private static <R> R decode(Command<R> command, String line) throws ProblemException {
    byte[] answer = Bytes.fromHex(line.substring(2).replace(" ", "")).toByteArray();
    try (ResponseApdu apdu = ResponseApdu.taking(answer)) {
      return command.decode(apdu);
    }
  }

  private static String hex(Command<?> command) throws ProblemException {
    try (CommandApdu apdu = command.encode()) {
      return Bytes.of(apdu.encode(Coding.EXTENDED)).toHex().toUpperCase(Locale.ROOT);
    }
  }
}
