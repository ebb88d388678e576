// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.RequestOfAnotherDevice;
import org.keyrite.core.problem.KeyProblem.RequestUnproven;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The authenticated request that a device answers to the generation of a key pair, and keeps in
 * file CExx (byte reference, sections 7.2 and 8.5 [2+]). Read strictly: members in this order, each
 * once, nothing else.
 *
 * <pre>
 * 67
 *   7F21
 *     7F4E
 *       5F29  profile, always 00
 *       42    issuer that was asked for, optional
 *       7F49  public key: 06, and 81..85, 86 point, 87 of EC or 81 modulus, 82 exponent of RSA
 *       5F20  holder
 *       65    extensions, optional; kept as found
 *     5F37    signature of the key itself over all of 7F4E
 *   42        the device
 *   5F37      signature of the device's own key over 7F21 and 42
 * </pre>
 *
 * <p>Signatures of EC keys are r | s over SHA-256, those of RSA keys PKCS #1 v1.5 with SHA-256.
 *
 * @param issuer who was asked for a certificate
 * @param keyObject content of 7F49 as found
 * @param publicKey the new key
 * @param holder what the key is called
 * @param extensions content of tag 65
 * @param signature the key's own
 * @param device the device that vouches for the key
 * @param deviceSignature the device's
 */
public record CvRequest(
    Optional<HolderReference> issuer,
    Bytes keyObject,
    PublicKey publicKey,
    HolderReference holder,
    Optional<Bytes> extensions,
    Bytes signature,
    HolderReference device,
    Bytes deviceSignature) {
  /** The tag that a file with a request begins with. */
  public static final Tag TAG = new Tag(0x67);

  private static final String FORMAT = "certificate request of a device";
  private static final Bytes PROFILE_1 = Bytes.of((byte) 0);

  private static final Tag CERTIFICATE = new Tag(0x7F21);
  private static final Tag BODY = new Tag(0x7F4E);
  private static final Tag PROFILE = new Tag(0x5F29);
  private static final Tag ISSUER = new Tag(0x42);
  private static final Tag KEY = new Tag(0x7F49);
  private static final Tag HOLDER = new Tag(0x5F20);
  private static final Tag EXTENSIONS = new Tag(0x65);
  private static final Tag SIGNATURE = new Tag(0x5F37);

  private static final Tag ALGORITHM_ID = new Tag(0x06);
  private static final Tag FIRST = new Tag(0x81);
  private static final Tag SECOND = new Tag(0x82);
  private static final int NUMBERS_BEFORE_POINT = 5;
  private static final Tag POINT = new Tag(0x86);
  private static final Tag COFACTOR = new Tag(0x87);

  /**
   * The request that these bytes are, with nothing behind it. Whether it is genuine is another
   * question.
   *
   * @throws ProblemException {@link Malformed}, also if the key is on no known curve
   */
  public static CvRequest parse(Bytes content) throws ProblemException {
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader request = whole.enter(TAG);
    whole.finish();
    TlvReader certificate = request.enter(CERTIFICATE);
    TlvReader body = certificate.enter(BODY);
    if (!body.next(PROFILE).equals(PROFILE_1)) {
      throw new Malformed(FORMAT, "profile", 0).asException();
    }
    Tlv next = body.next();
    Optional<HolderReference> issuer = Optional.empty();
    if (next.tag().equals(ISSUER)) {
      issuer = Optional.of(HolderReference.parse(FORMAT, "issuer", next.value()));
      next = body.next();
    }
    if (!next.tag().equals(KEY)) {
      throw new Malformed(FORMAT, "tag " + KEY, 0).asException();
    }
    PublicKey publicKey = publicKey(next.value());
    HolderReference holder = HolderReference.parse(FORMAT, "holder", body.next(HOLDER));
    Optional<Bytes> extensions =
        body.hasNext() ? Optional.of(body.next(EXTENSIONS)) : Optional.empty();
    body.finish();
    Bytes signature = certificate.next(SIGNATURE);
    certificate.finish();
    HolderReference device = HolderReference.parse(FORMAT, "device", request.next(ISSUER));
    Bytes deviceSignature = request.next(SIGNATURE);
    request.finish();
    return new CvRequest(
        issuer, next.value(), publicKey, holder, extensions, signature, device, deviceSignature);
  }

  private static PublicKey publicKey(Bytes content) throws ProblemException {
    TlvReader reader = TlvReader.of(FORMAT, content);
    reader.next(ALGORITHM_ID);
    List<Tlv> members = reader.rest();
    Optional<? extends PublicKey> key = members.size() == 2 ? rsa(members) : ec(members);
    if (key.isEmpty()) {
      throw new Malformed(FORMAT, "public key", 0).asException();
    }
    return key.get();
  }

  private static Optional<RsaPublicKey> rsa(List<Tlv> members) {
    boolean fits = members.get(0).tag().equals(FIRST) && members.get(1).tag().equals(SECOND);
    return fits
        ? RsaPublicKey.of(members.get(0).value(), members.get(1).value())
        : Optional.empty();
  }

  private static Optional<EcPublicKey> ec(List<Tlv> members) {
    List<Bytes> numbers = new ArrayList<>();
    Optional<Bytes> point = Optional.empty();
    for (Tlv member : members) {
      boolean isPoint = numbers.size() == NUMBERS_BEFORE_POINT && point.isEmpty();
      Tag expected =
          point.isPresent() ? COFACTOR : isPoint ? POINT : new Tag(FIRST.value() + numbers.size());
      if (!member.tag().equals(expected)) {
        return Optional.empty();
      }
      if (isPoint) {
        point = Optional.of(member.value());
      } else {
        numbers.add(member.value());
      }
    }
    Bytes found = point.orElse(Bytes.EMPTY);
    return Curve.find(numbers)
        .filter(curve -> curve.isPoint(found))
        .map(curve -> new EcPublicKey(curve, found));
  }

  /** The bytes that were read. */
  public Bytes encode() {
    return new Tlv(TAG, content()).encode();
  }

  /** The request without tag and length of 67, as a device is given it. */
  public Bytes content() {
    return deviceSigned().plus(new Tlv(SIGNATURE, deviceSignature).encode());
  }

  private Bytes body() {
    Bytes content = new Tlv(PROFILE, PROFILE_1).encode();
    if (issuer.isPresent()) {
      content = content.plus(new Tlv(ISSUER, issuer.get().encode()).encode());
    }
    content = content.plus(new Tlv(KEY, keyObject).encode());
    content = content.plus(new Tlv(HOLDER, holder.encode()).encode());
    if (extensions.isPresent()) {
      content = content.plus(new Tlv(EXTENSIONS, extensions.get()).encode());
    }
    return new Tlv(BODY, content).encode();
  }

  private Bytes deviceSigned() {
    Bytes certificate = body().plus(new Tlv(SIGNATURE, signature).encode());
    return new Tlv(CERTIFICATE, certificate)
        .encode()
        .plus(new Tlv(ISSUER, device.encode()).encode());
  }

  /** Whether who made the request has the private key: the inner signature. */
  public boolean provesPossession() {
    return switch (publicKey) {
      case EcPublicKey key -> key.verifiesPlain(body(), signature);
      case RsaPublicKey key -> key.verifies(Algorithm.RSA_PKCS1_SHA256, body(), signature);
    };
  }

  /** Whether the device with this certificate vouches for the key: the outer signature. */
  public boolean isVouchedForBy(CvCertificate certificate) {
    return certificate.holder().equals(device)
        && certificate
            .ecPublicKey()
            .filter(key -> key.verifiesPlain(deviceSigned(), deviceSignature))
            .isPresent();
  }

  /**
   * Refuses a request that is not what this device answers for a key of its own. What the device's
   * certificate is worth is told by its chain.
   *
   * @throws ProblemException {@link RequestOfAnotherDevice}, {@link RequestUnproven}
   */
  public void verify(CertificateChain chain) throws ProblemException {
    HolderReference expected = chain.device().holder();
    if (!device.equals(expected)) {
      throw new RequestOfAnotherDevice(expected.text(), device.text()).asException();
    }
    if (!provesPossession() || !isVouchedForBy(chain.device())) {
      throw new RequestUnproven().asException();
    }
  }
}
