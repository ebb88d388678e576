// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Curve;
import org.keyrite.core.problem.ProblemException;

/**
 * The roots that are known, by the name of their holder. Those of CardContact and pico-hsm are in
 * the program (byte reference, section 8.4 [2+]); that of the simulated devices is added by whoever
 * knows it. Immutable.
 */
public final class TrustAnchors {
  private static final String RESOURCE = "trust-anchors.txt";

  private final Map<HolderReference, Anchor> anchors;

  private TrustAnchors(Map<HolderReference, Anchor> anchors) {
    this.anchors = anchors;
  }

  /** A root and what a device is that comes from it. */
  record Anchor(Origin origin, CvCertificate certificate) {}

  /** Checked when somebody asks first, which takes a tenth of a second. */
  private static final class Known {
    private static final TrustAnchors ALL = read();
  }

  /** The roots in the program. */
  public static TrustAnchors known() {
    return Known.ALL;
  }

  private static TrustAnchors read() {
    TrustAnchors known = new TrustAnchors(Map.of());
    try (InputStream in = TrustAnchors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE);
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split(" ");
          known =
              known.with(
                  Origin.valueOf(columns[0]), CvCertificate.parse(Bytes.fromHex(columns[1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ProblemException e) {
      throw new IllegalStateException("a root in " + RESOURCE, e);
    }
    return known;
  }

  /**
   * These roots and one more.
   *
   * @throws IllegalArgumentException if a root of this name is known, or if it is no root: the
   *     certificate must be self-signed over a known curve
   */
  public TrustAnchors with(Origin origin, CvCertificate root) {
    boolean sound =
        root.isSelfIssued()
            && (root.mayIssue() || root.authorisation().isEmpty())
            && root.publicKey().curve().flatMap(Curve::find).isPresent()
            && CertificateChain.isSigned(root, root);
    if (!sound || anchors.containsKey(root.holder())) {
      throw new IllegalArgumentException("no new root: " + root.holder());
    }
    Map<HolderReference, Anchor> more = new LinkedHashMap<>(anchors);
    more.put(root.holder(), new Anchor(origin, root));
    return new TrustAnchors(more);
  }

  Optional<Anchor> find(HolderReference holder) {
    return Optional.ofNullable(anchors.get(holder));
  }
}
