// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/** What a command says in TLVs, in any order, each at most once. */
record Fields(Map<Integer, Bytes> content) {

  /** The fields in these bytes, if there are only known ones. */
  static Optional<Fields> parse(Bytes data, List<Integer> known) {
    Map<Integer, Bytes> content = new HashMap<>();
    try {
      for (Tlv field : TlvReader.of("command data", data).rest()) {
        int tag = field.tag().value();
        if (!known.contains(tag) || content.put(tag, field.value()) != null) {
          return Optional.empty();
        }
      }
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
    return Optional.of(new Fields(content));
  }

  boolean has(int tag) {
    return content.containsKey(tag);
  }

  boolean has(int tag, int size) {
    return has(tag) && content.get(tag).size() == size;
  }

  Optional<Bytes> find(int tag) {
    return Optional.ofNullable(content.get(tag));
  }

  /** The field, no bytes if it is not there. */
  Bytes get(int tag) {
    return content.getOrDefault(tag, Bytes.EMPTY);
  }

  /** PINs and keys may be in here. */
  @Override
  public String toString() {
    return "fields of a command";
  }
}
