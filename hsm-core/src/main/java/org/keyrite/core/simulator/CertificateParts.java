// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * A certificate as PSO VERIFY CERTIFICATE brings it: {@code 7F4E { 5F29, 42, 7F49, 5F20, 7F4C { 06,
 * 53 }, 5F25, 5F24, [65] } 5F37}. Members in this order, nothing else.
 *
 * @param signed 7F4E with tag and length
 * @param authority who signed
 * @param point the certified key, on the curve of the root
 * @param holder whose it is
 * @param rights first byte of 53
 * @param signature r | s
 */
record CertificateParts(
    Bytes signed, Bytes authority, Bytes point, Bytes holder, int rights, Bytes signature) {
  private static final String NAME = "certificate in a command";

  static Optional<CertificateParts> parse(Bytes data) {
    try {
      TlvReader reader = TlvReader.of(NAME, data);
      Tlv body = reader.next();
      Bytes signature = reader.next(new Tag(0x5F37));
      reader.finish();
      if (body.tag().value() != 0x7F4E) {
        return Optional.empty();
      }
      TlvReader in = TlvReader.of(NAME, body.value());
      in.next(new Tag(0x5F29));
      Bytes authority = in.next(new Tag(0x42));
      TlvReader key = in.enter(new Tag(0x7F49));
      key.next(new Tag(0x06));
      Bytes point = key.next(new Tag(0x86));
      key.finish();
      Bytes holder = in.next(new Tag(0x5F20));
      TlvReader role = in.enter(new Tag(0x7F4C));
      role.next(new Tag(0x06));
      Bytes rights = role.next(new Tag(0x53));
      role.finish();
      in.next(new Tag(0x5F25));
      in.next(new Tag(0x5F24));
      if (in.hasNext()) {
        in.next(new Tag(0x65));
      }
      in.finish();
      return rights.size() == 1
          ? Optional.of(
              new CertificateParts(
                  body.encode(), authority, point, holder, rights.at(0), signature))
          : Optional.empty();
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
  }
}
