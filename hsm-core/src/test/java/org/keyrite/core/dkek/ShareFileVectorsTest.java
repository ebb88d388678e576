// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.work.Progress;

/** Files that others made, or computed independently, open and are made again byte for byte. */
class ShareFileVectorsTest {

  @Test
  void derivesKeysAndOpensEveryVectorOfFewIterations() throws Exception {
    int tried = 0;
    for (Vector vector : Vector.file("/vectors/pbe.json").list("vectors")) {
      if (vector.number("iterations") <= 1000) {
        assertEquals(expected(vector), derived(vector, Progress.NONE), vector.text("file"));
        assertEquals(vector.bytes("file"), recreated(vector));
        tried++;
      }
    }
    assertEquals(6, tried);
  }

  @Test
  void derivesKeysAndOpensRealFilesAtFullCost() throws Exception {
    List<Vector> vectors = fullCost();
    List<Derivations.Task<Derived>> tasks = new ArrayList<>();
    for (Vector vector : vectors) {
      tasks.add(progress -> derived(vector, progress));
    }
    List<Derived> derived = Derivations.all(tasks, nothing -> {}, Progress.NONE);
    assertEquals(6, derived.size());
    for (int i = 0; i < derived.size(); i++) {
      assertEquals(expected(vectors.get(i)), derived.get(i), vectors.get(i).text("file"));
    }
  }

  /** The slow vectors of both files in one shape. */
  private static List<Vector> fullCost() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (Vector vector : Vector.file("/vectors/pbe.json").list("vectors")) {
      if (vector.number("iterations") > 1000) {
        vectors.add(vector);
      }
    }
    Vector recorded = Vector.file("/recordings/dkek/vectors.json").get("pbe");
    for (String name : recorded.entries().keySet()) {
      Vector vector = recorded.get(name);
      try (var in = ShareFileVectorsTest.class.getResourceAsStream("/recordings/dkek/" + name)) {
        assertEquals(vector.bytes("file"), Bytes.of(in.readAllBytes()));
      }
      vector.entries().put("iterations", DerivationCost.STANDARD.iterations());
      vector.entries().put("key_iv", vector.text("key") + vector.text("iv"));
      vectors.add(vector);
    }
    return vectors;
  }

  private record Derived(Bytes keyAndIv, Bytes share) {}

  private static Derived expected(Vector vector) {
    return new Derived(vector.bytes("key_iv"), vector.bytes("share"));
  }

  /** Key and vector as derived, and the share as decrypted with them, for the price of one. */
  private static Derived derived(Vector vector, Progress progress) throws ProblemException {
    ShareFile file = ShareFile.parse("vector", vector.bytes("file"));
    DerivationCost cost = DerivationCost.forTests(vector.number("iterations"));
    Bytes encrypted = file.content().slice(16, 64);
    try (Secret password = vector.secret("password_hex");
        KeyDerivation derivation = new KeyDerivation(password, file.salt(), cost, progress);
        Secret key = derivation.key();
        Secret iv = derivation.iv();
        DkekShare share = ShareCipher.decrypt(encrypted, key, iv)) {
      assertTrue(ShareCipher.endsInPadding(encrypted, key));
      return new Derived(key.use(Bytes::of).plus(iv.use(Bytes::of)), share.use(Bytes::of));
    }
  }

  private static Bytes recreated(Vector vector) throws ProblemException {
    DerivationCost cost = DerivationCost.forTests(vector.number("iterations"));
    try (Secret password = vector.secret("password_hex");
        DkekShare share = DkekShare.taking(vector.secret("share"))) {
      ShareFile file =
          ShareFile.create("new", share, password, vector.bytes("salt"), cost, Progress.NONE);
      try (DkekShare opened = file.open(password, cost, Progress.NONE)) {
        assertTrue(opened.matches(share));
      }
      assertFalse(share.isWiped());
      assertFalse(password.isWiped());
      return file.encode();
    }
  }
}
