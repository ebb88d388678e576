// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApduCountTest {
  @TempDir private Path folder;

  @Test
  void sendsNoMoreCommandsThanTheStockToolForTheSame() throws Exception {
    List<ApdusBench.Line> lines = ApdusBench.measure(folder);
    assertEquals(8, lines.size());
    for (ApdusBench.Line line : lines) {
      assertTrue(line.ours() > 0 && line.ours() <= line.stock(), line.toString());
    }
  }
}
