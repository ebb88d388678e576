// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The request of another device for a key on brainpoolP256r1, as it comes in commands: {@code 7F21
 * { 7F4E { 5F29, [42], 7F49, 5F20, [65] } 5F37 } 42 5F37}. Members in this order, nothing else.
 *
 * @param body 7F4E with tag and length, which the key has signed itself
 * @param key the key
 * @param uid the group that the key is for, if its extensions name one
 * @param own its signature over the body
 * @param request 7F21 and 42 with tags and lengths, which the device has signed
 * @param device that device
 * @param outer its signature
 */
record RequestParts(
    Bytes body,
    EcPublic key,
    Optional<Bytes> uid,
    Bytes own,
    Bytes request,
    Bytes device,
    Bytes outer) {
  private static final String NAME = "request in a command";

  /** What an extension is called that names a group. */
  static final Bytes KEY_DOMAIN_UID = Bytes.fromHex("2B0601040181C31F030202");

  /** A request and nothing else. */
  static Optional<RequestParts> parse(Bytes data) {
    try {
      TlvReader reader = TlvReader.of(NAME, data);
      Optional<RequestParts> parts = read(reader);
      reader.finish();
      return parts;
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
  }

  /** A request, behind which more may follow. */
  static Optional<RequestParts> read(TlvReader reader) throws ProblemException {
    Tlv certificate = new Tlv(new Tag(0x7F21), reader.next(new Tag(0x7F21)));
    Tlv device = new Tlv(new Tag(0x42), reader.next(new Tag(0x42)));
    Bytes outer = reader.next(new Tag(0x5F37));
    TlvReader in = TlvReader.of(NAME, certificate.value());
    Tlv body = new Tlv(new Tag(0x7F4E), in.next(new Tag(0x7F4E)));
    Bytes own = in.next(new Tag(0x5F37));
    in.finish();
    TlvReader content = TlvReader.of(NAME, body.value());
    Optional<EcPublic> key = key(content);
    Optional<Bytes> uid = content.hasNext() ? uid(content.enter(new Tag(0x65))) : Optional.empty();
    content.finish();
    return key.map(found ->
        new RequestParts(
            body.encode(),
            found,
            uid,
            own,
            certificate.encode().plus(device.encode()),
            device.value(),
            outer));
  }

  /** Reads up to the holder. */
  private static Optional<EcPublic> key(TlvReader in) throws ProblemException {
    in.next(new Tag(0x5F29));
    Tlv next = in.next();
    if (next.tag().value() == 0x42) {
      next = in.next();
    }
    in.next(new Tag(0x5F20));
    if (next.tag().value() != 0x7F49) {
      return Optional.empty();
    }
    TlvReader key = TlvReader.of(NAME, next.value());
    key.next(new Tag(0x06));
    Bytes p = key.next(new Tag(0x81));
    Bytes a = key.next(new Tag(0x82));
    Bytes b = key.next(new Tag(0x83));
    Bytes g = key.next(new Tag(0x84));
    Bytes n = key.next(new Tag(0x85));
    Bytes point = key.next(new Tag(0x86));
    key.next(new Tag(0x87));
    key.finish();
    return EcCurve.describedBy(p, a, b, g, n)
        .filter(curve -> curve == EcCurve.BRAINPOOL_256_R1)
        .flatMap(curve -> EcPublic.of(curve, point));
  }

  private static Optional<Bytes> uid(TlvReader extensions) throws ProblemException {
    Optional<Bytes> uid = Optional.empty();
    while (extensions.hasNext()) {
      TlvReader extension = extensions.enter(new Tag(0x73));
      if (extension.next(new Tag(0x06)).equals(KEY_DOMAIN_UID)) {
        uid = Optional.of(extension.next(new Tag(0x80)));
      }
    }
    return uid;
  }

  /** Whether the key and the device that vouches for it have signed. */
  boolean hold(CertifiedKey vouching) {
    return key.verifies(body, own)
        && vouching.holder().equals(device)
        && vouching.key().verifies(request, outer);
  }
}
