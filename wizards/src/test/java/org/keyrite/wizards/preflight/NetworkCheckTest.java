// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.LaptopProblem;

class NetworkCheckTest {
  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void hasALoopback() {
    tree = new Tree(root);
    has("lo", "772", "0x9", "unknown");
  }

  private void has(String name, String type, String flags, String state) {
    tree.with("net/" + name + "/type", type)
        .with("net/" + name + "/flags", flags)
        .with("net/" + name + "/operstate", state);
  }

  private Finding look() {
    NetworkCheck check = new NetworkCheck(tree.at("net"));
    Finding found = check.look(tree.needs(false));
    assertEquals(found instanceof Finding.Fine, check.isOffline(), "the window says the same");
    return found;
  }

  @Test
  void theLoopbackAloneIsFine() {
    assertEquals(new Finding.Fine(""), look());
  }

  @Test
  void namesEveryInterfaceThatIsUp() {
    has("wlan0", "1", "0x1003", "up");
    has("eth0", "1", "0x1003", "up");
    assertEquals(Tree.fault(new LaptopProblem.NetworkUp("eth0,\u00a0wlan0")), look());
  }

  /** A tunnel does not know whether it is connected. */
  @ParameterizedTest
  @ValueSource(strings = {"unknown", "dormant", "testing", "", "something new"})
  void whatTheKernelCannotTellIsAFault(String state) {
    has("tun0", "65534", "0x1091", state);
    assertEquals(Tree.fault(new LaptopProblem.NetworkUp("tun0")), look());
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "lowerlayerdown", "notpresent"})
  void aPortWithoutACableIsFine(String state) {
    has("eth0", "1", "0x1003", state);
    assertEquals(new Finding.Fine(""), look());
  }

  @Test
  void anInterfaceThatIsSwitchedOffIsFine() {
    has("eth0", "1", "0x1002", "unknown");
    assertEquals(new Finding.Fine(""), look());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "up", "0xZZ", "0x123456789ABCDEF01"})
  void flagsThatMakeNoSenseCountAsOn(String flags) {
    has("eth0", "1", flags, "up");
    assertEquals(Tree.fault(new LaptopProblem.NetworkUp("eth0")), look());
  }

  /** As in a namespace of its own: nothing has an address there. */
  @Test
  void aLoopbackThatIsOffIsFine() {
    has("lo", "772", "0x8", "down");
    assertEquals(new Finding.Fine(""), look());
  }

  /**
   * What programs set up beside the ports: a bridge that nothing is plugged into is without one.
   */
  @Test
  void aBridgeCountsFromItsFirstPartner() {
    has("docker0", "1", "0x1003", "down");
    assertEquals(new Finding.Fine(""), look());
    has("docker0", "1", "0x1003", "up");
    has("veth12ab", "1", "0x1003", "up");
    assertEquals(Tree.fault(new LaptopProblem.NetworkUp("docker0,\u00a0veth12ab")), look());
  }

  @Test
  void anInterfaceThatTellsNothingIsAFault() {
    tree.folder("net/odd0");
    assertEquals(Tree.fault(new LaptopProblem.NetworkUp("odd0")), look());
  }

  @Test
  void aSystemThatTellsNothingIsAFault() {
    Path nowhere = tree.at("nowhere");
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(nowhere.toString())),
        new NetworkCheck(nowhere).look(tree.needs(false)));
    assertFalse(new NetworkCheck(nowhere).isOffline());
  }
}
