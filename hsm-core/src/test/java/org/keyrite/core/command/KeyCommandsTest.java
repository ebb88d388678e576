// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.keyrite.core.problem.DeviceProblem.DeviceFull;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.KeyExists;
import org.keyrite.core.problem.KeyProblem.KeyKindRefused;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.NotExportable;
import org.keyrite.core.problem.KeyProblem.NothingToWrapUnder;
import org.keyrite.core.problem.KeyProblem.UseForbidden;
import org.keyrite.core.problem.KeyProblem.WrappedKeyRefused;
import org.keyrite.core.problem.Problem;
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

  @ParameterizedTest
  @CsvSource({
    "'', '', -1, -1",
    "90040000000a, '', -1, 10",
    "9004ffffffff, '', -1, 4294967295",
    "910210ff, 10ff, -1, -1",
    "9201fe, '', 254, -1",
    "90040000000a 910170 920103, 70, 3, 10",
    "920103 910170 90040000000a, 70, 3, 10",
    // in a longer form than needed, and with something unknown, as pico-hsm may write it
    "81020800 92810103, '', 3, -1",
  })
  void readsTheTermsOfAKey(String hex, String algorithms, int domain, long uses)
      throws ProblemException {
    KeyTerms read = KeyTerms.parse(Bytes.fromHex(hex.replace(" ", "")));
    assertEquals(algorithms, read.algorithms().ids().toHex());
    assertEquals(domain, read.domain().map(KeyDomainIndex::value).orElse(-1));
    assertEquals(uses, read.uses().orElse(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "9003000000, use counter",
    "9000, use counter",
    "9200, key domain",
    "9201ff, key domain",
    "92020000, key domain",
    "91110102030405060708090a0b0c0d0e0f1011, allowed algorithms",
  })
  void refusesTermsThatAreNone(String hex, String field) {
    assertRefused(
        new Malformed("terms of a key", field, 0), () -> KeyTerms.parse(Bytes.fromHex(hex)));
  }

  @Test
  void aKeyThatIsNotThereHasNoTerms() throws ProblemException {
    assertEquals(Optional.empty(), decode(new QueryKeyTerms(FIVE), "6a82"));
    assertEquals(Optional.of(KeyTerms.NONE), decode(new QueryKeyTerms(FIVE), "6f00" + "9000"));
    assertEquals(
        Optional.of(terms("70", 1)),
        decode(new QueryKeyTerms(FIVE), "620ca58106910170920101" + "8a0105" + "9000"));
    assertThrows(
        ProblemException.class, () -> decode(new QueryKeyTerms(FIVE), "6f04a5029200" + "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A81", "6A80", "6700"})
  void sizesThatADeviceDoesNotHave(String status) {
    refuses(pair(5, P256, HOLDER, KeyTerms.NONE), status, new KeyKindRefused("secp256r1"));
    refuses(aes(KeyTerms.NONE), status, new KeyKindRefused("AES-192"));
  }

  @Test
  void ofGenerate() {
    for (Command<?> command : List.of(pair(5, P256, HOLDER, terms("", 3)), aes(terms("", 3)))) {
      refuses(command, "6A89", new KeyExists(5));
      refuses(command, "6A88", new KeyDomainNotCreated(3));
      refuses(command, "6982", new NotLoggedIn());
      refuses(command, "6A84", new DeviceFull());
    }
    refuses(aes(KeyTerms.NONE), "6F00", new UnexpectedStatus("GENERATE SECRET KEY", "6F00"));
    assertThrows(
        ProblemException.class, () -> decode(pair(5, P256, HOLDER, KeyTerms.NONE), "67009000"));
  }

  private static GenerateSecretKey aes(KeyTerms terms) {
    return new GenerateSecretKey(FIVE, new KeySpec.Aes(192), terms);
  }

  @Test
  void ofWrap() {
    WrapKey command = new WrapKey(FIVE);
    refuses(command, "6A88", new NothingToWrapUnder(5));
    refuses(command, "6A82", new KeyMissing(5));
    for (String status : List.of("6985", "6A81", "6D00")) {
      refuses(command, status, new NotExportable(5));
    }
    refuses(command, "6982", new NotLoggedIn());
    refuses(command, "6F00", new UnexpectedStatus("WRAP KEY", "6F00"));
    assertThrows(ProblemException.class, () -> decode(command, "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A80", "6400", "6984", "6700", "6985", "6A82", "6A88", "6D00", "6A81"})
  void ofUnwrap(String status) {
    refuses(new UnwrapKey(FIVE, Optional.empty()), status, new WrappedKeyRefused(status));
  }

  @Test
  void ofUnwrapThatSaysWhy() {
    UnwrapKey command = new UnwrapKey(FIVE, Optional.empty());
    refuses(command, "6A89", new KeyExists(5));
    refuses(command, "6982", new NotLoggedIn());
    refuses(command, "6581", new DeviceFull());
    refuses(command, "6F00", new UnexpectedStatus("UNWRAP KEY", "6F00"));
  }

  @Test
  void ofUse() {
    List<Command<?>> commands =
        List.of(
            new SignWithKey(FIVE, Algorithm.ECDSA, Bytes.EMPTY, 256),
            new DecryptWithKey(FIVE, Algorithm.ECDH, Bytes.EMPTY, 256),
            new UseSecretKey(FIVE, Algorithm.AES_CMAC, Bytes.EMPTY));
    for (Command<?> command : commands) {
      refuses(command, "6A82", new KeyMissing(5));
      refuses(command, "6A81", new UseForbidden(5));
      refuses(command, "6985", new UseForbidden(5));
      refuses(command, "6984", new KeyUsedUp(5));
      refuses(command, "6A84", new KeyUsedUp(5));
      refuses(command, "6982", new NotLoggedIn());
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

  private static void refuses(Command<?> command, String status, Problem expected) {
    assertRefused(expected, () -> decode(command, status));
  }

  private static String hex(Command<?> command) throws ProblemException {
    try (CommandApdu apdu = command.encode()) {
      return Bytes.of(apdu.encode(Coding.EXTENDED)).toHex();
    }
  }
}
