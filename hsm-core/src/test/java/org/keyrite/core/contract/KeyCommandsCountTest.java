// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.wrap.WrappedKeyFile;

/** Commands that our client needs, against those that stock OpenSC was recorded to send. */
class KeyCommandsCountTest {
  private static final int KEYS = 4;

  /** OpenSC: select, read and read at the end, for two files of each key. */
  @Test
  void listsWithThreeCommandsAKey() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    KeyList expected = new KeyList(List.of(), Set.of());
    for (int id = 1; id <= KEYS; id++) {
      expected = expected.with(desk.create(KeyDesk.key(id % 2 == 0 ? "AES-128" : "secp521r1", id)));
    }
    AtomicInteger commands = new AtomicInteger();
    SmartCardHsm counted = new SmartCardHsm(desk.desk().channel(commands::incrementAndGet));
    assertEquals(expected, KeyList.read(counted));
    assertEquals(1 + 3 * KEYS, commands.get());
  }

  @Test
  void movesAKeyWithFewerCommandsThanTheStockTool() throws Exception {
    KeyDesk source = KeyDesk.withDkek(1);
    KeyDesk target = KeyDesk.withDkek(1);
    StoredKey key = source.create(KeyDesk.key("secp256r1", 1));
    KeyDomains domains = target.domains();
    KeyList empty = target.list();
    AtomicInteger wrapping = new AtomicInteger();
    AtomicInteger unwrapping = new AtomicInteger();
    SmartCardHsm from = new SmartCardHsm(source.desk().channel(wrapping::incrementAndGet));
    SmartCardHsm to = new SmartCardHsm(target.desk().channel(unwrapping::incrementAndGet));

    WrappedKeyFile file = new KeyTransfer(from).wrap(KeyList.read(from, key.reference()).get());
    StoredKey copy = new KeyTransfer(to).unwrap(empty, domains, file);
    assertEquals(target.list(), empty.with(copy));

    // Theirs begin with the log-in, and choose no free place.
    assertTrue(wrapping.get() + 1 <= recorded("17-wrap-ecp256"), wrapping::toString);
    assertTrue(unwrapping.get() + 1 <= recorded("25-unwrap-ecp256-dev2"), unwrapping::toString);
    assertEquals(4, wrapping.get());
    assertEquals(6, unwrapping.get());
  }

  /** Commands of a recording behind the probes and the selection that every program begins with. */
  private static long recorded(String name) throws Exception {
    return Recording.lines("/recordings/dkek/" + name + ".apdu").stream()
        .filter(line -> line.startsWith("> ") && !line.startsWith("> 00A40400"))
        .count();
  }
}
