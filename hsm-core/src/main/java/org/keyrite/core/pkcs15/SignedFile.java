// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * A certificate (RFC 5280, section 4.1) or a request for one (PKCS #10, RFC 2986, section 4), read
 * strictly: DER, members in their order, nothing else.
 *
 * <pre>
 * 30
 *   30          what is signed
 *     A0        version, of a certificate; 02 00 of a request
 *     02        serial number  \
 *     30        algorithm       | of a certificate only
 *     30        issuer          |
 *     30        validity       /
 *     30        subject
 *     30        SubjectPublicKeyInfo
 *     81 82 A3  unique identifiers and extensions, optional, of a certificate
 *     A0        attributes of a request; some tools leave out an empty one
 *   30          algorithm of the signature
 *   03          signature, a bit string without unused bits
 * </pre>
 *
 * @param subject whose key it is, as RFC 4514 writes names; characters that cannot be shown
 *     replaced
 * @param keyInfo SubjectPublicKeyInfo, DER
 * @param signature what is known of it
 */
public record SignedFile(String subject, Bytes keyInfo, SignatureCheck signature) {
  private static final String REQUEST = "PKCS #10";
  private static final String CERTIFICATE = "X.509";

  private static final Tag SEQUENCE = new Tag(0x30);
  private static final Tag SET = new Tag(0x31);
  private static final Tag OBJECT_ID = new Tag(0x06);
  private static final Tag INTEGER = new Tag(0x02);
  private static final Tag BIT_STRING = new Tag(0x03);
  private static final Tag CONTEXT_0 = new Tag(0xA0);
  private static final Tag ISSUER_ID = new Tag(0x81);
  private static final Tag SUBJECT_ID = new Tag(0x82);
  private static final Tag EXTENSIONS = new Tag(0xA3);
  private static final Bytes VERSION_OF_REQUESTS = Bytes.of((byte) 0);

  /** sha256WithRSAEncryption, with parameters NULL (RFC 8017, appendix A.2.4). */
  private static final Bytes RSA_SHA256 = Bytes.fromHex("06092a864886f70d01010b0500");

  /** ecdsa-with-SHA256, without parameters (RFC 5758, section 3.2). */
  private static final Bytes ECDSA_SHA256 = Bytes.fromHex("06082a8648ce3d040302");

  /**
   * The request that these bytes are. Whether it is signed by its key is in the answer.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static SignedFile request(Bytes content) throws ProblemException {
    return new Reading(REQUEST, content).request();
  }

  /**
   * The certificate that these bytes are. Only one that its own key signed can be verified.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static SignedFile certificate(Bytes content) throws ProblemException {
    return new Reading(CERTIFICATE, content).certificate();
  }

  /** The key, if it is of a kind that devices have. */
  public Optional<PublicKey> publicKey() {
    return PublicKey.parse(keyInfo);
  }

  /** One file while it is read. */
  private static final class Reading {
    private final String format;
    private final Bytes content;
    private final Bytes signed;
    private final TlvReader body;
    private final Bytes algorithm;
    private final Bytes signature;

    Reading(String format, Bytes content) throws ProblemException {
      this.format = format;
      this.content = content;
      TlvReader whole = TlvReader.of(format, content);
      TlvReader parts = whole.enter(SEQUENCE);
      whole.finish();
      int at = parts.position();
      body = parts.enter(SEQUENCE);
      signed = content.slice(at, parts.position());
      algorithm = parts.next(SEQUENCE);
      at = parts.position();
      Bytes bits = parts.next(BIT_STRING);
      parts.finish();
      if (bits.size() < 2 || bits.at(0) != 0) {
        throw malformed("signature", at);
      }
      signature = bits.slice(1, bits.size());
    }

    SignedFile request() throws ProblemException {
      int at = body.position();
      if (!body.next(INTEGER).equals(VERSION_OF_REQUESTS)) {
        throw malformed("version", at);
      }
      String subject = name("subject");
      Bytes keyInfo = keyInfo();
      if (body.hasNext()) {
        body.next(CONTEXT_0);
      }
      body.finish();
      return new SignedFile(subject, keyInfo, check(keyInfo));
    }

    SignedFile certificate() throws ProblemException {
      int at = body.position();
      Tlv first = body.next();
      if (first.tag().equals(CONTEXT_0)) {
        body.next(INTEGER);
      } else if (!first.tag().equals(INTEGER)) {
        throw malformed("version", at);
      }
      body.enter(SEQUENCE);
      String issuer = name("issuer");
      body.enter(SEQUENCE);
      String subject = name("subject");
      Bytes keyInfo = keyInfo();
      requireOrder();
      SignatureCheck check = issuer.equals(subject) ? check(keyInfo) : SignatureCheck.ISSUER;
      return new SignedFile(subject, keyInfo, check);
    }

    /** What may stand behind the key, each once and in this order. */
    private void requireOrder() throws ProblemException {
      int before = 0;
      while (body.hasNext()) {
        int at = body.position();
        Tag tag = body.next().tag();
        boolean isKnown = tag.equals(ISSUER_ID) || tag.equals(SUBJECT_ID) || tag.equals(EXTENSIONS);
        if (!isKnown || tag.value() <= before) {
          throw malformed("tag " + tag, at);
        }
        before = tag.value();
      }
    }

    private String name(String field) throws ProblemException {
      int at = body.position();
      TlvReader parts = body.enter(SEQUENCE);
      while (parts.hasNext()) {
        requireAttributes(parts.enter(SET));
      }
      try {
        return CertificateTerms.shown(
            X500Name.getInstance(content.slice(at, body.position()).toByteArray()));
      } catch (IllegalArgumentException | IllegalStateException noName) {
        throw malformed(field, at);
      }
    }

    /** A kind and a value each, of which at least one. */
    private static void requireAttributes(TlvReader set) throws ProblemException {
      do {
        TlvReader attribute = set.enter(SEQUENCE);
        attribute.next(OBJECT_ID);
        attribute.next();
        attribute.finish();
      } while (set.hasNext());
    }

    private Bytes keyInfo() throws ProblemException {
      int at = body.position();
      TlvReader parts = body.enter(SEQUENCE);
      parts.enter(SEQUENCE);
      parts.next(BIT_STRING);
      parts.finish();
      return content.slice(at, body.position());
    }

    private SignatureCheck check(Bytes keyInfo) {
      Optional<PublicKey> key = PublicKey.parse(keyInfo);
      if (key.isEmpty() || !(isRsa() || algorithm.equals(ECDSA_SHA256))) {
        return SignatureCheck.UNKNOWN;
      }
      boolean fits =
          key.get() instanceof RsaPublicKey == isRsa()
              && key.get()
                  .verifies(isRsa() ? Algorithm.RSA_PKCS1 : Algorithm.ECDSA, signed, signature);
      return fits ? SignatureCheck.OWN_KEY : SignatureCheck.WRONG;
    }

    private boolean isRsa() {
      return algorithm.equals(RSA_SHA256);
    }

    private ProblemException malformed(String field, int offset) {
      return new Malformed(format, field, offset).asException();
    }
  }
}
