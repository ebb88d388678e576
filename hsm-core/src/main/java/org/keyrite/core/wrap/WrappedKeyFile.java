// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.nio.file.Path;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.pkcs15.KeyKind;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.NotAWrappedKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The file that {@code sc-hsm-tool --wrap-key} and, as {@code .wky}, the Smart Card Shell write
 * (byte reference, section 6.3 [2+]).
 *
 * <pre>
 * 30
 *   04            wrapped key
 *   30, A0 or A8  key description, content of C4xx, optional; kept as found
 *   67 or 30      request or certificate, content of CExx, optional; kept as found
 * </pre>
 *
 * <p>A bare wrapped key without anything around it is taken too.
 *
 * @param blob the wrapped key
 * @param descriptionFile content of C4xx
 * @param certificateFile content of CExx
 */
public record WrappedKeyFile(
    KeyBlob blob, Optional<Bytes> descriptionFile, Optional<Bytes> certificateFile) {
  /** More than a file has that a device could take. */
  public static final int LARGEST = 16384;

  private static final String FORMAT = "wrapped key file";
  private static final Tag SEQUENCE = new Tag(0x30);
  private static final Tag OCTETS = new Tag(0x04);
  private static final Tag REQUEST = new Tag(0x67);

  /**
   * The content of a file.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static WrappedKeyFile parse(Bytes content) throws ProblemException {
    if (isBareBlob(content)) {
      return new WrappedKeyFile(KeyBlob.parse(content), Optional.empty(), Optional.empty());
    }
    TlvReader whole = TlvReader.of(FORMAT, content);
    TlvReader reader = whole.enter(SEQUENCE);
    whole.finish();
    KeyBlob blob = KeyBlob.parse(reader.next(OCTETS));
    Optional<Bytes> description = Optional.empty();
    Optional<Bytes> certificate = Optional.empty();
    if (reader.hasNext()) {
      Tlv next = reader.next();
      if (isDescription(next, reader.hasNext())) {
        description = Optional.of(next.encode());
      } else {
        certificate = Optional.of(certificate(next));
      }
    }
    if (reader.hasNext() && certificate.isEmpty()) {
      certificate = Optional.of(certificate(reader.next()));
    }
    reader.finish();
    return new WrappedKeyFile(blob, description, certificate);
  }

  /** A description of RSA and a certificate have the same tag. */
  private static boolean isDescription(Tlv tlv, boolean isFollowed) {
    if (KeyKind.tagged(tlv.tag()).isEmpty()) {
      return false;
    }
    return isFollowed || !tlv.tag().equals(SEQUENCE) || description(tlv.encode()).isPresent();
  }

  private static Bytes certificate(Tlv tlv) throws ProblemException {
    if (!tlv.tag().equals(REQUEST) && !tlv.tag().equals(SEQUENCE)) {
      throw new Malformed(FORMAT, "certificate", 0).asException();
    }
    return tlv.encode();
  }

  private static boolean isBareBlob(Bytes content) {
    try {
      TlvReader.single(FORMAT, content);
      return false;
    } catch (ProblemException notOneTlv) {
      return isBlob(content);
    }
  }

  private static boolean isBlob(Bytes content) {
    try {
      KeyBlob.parse(content);
      return true;
    } catch (ProblemException noBlob) {
      return false;
    }
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException {@link NotAWrappedKey}, and what {@link RegularFile} refuses
   */
  public static WrappedKeyFile read(Path path) throws ProblemException {
    Bytes found = RegularFile.at(path).read(LARGEST, new NotAWrappedKey(path.toString()));
    return parse(path.toString(), found);
  }

  /**
   * Reads the content of a file.
   *
   * @param name of the file, for problems
   * @throws ProblemException {@link NotAWrappedKey}
   */
  public static WrappedKeyFile parse(String name, Bytes found) throws ProblemException {
    if (found.size() > LARGEST) {
      throw new NotAWrappedKey(name).asException();
    }
    try {
      return parse(found);
    } catch (ProblemException e) {
      if (e.problem() instanceof Malformed) {
        throw new NotAWrappedKey(name).asException();
      }
      throw e;
    }
  }

  /** The content of the file, always with everything around it. */
  public Bytes encode() {
    return new Tlv(
            SEQUENCE,
            new Tlv(OCTETS, blob.encode())
                .encode()
                .plus(descriptionFile.orElse(Bytes.EMPTY))
                .plus(certificateFile.orElse(Bytes.EMPTY)))
        .encode();
  }

  /** What the key is called, if it was written down readably. */
  public Optional<KeyDescription> description() {
    return descriptionFile.flatMap(WrappedKeyFile::description);
  }

  private static Optional<KeyDescription> description(Bytes content) {
    try {
      return Optional.of(KeyDescription.parse(content));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  /** What stands beside the key. */
  public Optional<KeyCertificate> certificate() {
    return certificateFile.map(KeyCertificate::read);
  }

  /**
   * The public half of the key by what stands beside it. Only a device, or the DKEK, can tell
   * whether it belongs to what is wrapped.
   */
  public Optional<PublicKey> publicKey() {
    return certificate().flatMap(KeyCertificate::publicKey);
  }

  /** The same file under another wrapping of its key. */
  public WrappedKeyFile with(KeyBlob other) {
    return new WrappedKeyFile(other, descriptionFile, certificateFile);
  }
}
