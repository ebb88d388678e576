// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * The content of tag 7F49: an elliptic curve key (byte reference, section 8.1 [2+]).
 *
 * <pre>
 * 06      object identifier of the algorithm
 * 81..85  prime, a, b, base point, order    roots only; all or none
 * 86      public point, 04 | x | y
 * 87      cofactor                          with 81..85
 * </pre>
 *
 * @param algorithm content of the object identifier
 * @param curve prime, a, b, base point, order and cofactor in this order; nothing where the curve
 *     is that of the root
 * @param point the uncompressed point
 */
public record CvPublicKey(Bytes algorithm, Optional<List<Bytes>> curve, Bytes point) {
  static final Tag TAG = new Tag(0x7F49);

  private static final Tag ALGORITHM = new Tag(0x06);
  private static final Tag POINT = new Tag(0x86);
  private static final Tag COFACTOR = new Tag(0x87);
  private static final int FIRST_PARAMETER = 0x81;
  private static final int LAST_PARAMETER = 0x85;
  private static final int UNCOMPRESSED = 0x04;

  /** The parameters of the curve are kept as given. */
  public CvPublicKey {
    curve = curve.map(List::copyOf);
  }

  static CvPublicKey parse(String format, TlvReader reader) throws ProblemException {
    Bytes algorithm = reader.next(ALGORITHM);
    Tlv next = reader.next();
    List<Bytes> parameters = new ArrayList<>();
    for (int tag = FIRST_PARAMETER; tag <= LAST_PARAMETER && next.tag().value() == tag; tag++) {
      parameters.add(next.value());
      next = reader.next();
    }
    boolean complete = parameters.size() == LAST_PARAMETER - FIRST_PARAMETER + 1;
    if ((!parameters.isEmpty() && !complete) || !next.tag().equals(POINT)) {
      throw new Malformed(format, "public key", 0).asException();
    }
    if (next.value().size() % 2 == 0 || next.value().at(0) != UNCOMPRESSED) {
      throw new Malformed(format, "public point", 0).asException();
    }
    if (complete) {
      parameters.add(reader.next(COFACTOR));
    }
    reader.finish();
    return new CvPublicKey(
        algorithm, complete ? Optional.of(parameters) : Optional.empty(), next.value());
  }

  Tlv encode() {
    Bytes content = new Tlv(ALGORITHM, algorithm).encode();
    List<Bytes> parameters = curve.orElse(List.of());
    for (int tag = FIRST_PARAMETER; tag < FIRST_PARAMETER + parameters.size() - 1; tag++) {
      content = content.plus(new Tlv(new Tag(tag), parameters.get(tag - FIRST_PARAMETER)).encode());
    }
    content = content.plus(new Tlv(POINT, point).encode());
    if (!parameters.isEmpty()) {
      content = content.plus(new Tlv(COFACTOR, parameters.getLast()).encode());
    }
    return new Tlv(TAG, content);
  }

  /** The x-coordinate of the point: of a device's key, the name of its default key domain. */
  public Bytes x() {
    return point.slice(1, 1 + (point.size() - 1) / 2);
  }
}
