// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CvCertificate.Authorisation;

/** Root, issuer and device that were made for a test, with fixed keys. */
final class Synthetic {
  private static final X9ECParameters PARAMETERS = ECNamedCurveTable.getByName("secp256r1");
  private static final ECDomainParameters CURVE = new ECDomainParameters(PARAMETERS);
  private static final Bytes ALGORITHM = Bytes.fromHex("04007f00070202020203");
  private static final Bytes ROLE = Bytes.fromHex("2b0601040181c31f030101");

  private static final BigInteger ROOT_KEY = BigInteger.valueOf(1_000_003);
  private static final BigInteger ISSUER_KEY = BigInteger.valueOf(1_000_033);
  private static final BigInteger DEVICE_KEY = BigInteger.valueOf(1_000_037);

  private final HolderReference rootName;
  private final HolderReference issuerName = new HolderReference("XXTESTDI00001");

  Synthetic() {
    this(new HolderReference("XXTESTROOT00001"));
  }

  Synthetic(HolderReference rootName) {
    this.rootName = rootName;
  }

  CvCertificate root() {
    return signed(rootName, ROOT_KEY, rootName, ROOT_KEY, 0xC0, true);
  }

  CvCertificate issuer() {
    return signed(rootName, ROOT_KEY, issuerName, ISSUER_KEY, 0x80, false);
  }

  CvCertificate device() {
    return signed(
        issuerName, ISSUER_KEY, new HolderReference("XXTESTDEV00001"), DEVICE_KEY, 0x00, false);
  }

  /** A device whose certificate another device signed. */
  CvCertificate deviceOf(CvCertificate device) {
    return signed(
        device.holder(),
        DEVICE_KEY,
        new HolderReference("XXOTHERDE00001"),
        BigInteger.valueOf(77),
        0x00,
        false);
  }

  static CvCertificate withSignature(CvCertificate c, Bytes signature) {
    return new CvCertificate(
        c.issuer(),
        c.publicKey(),
        c.holder(),
        c.authorisation(),
        c.effective(),
        c.expires(),
        c.extensions(),
        signature);
  }

  static CvCertificate withHolder(CvCertificate c, HolderReference holder) {
    return new CvCertificate(
        c.issuer(),
        c.publicKey(),
        holder,
        c.authorisation(),
        c.effective(),
        c.expires(),
        c.extensions(),
        c.signature());
  }

  static CvCertificate withIssuer(CvCertificate c, HolderReference issuer) {
    return new CvCertificate(
        issuer,
        c.publicKey(),
        c.holder(),
        c.authorisation(),
        c.effective(),
        c.expires(),
        c.extensions(),
        c.signature());
  }

  private static CvCertificate signed(
      HolderReference issuer,
      BigInteger issuerKey,
      HolderReference holder,
      BigInteger holderKey,
      int rights,
      boolean withCurve) {
    Bytes point = Bytes.of(CURVE.getG().multiply(holderKey).getEncoded(false));
    CvCertificate unsigned =
        new CvCertificate(
            issuer,
            new CvPublicKey(ALGORITHM, withCurve ? Optional.of(curve()) : Optional.empty(), point),
            holder,
            Optional.of(new Authorisation(ROLE, Bytes.of((byte) rights))),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2036, 1, 1),
            Optional.empty(),
            Bytes.EMPTY);
    return withSignature(unsigned, sign(issuerKey, unsigned.signedPart()));
  }

  private static List<Bytes> curve() {
    return List.of(
        number(PARAMETERS.getCurve().getField().getCharacteristic()),
        number(PARAMETERS.getCurve().getA().toBigInteger()),
        number(PARAMETERS.getCurve().getB().toBigInteger()),
        Bytes.of(PARAMETERS.getG().getEncoded(false)),
        number(PARAMETERS.getN()),
        Bytes.fromHex("01"));
  }

  private static Bytes sign(BigInteger key, Bytes content) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(key, CURVE));
    try {
      BigInteger[] signature =
          signer.generateSignature(
              MessageDigest.getInstance("SHA-256").digest(content.toByteArray()));
      return number(signature[0]).plus(number(signature[1]));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bytes number(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] fixed = new byte[32];
    int kept = Math.min(32, digits.length);
    System.arraycopy(digits, digits.length - kept, fixed, 32 - kept, kept);
    return Bytes.of(Arrays.copyOf(fixed, 32));
  }
}
