// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.time.LocalDate;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * A card verifiable certificate (byte reference, section 8.1 [2+]). Read strictly: members in this
 * order, each once, nothing else.
 *
 * <pre>
 * 7F21
 *   7F4E
 *     5F29  profile, always 00
 *     42    issuer
 *     7F49  public key
 *     5F20  holder
 *     7F4C  06 role, 53 rights; test certificates of pico-hsm have none
 *     5F25  first day    5F24  last day
 *     65    extensions, optional, may be empty; kept as found
 *   5F37    signature over all of 7F4E, r | s, each as long as the curve's order
 * </pre>
 *
 * @param issuer who signed it
 * @param publicKey the holder's key
 * @param holder whose key it is
 * @param authorisation what the holder may do
 * @param effective the first day it is good on
 * @param expires the last day it is good on
 * @param extensions content of tag 65
 * @param signature the issuer's signature
 */
public record CvCertificate(
    HolderReference issuer,
    CvPublicKey publicKey,
    HolderReference holder,
    Optional<Authorisation> authorisation,
    LocalDate effective,
    LocalDate expires,
    Optional<Bytes> extensions,
    Bytes signature) {
  static final Tag TAG = new Tag(0x7F21);

  private static final String FORMAT = "card verifiable certificate";
  private static final Bytes PROFILE_1 = Bytes.of((byte) 0);

  private static final Tag BODY = new Tag(0x7F4E);
  private static final Tag PROFILE = new Tag(0x5F29);
  private static final Tag ISSUER = new Tag(0x42);
  private static final Tag HOLDER = new Tag(0x5F20);
  private static final Tag AUTHORISATION = new Tag(0x7F4C);
  private static final Tag ROLE = new Tag(0x06);
  private static final Tag RIGHTS = new Tag(0x53);
  private static final Tag EFFECTIVE = new Tag(0x5F25);
  private static final Tag EXPIRES = new Tag(0x5F24);
  private static final Tag EXTENSIONS = new Tag(0x65);
  private static final Tag SIGNATURE = new Tag(0x5F37);

  private static final int ISSUER_OF_OTHERS = 0xC0;

  /**
   * What a holder may do.
   *
   * @param role content of the object identifier that says what the rights are about
   * @param rights at least one byte; the top two bits of the first are {@code C0} for a root,
   *     {@code 80} for an issuer of device certificates, {@code 00} for a device
   */
  public record Authorisation(Bytes role, Bytes rights) {
    private static Authorisation parse(TlvReader reader) throws ProblemException {
      Authorisation read = new Authorisation(reader.next(ROLE), reader.next(RIGHTS));
      reader.finish();
      if (read.rights.size() == 0) {
        throw new Malformed(FORMAT, "rights", 0).asException();
      }
      return read;
    }

    private Bytes encode() {
      Bytes content = new Tlv(ROLE, role).encode().plus(new Tlv(RIGHTS, rights).encode());
      return new Tlv(AUTHORISATION, content).encode();
    }
  }

  /**
   * The certificate that these bytes are, with nothing behind it.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static CvCertificate parse(Bytes content) throws ProblemException {
    Tlv whole = TlvReader.single(FORMAT, content);
    if (!whole.tag().equals(TAG)) {
      throw new Malformed(FORMAT, "tag " + TAG, 0).asException();
    }
    return parseContent(whole.value());
  }

  /** The certificate of which this is the content, tag and length of 7F21 taken off. */
  static CvCertificate parseContent(Bytes content) throws ProblemException {
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader body = whole.enter(BODY);
    if (!body.next(PROFILE).equals(PROFILE_1)) {
      throw new Malformed(FORMAT, "profile", 0).asException();
    }
    HolderReference issuer = HolderReference.parse(FORMAT, "issuer", body.next(ISSUER));
    CvPublicKey key = CvPublicKey.parse(FORMAT, body.enter(CvPublicKey.TAG));
    HolderReference holder = HolderReference.parse(FORMAT, "holder", body.next(HOLDER));
    Optional<Authorisation> authorisation = Optional.empty();
    Tlv next = body.next();
    if (next.tag().equals(AUTHORISATION)) {
      authorisation = Optional.of(Authorisation.parse(TlvReader.of(FORMAT, next.value())));
      next = body.next();
    }
    if (!next.tag().equals(EFFECTIVE)) {
      throw new Malformed(FORMAT, "tag " + EFFECTIVE, 0).asException();
    }
    LocalDate effective = CvDate.parse(FORMAT, "first day", next.value());
    LocalDate expires = CvDate.parse(FORMAT, "last day", body.next(EXPIRES));
    Optional<Bytes> extensions =
        body.hasNext() ? Optional.of(body.next(EXTENSIONS)) : Optional.empty();
    body.finish();
    Bytes signature = whole.next(SIGNATURE);
    whole.finish();
    return new CvCertificate(
        issuer, key, holder, authorisation, effective, expires, extensions, signature);
  }

  /** The certificate as it was read. */
  public Bytes encode() {
    return new Tlv(TAG, content()).encode();
  }

  /** The certificate without tag and length of 7F21, as a device is given it to verify. */
  public Bytes content() {
    return signedPart().plus(new Tlv(SIGNATURE, signature).encode());
  }

  /** What the signature is over: all of 7F4E with tag and length. */
  Bytes signedPart() {
    Bytes body =
        new Tlv(PROFILE, PROFILE_1)
            .encode()
            .plus(new Tlv(ISSUER, issuer.encode()).encode())
            .plus(publicKey.encode().encode())
            .plus(new Tlv(HOLDER, holder.encode()).encode())
            .plus(authorisation.map(Authorisation::encode).orElse(Bytes.EMPTY))
            .plus(new Tlv(EFFECTIVE, CvDate.encode(effective)).encode())
            .plus(new Tlv(EXPIRES, CvDate.encode(expires)).encode());
    if (extensions.isPresent()) {
      body = body.plus(new Tlv(EXTENSIONS, extensions.get()).encode());
    }
    return new Tlv(BODY, body).encode();
  }

  /**
   * The holder's key with its curve: the one that the certificate describes, else the only known
   * one that the point lies on, which is that of the root (section 8.1 [2+]).
   */
  public Optional<EcPublicKey> ecPublicKey() {
    Bytes point = publicKey.point();
    return publicKey
        .curve()
        .map(Curve::find)
        .orElseGet(() -> Curve.holding(point))
        .filter(curve -> curve.isPoint(point))
        .map(curve -> new EcPublicKey(curve, point));
  }

  /** Whether its rights let the holder sign certificates of others. */
  public boolean mayIssue() {
    return authorisation.isPresent()
        && (authorisation.get().rights().at(0) & ISSUER_OF_OTHERS) != 0;
  }

  /** Whether it names the holder as its own issuer. */
  public boolean isSelfIssued() {
    return issuer.equals(holder);
  }

  /** Whether this day is one it is good on. */
  public boolean isGoodOn(LocalDate day) {
    return !day.isBefore(effective) && !day.isAfter(expires);
  }
}
