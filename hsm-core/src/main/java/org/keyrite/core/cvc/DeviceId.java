// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.DeviceIdSwapped;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * The device ID that a group signer asks for: a file {@code .id} as the Smart Card Shell writes it
 * (byte reference, section 8.3 [1]).
 *
 * <pre>
 * 7F21  certificate of the device        content of file 2F02 of the device
 * 7F21  certificate of its issuer
 * </pre>
 *
 * <p>Read also: {@code 30 { 06 file type, 61 { 7F21 issuer }, 62 { 7F21 device } }} [inf].
 *
 * @param device the device's certificate
 * @param issuer that of whoever issued it
 */
public record DeviceId(CvCertificate device, CvCertificate issuer) {
  /** How a file of this kind ends. */
  public static final String ENDING = ".id";

  /** No file of this kind is larger; real ones have less than 1,000 bytes. */
  public static final int LARGEST = 4096;

  private static final String FORMAT = "device ID";
  private static final Tag CONTAINER = new Tag(0x30);
  private static final Tag FILE_TYPE = new Tag(0x06);

  /** 1.3.6.1.4.1.24991.4.1; what stands behind it is left open by the reference. */
  private static final Bytes DEVICE_ID = Bytes.fromHex("2B0601040181C31F0401");

  private static final Tag ISSUER = new Tag(0x61);
  private static final Tag DEVICE = new Tag(0x62);

  /**
   * The device ID that these bytes are. Only the names are compared here; what the signatures are
   * worth is told by {@link #chain}.
   *
   * @throws ProblemException {@link Malformed}, {@link DeviceIdSwapped}, {@link
   *     IssuerDoesNotBelong}
   */
  public static DeviceId parse(Bytes content) throws ProblemException {
    if (content.size() == 0 || content.size() > LARGEST) {
      throw new Malformed(FORMAT, "length", content.size()).asException();
    }
    DeviceId read = content.at(0) == CONTAINER.value() ? contained(content) : concatenated(content);
    if (!read.issuer.holder().equals(read.device.issuer())) {
      throw (read.issuer.issuer().equals(read.device.holder())
              ? new DeviceIdSwapped()
              : new IssuerDoesNotBelong(read.device.holder().text(), read.issuer.holder().text()))
          .asException();
    }
    return read;
  }

  private static DeviceId concatenated(Bytes content) throws ProblemException {
    TlvReader reader = TlvReader.of(FORMAT, content);
    CvCertificate device = CvCertificate.parseContent(reader.next(CvCertificate.TAG));
    CvCertificate issuer = CvCertificate.parseContent(reader.next(CvCertificate.TAG));
    reader.finish();
    return new DeviceId(device, issuer);
  }

  private static DeviceId contained(Bytes content) throws ProblemException {
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader file = whole.enter(CONTAINER);
    whole.finish();
    Bytes type = file.next(FILE_TYPE);
    if (type.size() < DEVICE_ID.size() || !type.slice(0, DEVICE_ID.size()).equals(DEVICE_ID)) {
      throw new Malformed(FORMAT, "file type", 0).asException();
    }
    CvCertificate issuer = CvCertificate.parse(file.next(ISSUER));
    CvCertificate device = CvCertificate.parse(file.next(DEVICE));
    file.finish();
    return new DeviceId(device, issuer);
  }

  /**
   * What a device would export of its certificates.
   *
   * @throws ProblemException {@link CertificateMissing} if its issuer's is not among them
   */
  public static DeviceId of(CertificateChain chain) throws ProblemException {
    CvCertificate device = chain.device();
    Optional<CvCertificate> issuer =
        chain.certificates().stream()
            .skip(1)
            .filter(certificate -> certificate.holder().equals(device.issuer()))
            .findFirst();
    if (issuer.isEmpty()) {
      throw new CertificateMissing().asException();
    }
    return new DeviceId(device, issuer.get());
  }

  /** The content of a file, in the form that the Smart Card Shell writes. */
  public Bytes encode() {
    return device.encode().plus(issuer.encode());
  }

  /** Both certificates as a chain, to be judged. */
  public CertificateChain chain() {
    return new CertificateChain(List.of(device, issuer));
  }

  /** What the device is called. */
  public String serial() {
    return device.holder().holder();
  }

  /** What the Smart Card Shell calls the file, such as {@code DECC040100200000.id}. */
  public String fileName() {
    return device.holder().text() + ENDING;
  }

  /** Tells the device by its key, whose name anybody could take. */
  public Bytes fingerprint() {
    return chain().fingerprint();
  }

  /** What a membership is signed over: the x-coordinate of the device's own key. */
  public Bytes keyX() {
    return device.publicKey().x();
  }
}
