// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;

/** Our client, our device, and between them the smart card service of the system. */
final class ClientThroughPcscTest {
  /** Has the library of the service tell that a device is taken, where it would wait for it. */
  private static final Map<String, String> UNBLOCKED = Map.of("PCSCLITE_NO_BLOCKING", "1");

  @TempDir private Path folder;

  @Test
  void identifiesADeviceAndSetsItUpForStockTools() throws Exception {
    try (StockOpenSc stock = StockOpenSc.start(folder, 1)) {
      StockOpenSc.Result ours = stock.run(ClientHost.class);
      String serial = StockOpenSc.stateFile(folder, 0).load().orElseThrow().identity().serial();
      assertEquals(
          new StockOpenSc.Result(
              0,
              """
              occupied true
              occupied false
              serial %1$s
              SIMULATED
              label none
              initialised false
              serial %1$s
              SIMULATED
              label by our own client
              initialised true
              coding EXTENDED
              """
                  .formatted(serial),
              ""),
          ours);
      assertEquals(
          """
          Version              : 4.1
          Config options       :
            User PIN reset with SO-PIN enabled
          SO-PIN tries left    : 15
          User PIN tries left  : 3
          DKEK shares          : 2
          DKEK key check value : %s
          """
              .formatted(expected()),
          stock.run("sc-hsm-tool", "-r", "0").out());
    }
  }

  /** A service for each: one that has not yet seen the first device go keeps its slot for empty. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "4"})
  void aDevicePulledInTheMiddleOfACommandIsGoneAndNoDefect(String command) throws Exception {
    try (StockOpenSc stock = StockOpenSc.start(folder, 1)) {
      assertEquals(
          new StockOpenSc.Result(0, "DeviceGone\n", ""), stock.run(PulledHost.class, command));
    }
  }

  @Test
  void nobodyElseGetsACommandToADeviceWhileItIsUsed() throws Exception {
    try (StockOpenSc stock = StockOpenSc.start(folder, 1)) {
      assertEquals(
          new StockOpenSc.Result(
              0,
              """
              before answered
              while refused 8010000B
              newcomer waits true
              newcomer answered
              after answered
              """,
              ""),
          stock.run(UNBLOCKED, SharingHost.class));
    }
  }

  private static String expected() {
    try (DkekShare one = ClientHost.share(1);
        DkekShare two = ClientHost.share(2);
        Dkek dkek = Dkek.of(List.of(one, two))) {
      return dkek.keyCheckValue().toText();
    }
  }
}
