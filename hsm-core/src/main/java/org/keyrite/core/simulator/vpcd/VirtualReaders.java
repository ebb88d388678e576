// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator.vpcd;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.keyrite.core.simulator.Card;

/**
 * Cards in the slots of this machine's virtual readers. An entry of vpcd in the reader
 * configuration of pcscd makes two slots, which listen on its port and the next; Debian's package
 * brings one entry with port 35963. vpcd listens on every network interface of the machine.
 */
public final class VirtualReaders implements AutoCloseable {
  /** Where the first slot listens. */
  public static final int FIRST_PORT = 35963;

  /** How many slots an entry in the reader configuration makes. */
  public static final int SLOTS_PER_ENTRY = 2;

  private final List<VpcdConnection> connections;

  private VirtualReaders(List<VpcdConnection> connections) {
    this.connections = connections;
  }

  /**
   * Plugs the cards into the slots from the first port on.
   *
   * @param plugged told the slot, counted from 0, whenever a card comes into it
   * @param unplugged told the slot whenever its card is no longer in it
   */
  public static VirtualReaders open(
      List<? extends Card> cards, int firstPort, IntConsumer plugged, IntConsumer unplugged) {
    List<VpcdConnection> connections = new ArrayList<>();
    for (int slot = 0; slot < cards.size(); slot++) {
      int number = slot;
      connections.add(
          VpcdConnection.open(
              cards.get(slot),
              new InetSocketAddress(InetAddress.getLoopbackAddress(), firstPort + slot),
              in -> (in ? plugged : unplugged).accept(number)));
    }
    return new VirtualReaders(List.copyOf(connections));
  }

  /**
   * The entry that pcscd needs for two slots from this port on, to be put in its configuration.
   *
   * @param library the driver, {@code libifdvpcd.so}; every entry needs a copy of the file of its
   *     own, since entries that share one share its slots (seen with vpcd 0.8: both readers then
   *     show the cards of the last entry)
   */
  public static String entry(int port, String library) {
    return """
    FRIENDLYNAME "Virtual PCD %1$d"
    DEVICENAME /dev/null:0x%1$X
    LIBPATH %2$s
    CHANNELID 0x%1$X
    """
        .formatted(port, library);
  }

  /** Takes all cards out. */
  @Override
  public void close() {
    connections.forEach(VpcdConnection::close);
  }
}
