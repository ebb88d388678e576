// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.keyrite.wizards.preflight.NetworkCheck;

/** Whether this machine is connected to anything, as the window tells it all the time. */
final class Network {
  private static final Path OF_LINUX = Path.of("/sys/class/net");

  private Network() {}

  /**
   * What the look at the laptop finds; where there is no Linux, whether anything has an address.
   */
  static boolean isOffline() {
    return Files.isDirectory(OF_LINUX) ? new NetworkCheck(OF_LINUX).isOffline() : !hasAddress();
  }

  private static boolean hasAddress() {
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (one.isUp() && !one.isLoopback() && one.getInetAddresses().hasMoreElements()) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // Where the system does not tell, nobody is told that the machine is offline.
      return true;
    }
  }
}
