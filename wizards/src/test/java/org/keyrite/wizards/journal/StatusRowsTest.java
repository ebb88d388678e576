// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.paper.Row;

class StatusRowsTest {
  private static List<Row> rows(Map<String, String> facts) {
    return new StatusRows(new Words(Messages.in(Language.ENGLISH))).of(facts);
  }

  @Test
  void everyPointOfADeviceHasItsPlace() {
    List<String> points =
        Arrays.stream(DevicePoint.values()).map(point -> "device." + point.word()).toList();
    assertEquals(points, StatusRows.ORDER);
  }

  @Test
  void eachKeyHasARowOfItsOwn() {
    List<Row> rows =
        rows(
            Map.of(
                "keys.told",
                "MOVES 1 Web server RSA-2048 01 0 -1 0, NEVER 2 Ledger, old secp256r1 02 0 1 1"
                    .replace("Web server", "Web\u00A0server")
                    .replace("Ledger, old", "Ledger,\u00A0old")));
    assertEquals(2, rows.size());
    assertEquals("Keys on the device", rows.get(0).label());
    assertTrue(rows.get(0).value().startsWith("1 Web\u00A0server (RSA-2048, ID 01)"));
    assertEquals("", rows.get(1).label());
    assertTrue(rows.get(1).value().startsWith("2 Ledger,\u00A0old (secp256r1, ID 02)"));
  }

  @Test
  void theDeviceIsNamedFirstAndItsKeysLast() {
    List<Row> rows =
        rows(
            Map.of(
                "keys.told", "none",
                "keyDomain[10]", "empty",
                "keyDomain[9]", "empty",
                "device.domains", "9, 10",
                "device.serial", "DENK0400123",
                "dkek.kcv", "4BB06F8E4E3A7715"));
    assertEquals("DENK0400123", rows.getFirst().value());
    assertEquals(
        List.of("Key domain 9", "Key domain 10", "Keys on the device"),
        rows.stream().skip(2).map(Row::label).toList());
  }
}
