// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.TrustAnchors.Anchor;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * What a device keeps in file 2F02 about itself (byte reference, section 1.4 [2+]): its own
 * certificate, that of its issuer, maybe more. A request (tag 67) in front, as pico-hsm has it
 * before it is provisioned, is passed over.
 *
 * @param certificates at least one; the first is the device's
 */
public record CertificateChain(List<CvCertificate> certificates) {
  private static final String FORMAT = "device certificate file";
  private static final Tag REQUEST = new Tag(0x67);

  /**
   * The root of every simulated device is called so, whoever made it (docs/formats, simulated
   * device). Believed without a proof, since nobody gains by it.
   */
  private static final String SIMULATION = "ZZSIMUROOT";

  /** More than root, issuer and device would be a loop. */
  private static final int LONGEST_PATH = 4;

  /** The certificates are kept in their order. */
  public CertificateChain {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("no certificates");
    }
  }

  /**
   * The certificates in the content of the file.
   *
   * @throws ProblemException {@link CertificateMissing} if there is none; {@link Malformed} if
   *     there is something else
   */
  public static CertificateChain parse(Bytes content) throws ProblemException {
    TlvReader reader = TlvReader.of(FORMAT, content);
    List<CvCertificate> certificates = new ArrayList<>();
    while (reader.hasNext()) {
      Tlv next = reader.next();
      if (next.tag().equals(CvCertificate.TAG)) {
        certificates.add(CvCertificate.parseContent(next.value()));
      } else if (!next.tag().equals(REQUEST) || !certificates.isEmpty()) {
        throw new Malformed(FORMAT, "tag " + next.tag(), 0).asException();
      }
    }
    if (certificates.isEmpty()) {
      throw new CertificateMissing().asException();
    }
    return new CertificateChain(certificates);
  }

  /** The device's own certificate. */
  public CvCertificate device() {
    return certificates.getFirst();
  }

  /**
   * SHA-256 of the device's own certificate: tells the device by its key, whose name anybody could
   * take.
   */
  public Bytes fingerprint() {
    return device().encode().sha256();
  }

  /**
   * The holders from the top down to the device, such as {@code /DESRCACC1/DEDINK04/DENK0404144}.
   * What the certificates claim, whether it holds or not.
   */
  public String path() {
    List<CvCertificate> upwards = upwards();
    List<String> holders = new ArrayList<>();
    if (!upwards.getLast().isSelfIssued()) {
      holders.add(upwards.getLast().issuer().holder());
    }
    upwards.reversed().forEach(certificate -> holders.add(certificate.holder().holder()));
    return holders.stream().map(holder -> "/" + holder).collect(Collectors.joining());
  }

  /** What the certificates are worth on this day. */
  public ChainVerdict verdict(TrustAnchors anchors, LocalDate day) {
    List<CvCertificate> path = path(anchors);
    HolderReference top = path.getLast().issuer();
    Optional<Anchor> anchor = anchors.find(top);
    if (anchor.isEmpty()) {
      Origin origin = top.holder().equals(SIMULATION) ? Origin.SIMULATED : Origin.UNKNOWN;
      return new ChainVerdict(origin, top, isOutdated(path, day));
    }
    Origin origin = broken(path).isEmpty() ? anchor.get().origin() : Origin.CONTRADICTED;
    return new ChainVerdict(origin, top, isOutdated(path, day));
  }

  /**
   * What the certificates are worth on this day, if each of them is signed by the next, whether the
   * root is known or not.
   *
   * @throws ProblemException {@link CertificateForged} with the holder of the highest that is not
   */
  public ChainVerdict judge(TrustAnchors anchors, LocalDate day) throws ProblemException {
    Optional<CvCertificate> broken = broken(path(anchors));
    if (broken.isPresent()) {
      throw new CertificateForged(broken.get().holder().text()).asException();
    }
    return verdict(anchors, day);
  }

  /** Upwards from the device; the last is the known root, if the path leads to one. */
  private List<CvCertificate> path(TrustAnchors anchors) {
    List<CvCertificate> path = new ArrayList<>(upwards());
    // A root that the device brings along is not taken from the device.
    if (path.size() > 1 && anchors.find(path.getLast().holder()).isPresent()) {
      path.removeLast();
    }
    anchors.find(path.getLast().issuer()).ifPresent(anchor -> path.add(anchor.certificate()));
    return path;
  }

  /** The device's certificate, its issuer's, and so on, as far as they are there. */
  private List<CvCertificate> upwards() {
    List<CvCertificate> path = new ArrayList<>();
    path.add(device());
    while (path.size() < LONGEST_PATH && !path.getLast().isSelfIssued()) {
      HolderReference issuer = path.getLast().issuer();
      Optional<CvCertificate> next =
          certificates.stream().filter(c -> c.holder().equals(issuer)).findFirst();
      if (next.isEmpty()) {
        break;
      }
      path.add(next.get());
    }
    return path;
  }

  private static boolean isOutdated(List<CvCertificate> path, LocalDate day) {
    return !path.stream().allMatch(certificate -> certificate.isGoodOn(day));
  }

  /**
   * The highest whose issuer did not sign it, or may not; the last one is not asked about. The
   * first is broken too if it is no device's: the certificates of issuers are as public, and a
   * device that shows one of them is none of theirs.
   */
  private static Optional<CvCertificate> broken(List<CvCertificate> upwards) {
    if (upwards.getFirst().mayIssue()) {
      return Optional.of(upwards.getFirst());
    }
    for (int i = upwards.size() - 2; i >= 0; i--) {
      CvCertificate issuer = upwards.get(i + 1);
      if (!mayIssue(issuer, upwards.getLast())
          || !isSigned(upwards.get(i), issuer, upwards.getLast())) {
        return Optional.of(upwards.get(i));
      }
    }
    return Optional.empty();
  }

  /** Where the top speaks of no rights, as in test chains of pico-hsm, none are asked for. */
  private static boolean mayIssue(CvCertificate issuer, CvCertificate top) {
    return issuer.mayIssue() || (issuer.authorisation().isEmpty() && top.authorisation().isEmpty());
  }

  /** Whether the key of a root, which names its curve itself, signed this certificate. */
  static boolean isSigned(CvCertificate certificate, CvCertificate root) {
    return isSigned(certificate, root, root);
  }

  private static boolean isSigned(
      CvCertificate certificate, CvCertificate issuer, CvCertificate top) {
    Bytes point = issuer.publicKey().point();
    Optional<EcPublicKey> key =
        top.publicKey().curve().isEmpty()
            ? issuer.ecPublicKey()
            : top.publicKey()
                .curve()
                .flatMap(Curve::find)
                .filter(curve -> curve.isPoint(point))
                .map(curve -> new EcPublicKey(curve, point));
    return key.filter(
            known -> known.verifiesPlain(certificate.signedPart(), certificate.signature()))
        .isPresent();
  }
}
