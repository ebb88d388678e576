// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyrite.app.Checkout;

class ClaimsTest {
  private static final Pattern EVIDENCE = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  @Test
  void everyClaimNamesATestThatExists() throws IOException {
    String claims = Files.readString(Checkout.root().resolve("docs/claims.md"));
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (Matcher evidence = EVIDENCE.matcher(claims); evidence.find(); named++) {
      if (!exists(evidence.group(1), evidence.group(2))) {
        missing.add(evidence.group(1) + "." + evidence.group(2));
      }
    }
    assertTrue(named > 20, "claims with evidence: " + named);
    assertEquals(Set.of(), missing);
  }

  private static boolean exists(String type, String method) throws IOException {
    try (Stream<Path> files = Files.walk(Checkout.root())) {
      List<Path> sources =
          files
              .filter(file -> file.endsWith(type + ".java"))
              .filter(file -> file.toString().contains("src/test/java"))
              .toList();
      return sources.size() == 1
          && Files.readString(sources.getFirst()).contains("void " + method + "(");
    }
  }
}
