// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.tlv.Tag;

/** The kinds of keys that a description tells apart, by its outer tag (section 2.7 [2+]). */
public enum KeyKind {
  RSA(0x30),
  EC(0xA0),
  SECRET(0xA8);

  private final Tag tag;

  KeyKind(int tag) {
    this.tag = new Tag(tag);
  }

  /** The kind of a key. */
  public static KeyKind of(KeySpec spec) {
    return switch (spec) {
      case KeySpec.Rsa _ -> RSA;
      case KeySpec.Ec _ -> EC;
      case KeySpec.Aes _ -> SECRET;
    };
  }

  /** The kind whose descriptions begin with this tag. */
  public static Optional<KeyKind> tagged(Tag tag) {
    return Stream.of(values()).filter(kind -> kind.tag.equals(tag)).findFirst();
  }

  Tag tag() {
    return tag;
  }
}
