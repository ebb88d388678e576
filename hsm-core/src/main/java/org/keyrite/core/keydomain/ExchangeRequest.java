// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyOfAnotherKind;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyUnproven;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRequestOfAnotherDevice;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRequestWithoutGroup;
import org.keyrite.core.problem.ExchangeProblem.PartnerOfAnotherGroup;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The public half of an exchange key, as one device of a group gives it to another (byte reference,
 * sections 11.1 and 11.2). In the container that the Smart Card Shell writes for exported public
 * keys [2+]:
 *
 * <pre>
 * 30
 *   06  file type 1.3.6.1.4.1.24991.4.3.1
 *   61  { 7F21 }  issuer of the device
 *   62  { 7F21 }  the device
 *   63  { 67 }    the device's request for the exchange key
 * </pre>
 *
 * <p>Read also: {@code 30 { 67, 7F21 device, 7F21 issuer }}, and the same without the 30.
 *
 * <p>The request names the group among its extensions, {@code 73 { 06 1.3.6.1.4.1.24991.3.2.2, 80
 * UID }}: 32 bytes, 64 on pico-hsm.
 *
 * @param issuer certificate of the issuer of the device
 * @param device certificate of the device
 * @param request the exchange key
 */
public record ExchangeRequest(CvCertificate issuer, CvCertificate device, CvRequest request) {
  /** How names of files with one end. */
  public static final String ENDING = ".xkek";

  /** The curve of exchange keys. */
  public static final Curve CURVE = Curve.BRAINPOOL_P256R1;

  /** No file of this kind is larger; known ones have about 1,040 bytes. */
  public static final int LARGEST = 8192;

  private static final String FORMAT = "exchange request";
  private static final Tag CONTAINER = new Tag(0x30);
  private static final Tag FILE_TYPE = new Tag(0x06);
  private static final Bytes PUBLIC_KEY = Bytes.fromHex("2B0601040181C31F040301");
  private static final Tag ISSUER = new Tag(0x61);
  private static final Tag DEVICE = new Tag(0x62);
  private static final Tag REQUEST = new Tag(0x63);

  private static final Tag EXTENSION = new Tag(0x73);
  private static final Tag NAME = new Tag(0x06);
  private static final Bytes KEY_DOMAIN_UID = Bytes.fromHex("2B0601040181C31F030202");
  private static final Tag VALUE = new Tag(0x80);
  private static final int UID_OF_PICO = 64;

  /** What a device would export of a request of its own. */
  public static ExchangeRequest of(DeviceId device, CvRequest request) {
    return new ExchangeRequest(device.issuer(), device.device(), request);
  }

  /**
   * The exchange request that these bytes are. Whether it holds is told by {@link #verify}.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static ExchangeRequest parse(Bytes content) throws ProblemException {
    if (content.size() == 0 || content.size() > LARGEST) {
      throw new Malformed(FORMAT, "length", content.size()).asException();
    }
    TlvReader whole = TlvReader.of(FORMAT, content);
    if (content.at(0) != CONTAINER.value()) {
      return joined(whole);
    }
    TlvReader file = whole.enter(CONTAINER);
    whole.finish();
    Tlv first = file.next();
    if (first.tag().equals(CvRequest.TAG)) {
      return joined(CvRequest.parse(first.encode()), file);
    }
    if (!first.tag().equals(FILE_TYPE) || !first.value().equals(PUBLIC_KEY)) {
      throw new Malformed(FORMAT, "file type", 0).asException();
    }
    CvCertificate issuer = CvCertificate.parse(file.next(ISSUER));
    CvCertificate device = CvCertificate.parse(file.next(DEVICE));
    CvRequest request = CvRequest.parse(file.next(REQUEST));
    file.finish();
    return new ExchangeRequest(issuer, device, request);
  }

  private static ExchangeRequest joined(TlvReader file) throws ProblemException {
    return joined(CvRequest.parse(new Tlv(CvRequest.TAG, file.next(CvRequest.TAG)).encode()), file);
  }

  private static ExchangeRequest joined(CvRequest request, TlvReader file) throws ProblemException {
    CvCertificate device = CvCertificate.parse(file.next().encode());
    CvCertificate issuer = CvCertificate.parse(file.next().encode());
    file.finish();
    return new ExchangeRequest(issuer, device, request);
  }

  /** The content of a file. */
  public Bytes encode() {
    Bytes content =
        new Tlv(FILE_TYPE, PUBLIC_KEY)
            .encode()
            .plus(new Tlv(ISSUER, issuer.encode()).encode())
            .plus(new Tlv(DEVICE, device.encode()).encode())
            .plus(new Tlv(REQUEST, request.encode()).encode());
    return new Tlv(CONTAINER, content).encode();
  }

  /** The device that made it. */
  public DeviceId deviceId() {
    return new DeviceId(device, issuer);
  }

  /** The chain of the device that made it. */
  public CertificateChain chain() {
    return new CertificateChain(List.of(device, issuer));
  }

  /**
   * The group that the device says the key is for.
   *
   * @throws ProblemException {@link ExchangeRequestWithoutGroup}; {@link Malformed}
   */
  public KeyDomainUid uid() throws ProblemException {
    Optional<Bytes> found = Optional.empty();
    if (request.extensions().isPresent()) {
      TlvReader extensions = TlvReader.of(FORMAT, request.extensions().get());
      while (extensions.hasNext()) {
        TlvReader extension = extensions.enter(EXTENSION);
        boolean isGroup = extension.next(NAME).equals(KEY_DOMAIN_UID);
        if (isGroup && found.isPresent()) {
          throw new Malformed(FORMAT, "key domain UID", 0).asException();
        }
        if (isGroup) {
          found = Optional.of(extension.next(VALUE));
          extension.finish();
        }
      }
    }
    Bytes uid =
        found.orElseThrow(
            () -> new ExchangeRequestWithoutGroup(device.holder().holder()).asException());
    if (uid.size() != KeyDomainUid.SIZE && uid.size() != UID_OF_PICO) {
      throw new Malformed(FORMAT, "key domain UID", uid.size()).asException();
    }
    return KeyDomainUid.ofReported(uid);
  }

  /**
   * Checks everything before it is given to the other device.
   *
   * @param group the group of the other device
   * @return what the certificates of the device are worth
   * @throws ProblemException {@link IssuerDoesNotBelong}, {@code CertificateForged}, {@link
   *     ExchangeKeyOfAnotherKind}, {@link ExchangeRequestOfAnotherDevice}, {@link
   *     ExchangeKeyUnproven}, {@link ExchangeRequestWithoutGroup}, {@link PartnerOfAnotherGroup}
   */
  public ChainVerdict verify(KeyDomainUid group, TrustAnchors anchors, LocalDate day)
      throws ProblemException {
    String serial = device.holder().holder();
    if (!issuer.holder().equals(device.issuer())) {
      throw new IssuerDoesNotBelong(device.holder().text(), issuer.holder().text()).asException();
    }
    ChainVerdict verdict = chain().judge(anchors, day);
    if (!request.device().equals(device.holder())) {
      throw new ExchangeRequestOfAnotherDevice(device.holder().text(), request.device().text())
          .asException();
    }
    if (!(request.publicKey() instanceof EcPublicKey key) || key.curve() != CURVE) {
      throw new ExchangeKeyOfAnotherKind(request.publicKey().spec().text()).asException();
    }
    if (!request.provesPossession() || !request.isVouchedForBy(device)) {
      throw new ExchangeKeyUnproven(serial).asException();
    }
    require(group);
    return verdict;
  }

  /**
   * Refuses a request for another group, or for none.
   *
   * @throws ProblemException {@link ExchangeRequestWithoutGroup}, {@link PartnerOfAnotherGroup}
   */
  public void require(KeyDomainUid group) throws ProblemException {
    KeyDomainUid found = uid();
    if (!found.equals(group)) {
      throw new PartnerOfAnotherGroup(device.holder().holder(), group.toText(), found.toText())
          .asException();
    }
  }
}
