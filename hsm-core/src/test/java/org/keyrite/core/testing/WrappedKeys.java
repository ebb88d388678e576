// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;

/** Wrapped keys that this project did not make, with the DKEK of each. */
public final class WrappedKeys {
  private WrappedKeys() {}

  /**
   * A wrapped key.
   *
   * @param name what it is
   * @param dkek 32 bytes
   * @param blob the wrapped key
   * @param vector what else is known of it
   */
  public record Known(String name, Bytes dkek, Bytes blob, Vector vector) {
    /** The DKEK, for the caller to close. */
    public Dkek open() {
      return WrappedKeys.dkek(dkek);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Those that were computed by the rules of the reference. */
  public static List<Known> synthetic() throws IOException {
    Vector file = Vector.file("/vectors/blobs.json");
    List<Known> all = new ArrayList<>();
    for (Vector vector : file.list("vectors")) {
      all.add(new Known(vector.text("name"), file.bytes("dkek"), vector.bytes("blob"), vector));
    }
    return all;
  }

  /** Those of real devices. */
  public static List<Known> ofRealDevices() throws IOException {
    List<Known> all = new ArrayList<>();
    for (Vector vector : Vector.file("/vectors/wrapfiles.json").list("vectors")) {
      if (vector.has("blob")) {
        String name = vector.text("name") + " " + all.size();
        all.add(new Known(name, vector.bytes("dkek"), vector.bytes("blob"), vector));
      }
    }
    return all;
  }

  /** Those that an emulated pico-hsm made for stock OpenSC. */
  public static List<Known> recorded() throws IOException {
    Vector file = Vector.file("/recordings/dkek/vectors.json");
    Bytes dkek = file.<Vector>get("dkek").<Vector>get("nm").bytes("dkek");
    List<Known> all = new ArrayList<>();
    Vector wrapped = file.get("wrapped");
    for (String name : wrapped.entries().keySet()) {
      Vector vector = wrapped.get(name);
      all.add(new Known(name, dkek, vector.bytes("blob"), vector));
    }
    return all;
  }

  /** All of them. */
  public static List<Known> all() throws IOException {
    List<Known> all = new ArrayList<>(synthetic());
    all.addAll(ofRealDevices());
    all.addAll(recorded());
    return all;
  }

  /** A DKEK of these 32 bytes, for the caller to close. */
  public static Dkek dkek(Bytes content) {
    try (DkekShare share = DkekShare.taking(Secret.taking(content.toByteArray()))) {
      return Dkek.of(List.of(share));
    }
  }
}
