// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

class PublicKeyTest {
  private static final Bytes MESSAGE = Bytes.fromHex("00112233");
  private static final Bytes OTHER = Bytes.fromHex("00112234");
  private static final BigInteger SECRET = BigInteger.valueOf(0x1234567);

  @ParameterizedTest
  @ValueSource(strings = {"pub-10.der", "pub-11.der", "pub-12.der"})
  void recordedPublicKeysAreReadAndWrittenTheSame(String name) throws IOException {
    Bytes recorded = recorded(name);
    PublicKey key = PublicKey.parse(recorded).orElseThrow();
    assertEquals(recorded, key.encode());
    assertEquals(recorded.sha256(), key.fingerprint());
  }

  /** Made by stock OpenSC over a hash of which nobody knows the message. */
  @ParameterizedTest
  @ValueSource(ints = {11, 12})
  void recordedSignaturesHold(int number) throws IOException {
    EcPublicKey key =
        (EcPublicKey) PublicKey.parse(recorded("pub-" + number + ".der")).orElseThrow();
    Bytes signature = recorded("sig-" + number + ".bin");
    assertTrue(key.signed(recorded("digest.bin"), signature));
    assertFalse(key.signed(recorded("digest.bin").sha256(), signature));
    assertFalse(key.signed(recorded("digest.bin"), recorded("sig-" + (23 - number) + ".bin")));
  }

  @ParameterizedTest
  @EnumSource
  void ecSignaturesHoldOnEveryCurve(Curve curve) throws IOException {
    EcPublicKey key = ec(curve);
    BigInteger[] numbers = sign(curve);
    Bytes der = der(numbers[0], numbers[1]);
    assertTrue(key.verifies(Algorithm.ECDSA, MESSAGE, der));
    assertFalse(key.verifies(Algorithm.ECDSA, OTHER, der));
    assertFalse(key.verifies(Algorithm.ECDSA, MESSAGE, der(numbers[1], numbers[0])));
    Bytes plain =
        Curve.fixed(numbers[0], curve.orderSize()).plus(Curve.fixed(numbers[1], curve.orderSize()));
    assertTrue(key.verifiesPlain(MESSAGE, plain));
    assertFalse(key.verifiesPlain(OTHER, plain));
    assertFalse(key.verifiesPlain(MESSAGE, Bytes.of((byte) 0).plus(plain)));
    assertFalse(key.verifiesPlain(MESSAGE, plain.slice(0, plain.size() - 1)));
    assertFalse(key.verifiesPlain(MESSAGE, Bytes.of(new byte[plain.size()])));
    assertEquals(Optional.of(key), PublicKey.parse(key.encode()));
  }

  /** Firmware may put a needless zero in front (byte reference, section 13). */
  @Test
  void aNeedlessZeroInASignatureDoesNoHarm() throws IOException {
    BigInteger[] numbers = sign(Curve.SECP256R1);
    Bytes r = Bytes.of((byte) 0).plus(Bytes.of(numbers[0].toByteArray()));
    Bytes s = Bytes.of(numbers[1].toByteArray());
    Bytes body = tlv(0x02, r).plus(tlv(0x02, s));
    assertTrue(ec(Curve.SECP256R1).verifies(Algorithm.ECDSA, MESSAGE, tlv(0x30, body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "3000", "3003020101", "300602010102010100", "30060101000201" + "01"})
  void whatIsNoSignatureIsNone(String hex) {
    EcPublicKey key = ec(Curve.SECP256R1);
    assertFalse(key.verifies(Algorithm.ECDSA, MESSAGE, Bytes.fromHex(hex)));
  }

  @Test
  void refusesPointsThatAreNotOnTheCurve() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EcPublicKey(Curve.SECP256R1, Curve.SECP256K1.numbers().get(3)));
  }

  @Test
  void rsaSignaturesHold() throws GeneralSecurityException {
    KeyPair pair = rsaPair();
    RsaPublicKey key = rsa(pair);
    Signature signer = Signature.getInstance("SHA256withRSA");
    Bytes signature = sign(signer, pair);
    for (Algorithm algorithm : new Algorithm[] {Algorithm.RSA_PKCS1, Algorithm.RSA_RAW_SIGN}) {
      assertTrue(key.verifies(algorithm, MESSAGE, signature));
      assertFalse(key.verifies(algorithm, OTHER, signature));
      assertFalse(key.verifies(algorithm, MESSAGE, signature.slice(1, signature.size())));
      assertFalse(key.verifies(algorithm, MESSAGE, Bytes.of((byte) 0).plus(signature)));
      assertFalse(key.verifies(algorithm, MESSAGE, key.modulus()));
    }
    assertFalse(key.verifies(Algorithm.RSA_PSS, MESSAGE, signature));
  }

  @Test
  void pssSignaturesHold() throws GeneralSecurityException {
    KeyPair pair = rsaPair();
    RsaPublicKey key = rsa(pair);
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    Bytes signature = sign(signer, pair);
    assertTrue(key.verifies(Algorithm.RSA_PSS, MESSAGE, signature));
    assertFalse(key.verifies(Algorithm.RSA_PSS, OTHER, signature));
    assertFalse(key.verifies(Algorithm.RSA_PKCS1, MESSAGE, signature));
    assertFalse(key.verifies(Algorithm.RSA_PSS, MESSAGE, Bytes.EMPTY));
    assertFalse(key.verifies(Algorithm.RSA_PSS, MESSAGE, signature.plus(MESSAGE)));
  }

  @Test
  void whatIsEncryptedComesBack() throws GeneralSecurityException {
    KeyPair pair = rsaPair();
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
    assertEquals(MESSAGE, Bytes.of(cipher.doFinal(rsa(pair).encrypt(MESSAGE).toByteArray())));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"AES_CMAC", "ECDH", "WRAP", "RSA_RAW_DECRYPT"})
  void refusesToCheckWhatIsNoSignature(Algorithm algorithm) throws GeneralSecurityException {
    RsaPublicKey rsa = rsa(rsaPair());
    EcPublicKey ec = ec(Curve.SECP256R1);
    assertThrows(IllegalArgumentException.class, () -> rsa.verifies(algorithm, MESSAGE, MESSAGE));
    assertThrows(IllegalArgumentException.class, () -> ec.verifies(algorithm, MESSAGE, MESSAGE));
  }

  @Test
  void numbersThatAreNoRsaKeyAreNone() {
    Bytes three = Bytes.of((byte) 3);
    byte[] modulus = new byte[64];
    modulus[0] = (byte) 0x80;
    modulus[63] = 1;
    Bytes good = Bytes.of(modulus);
    assertEquals(512, RsaPublicKey.of(good, three).orElseThrow().spec().bits());
    assertEquals(
        RsaPublicKey.of(good, three),
        RsaPublicKey.of(Bytes.of((byte) 0).plus(good), Bytes.fromHex("000003")));
    modulus[63] = 2;
    assertEquals(Optional.empty(), RsaPublicKey.of(Bytes.of(modulus), three));
    assertEquals(Optional.empty(), RsaPublicKey.of(good, Bytes.of((byte) 1)));
    assertEquals(Optional.empty(), RsaPublicKey.of(good, Bytes.of((byte) 4)));
    assertEquals(Optional.empty(), RsaPublicKey.of(good, good));
    assertEquals(Optional.empty(), RsaPublicKey.of(good.slice(1, 64), three));
    assertEquals(Optional.empty(), RsaPublicKey.of(Bytes.EMPTY, Bytes.EMPTY));
    assertEquals(
        Optional.empty(),
        RsaPublicKey.of(Bytes.of((byte) 1).plus(Bytes.of(new byte[511]).plus(three)), three));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "3000", "0500", "30820122", "300906072a8648ce3d0201"})
  void whatIsNoPublicKeyIsNone(String hex) {
    assertEquals(Optional.empty(), PublicKey.parse(Bytes.fromHex(hex)));
  }

  private static EcPublicKey ec(Curve curve) {
    return new EcPublicKey(
        curve, Bytes.of(curve.domain().getG().multiply(SECRET).normalize().getEncoded(false)));
  }

  private static BigInteger[] sign(Curve curve) {
    ECDSASigner signer = new ECDSASigner();
    signer.init(true, new ECPrivateKeyParameters(SECRET, curve.domain()));
    return signer.generateSignature(MESSAGE.sha256().toByteArray());
  }

  private static Bytes der(BigInteger r, BigInteger s) throws IOException {
    DERSequence pair = new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)});
    return Bytes.of(pair.getEncoded());
  }

  private static Bytes tlv(int tag, Bytes content) {
    return Bytes.of((byte) tag, (byte) content.size()).plus(content);
  }

  private static KeyPair rsaPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    return generator.generateKeyPair();
  }

  private static RsaPublicKey rsa(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return RsaPublicKey.of(
            Bytes.of(key.getModulus().toByteArray()),
            Bytes.of(key.getPublicExponent().toByteArray()))
        .orElseThrow();
  }

  private static Bytes sign(Signature signer, KeyPair pair) throws GeneralSecurityException {
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toByteArray());
    return Bytes.of(signer.sign());
  }

  private static Bytes recorded(String name) throws IOException {
    try (InputStream in = PublicKeyTest.class.getResourceAsStream("/recordings/dkek/" + name)) {
      return Bytes.of(in.readAllBytes());
    }
  }
}
