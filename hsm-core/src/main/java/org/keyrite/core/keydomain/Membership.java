// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import java.time.LocalDate;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.GroupProblem.MembershipForAnotherDevice;
import org.keyrite.core.problem.GroupProblem.MembershipOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.SignerKeyNotVouchedFor;
import org.keyrite.core.problem.GroupProblem.SignerKeyOfAnotherDevice;
import org.keyrite.core.problem.GroupProblem.SignerKeyOfAnotherKind;
import org.keyrite.core.problem.GroupProblem.SignerKeyUnproven;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * A key domain membership (KDM) of firmware 3.4 and newer: the group signer's word that one device
 * belongs to its group. A file {@code .kdm} as the Smart Card Shell writes it (byte reference,
 * section 10.4 [2+]). Read strictly.
 *
 * <pre>
 * 30
 *   06  file type 1.3.6.1.4.1.24991.4.2.1
 *   61  { 7F21 }  issuer of the device that holds the group signer
 *   62  { 7F21 }  that device
 *   63  { 67 }    the device's request for the group signer's key, on brainpoolP256r1
 *   54  64 bytes  membership: the group signer's r | s over 54 and the x-coordinate of the
 *                 member's own key, SHA-256
 * </pre>
 *
 * <p>The member is not named in it; only the signature binds it.
 *
 * @param issuer certificate of the issuer of the signer's device
 * @param device certificate of the signer's device
 * @param request the group signer's key
 * @param signature the membership, r | s
 */
public record Membership(
    CvCertificate issuer, CvCertificate device, CvRequest request, Bytes signature) {
  /** How a file of this kind ends. */
  public static final String ENDING = ".kdm";

  /** The only curve of group signers. */
  public static final Curve CURVE = Curve.BRAINPOOL_P256R1;

  /** No file of this kind is larger; known ones have about 1,060 bytes. */
  public static final int LARGEST = 8192;

  private static final String FORMAT = "key domain membership";
  private static final Tag CONTAINER = new Tag(0x30);
  private static final Tag FILE_TYPE = new Tag(0x06);
  private static final Bytes MEMBERSHIP = Bytes.fromHex("2B0601040181C31F040201");
  private static final Tag ISSUER = new Tag(0x61);
  private static final Tag DEVICE = new Tag(0x62);
  private static final Tag REQUEST = new Tag(0x63);
  private static final Tag SIGNATURE = new Tag(0x54);
  private static final int SIGNATURE_SIZE = 64;

  /**
   * A membership of these parts.
   *
   * @throws IllegalArgumentException if the key is none of a group signer, or the signature has
   *     another size; {@link #parse} refuses both before
   */
  public Membership {
    if (!isOfSigner(request.publicKey()) || signature.size() != SIGNATURE_SIZE) {
      throw new IllegalArgumentException("no membership");
    }
  }

  /** Whether a key is of the kind that group signers have. */
  public static boolean isOfSigner(PublicKey key) {
    return key instanceof EcPublicKey ec && ec.curve() == CURVE;
  }

  /** What the group signer signs to take this device in: the byte 54 and 32 bytes, no length. */
  public static Bytes signedBytes(DeviceId member) {
    return SIGNATURE.encode().plus(member.keyX());
  }

  /**
   * The membership that these bytes are. Whether it holds is told by {@link #verify}.
   *
   * @throws ProblemException {@link Malformed}, {@link SignerKeyOfAnotherKind}
   */
  public static Membership parse(Bytes content) throws ProblemException {
    if (content.size() > LARGEST) {
      throw new Malformed(FORMAT, "length", content.size()).asException();
    }
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader file = whole.enter(CONTAINER);
    whole.finish();
    if (!file.next(FILE_TYPE).equals(MEMBERSHIP)) {
      throw new Malformed(FORMAT, "file type", 0).asException();
    }
    CvCertificate issuer = CvCertificate.parse(file.next(ISSUER));
    CvCertificate device = CvCertificate.parse(file.next(DEVICE));
    CvRequest request = CvRequest.parse(file.next(REQUEST));
    Bytes signature = file.next(SIGNATURE);
    file.finish();
    if (signature.size() != SIGNATURE_SIZE) {
      throw new Malformed(FORMAT, "membership signature", 0).asException();
    }
    if (!isOfSigner(request.publicKey())) {
      throw new SignerKeyOfAnotherKind(request.publicKey().spec().text()).asException();
    }
    return new Membership(issuer, device, request, signature);
  }

  /** The content of the file. */
  public Bytes encode() {
    Bytes content =
        new Tlv(FILE_TYPE, MEMBERSHIP)
            .encode()
            .plus(new Tlv(ISSUER, issuer.encode()).encode())
            .plus(new Tlv(DEVICE, device.encode()).encode())
            .plus(new Tlv(REQUEST, request.encode()).encode())
            .plus(encodedSignature());
    return new Tlv(CONTAINER, content).encode();
  }

  /** The membership signature with its tag, as a device takes it. */
  public Bytes encodedSignature() {
    return new Tlv(SIGNATURE, signature).encode();
  }

  /** The group that this is a membership of. */
  public KeyDomainUid uid() {
    return KeyDomainUid.of(signer());
  }

  private EcPublicKey signer() {
    return (EcPublicKey) request.publicKey();
  }

  /** What the Smart Card Shell calls the file: holder of the member's certificate, and the UID. */
  public String fileName(DeviceId member) {
    return member.device().holder().text() + "-" + uid().toHex() + ENDING;
  }

  /** The chain of the signer's device. */
  public CertificateChain chain() {
    return new CertificateChain(List.of(device, issuer));
  }

  /**
   * Checks everything but for whom it is: the certificates, that the signer's device made the key,
   * and that the key is there.
   *
   * @return what the certificates of the signer's device are worth
   * @throws ProblemException {@link IssuerDoesNotBelong}, {@code CertificateForged}, {@link
   *     SignerKeyOfAnotherDevice}, {@link SignerKeyUnproven}, {@link SignerKeyNotVouchedFor}
   */
  public ChainVerdict verifySigner(TrustAnchors anchors, LocalDate day) throws ProblemException {
    if (!issuer.holder().equals(device.issuer())) {
      throw new IssuerDoesNotBelong(device.holder().text(), issuer.holder().text()).asException();
    }
    ChainVerdict verdict = chain().judge(anchors, day);
    if (!request.device().equals(device.holder())) {
      throw new SignerKeyOfAnotherDevice(device.holder().text(), request.device().text())
          .asException();
    }
    if (!request.provesPossession()) {
      throw new SignerKeyUnproven().asException();
    }
    if (!request.isVouchedForBy(device)) {
      throw new SignerKeyNotVouchedFor(device.holder().text()).asException();
    }
    return verdict;
  }

  /** Whether it was issued for this device. */
  public boolean isFor(DeviceId member) {
    return signer().verifiesPlain(signedBytes(member), signature);
  }

  /**
   * Checks everything before it is given to a device.
   *
   * @return what the certificates of the signer's device are worth
   * @throws ProblemException as {@link #verifySigner}, and {@link MembershipForAnotherDevice}
   */
  public ChainVerdict verify(DeviceId member, TrustAnchors anchors, LocalDate day)
      throws ProblemException {
    ChainVerdict verdict = verifySigner(anchors, day);
    if (!isFor(member)) {
      throw new MembershipForAnotherDevice(member.serial()).asException();
    }
    return verdict;
  }

  /**
   * Refuses a membership of another group.
   *
   * @throws ProblemException {@link MembershipOfAnotherGroup}
   */
  public void require(KeyDomainUid expected) throws ProblemException {
    if (!uid().equals(expected)) {
      throw new MembershipOfAnotherGroup(expected.toText(), uid().toText()).asException();
    }
  }
}
