// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isFilledInByTheBuild() {
    Version version = Version.current();
    assertTrue(version.number().matches("\\d+\\.\\d+\\.\\d+"), version.number());
    assertTrue(version.commit().matches("([0-9a-f]{12}(\\+changes)?)?"), version.commit());
  }

  @Test
  void namesTheCommitOnlyWhereItIsKnown() {
    assertEquals("0.1.0", new Version("0.1.0", "").text());
    assertEquals("0.1.0 (0123456789ab)", new Version("0.1.0", "0123456789ab").text());
  }
}
