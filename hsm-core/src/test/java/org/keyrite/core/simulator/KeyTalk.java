// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/** Commands about keys in hex, and what their answers say. */
final class KeyTalk {
  static final String CAR = "4209555443413030303031";
  static final String CHR = "5F201053494D55303030303030303030303031";
  static final String RSA_1024 = rsa(1024, "010001");

  private KeyTalk() {}

  /** GENERATE, short if it fits. */
  static String generate(int id, String publicKey, String more) {
    String content = "5F290100" + CAR + tlv("7F49", publicKey) + CHR + more;
    return extended("0046%02X00".formatted(id), content) + "0000";
  }

  static String extended(String header, String data) {
    return header + "00%04X".formatted(data.length() / 2) + data;
  }

  /** A TLV of up to 65535 bytes. */
  static String tlv(String tag, String content) {
    int size = content.length() / 2;
    String length = size < 0x80 ? "%02X" : size < 0x100 ? "81%02X" : "82%04X";
    return tag + length.formatted(size) + content;
  }

  static String rsa(int bits, String exponent) {
    return "060A04007F00070202020102" + tlv("82", exponent) + "0202%04X".formatted(bits);
  }

  static List<String> curves() throws IOException {
    return List.copyOf(vectors().entries().keySet());
  }

  private static Vector vectors() throws IOException {
    return Vector.file("/vectors/curves.json").get("curves");
  }

  static String ec(String curve) throws IOException {
    Vector vector = vectors().get(curve);
    StringBuilder key = new StringBuilder("060A04007F00070202020203");
    for (var field : List.of("81p", "82a", "83b", "84G", "85n", "87h")) {
      key.append(tlv(field.substring(0, 2), vector.text(field.substring(2))));
    }
    return key.toString().toUpperCase(Locale.ROOT);
  }

  /** The data of an answer that must be good. */
  static String good(String answer) {
    assertTrue(answer.endsWith("9000"), answer);
    return answer.substring(0, answer.length() - 4);
  }

  /** What is in the request of a new key. */
  record Request(Bytes inner, Bytes body, Bytes signature, Bytes outer, Bytes outerSignature) {
    static Request of(String hex) throws ProblemException {
      TlvReader whole = TlvReader.of("request", Bytes.fromHex(hex));
      TlvReader request = whole.enter(new Tag(0x67));
      whole.finish();
      Bytes certificate = request.next(new Tag(0x7F21));
      Bytes inner = Ber.tlv(0x7F21, certificate);
      Bytes outer = request.next(new Tag(0x42));
      Bytes outerSignature = request.next(new Tag(0x5F37));
      request.finish();
      TlvReader parts = TlvReader.of("certificate", certificate);
      Bytes body = Ber.tlv(0x7F4E, parts.next(new Tag(0x7F4E)));
      Bytes signature = parts.next(new Tag(0x5F37));
      parts.finish();
      return new Request(inner, body, signature, outer, outerSignature);
    }

    /** The content of a field of the public key. */
    Bytes key(int tag) throws ProblemException {
      TlvReader body = TlvReader.of("body", this.body).enter(new Tag(0x7F4E));
      body.next(new Tag(0x5F29));
      body.next(new Tag(0x42));
      return TlvReader.of("key", body.next(new Tag(0x7F49))).rest().stream()
          .filter(field -> field.tag().value() == tag)
          .findFirst()
          .orElseThrow()
          .value();
    }

    PublicKey rsa() throws ProblemException, GeneralSecurityException {
      RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key(0x81)), number(key(0x82)));
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    /** On one of the curves that the JVM has. */
    PublicKey ec(String curve) throws ProblemException, GeneralSecurityException {
      return point(curve, key(0x86));
    }
  }

  static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /** A public key on one of the curves that the JVM has. */
  static PublicKey point(String curve, Bytes point) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    int end = point.size();
    int half = (end - 1) / 2;
    ECPoint where =
        new ECPoint(number(point.slice(1, 1 + half)), number(point.slice(1 + half, end)));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(where, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  /** Whether the JVM takes this signature. */
  static boolean verifies(String algorithm, PublicKey key, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(key);
    verifier.update(message.toByteArray());
    return verifier.verify(signature.toByteArray());
  }

  /** Every list with one of its elements left out. */
  static List<List<String>> eachLeftOut(List<String> all) {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<String> rest = new ArrayList<>(all);
      rest.remove(i);
      lists.add(rest);
    }
    return lists;
  }
}
