// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Whether the service for readers takes a connection at its socket, where real devices are used.
 * Where the system starts the service on demand, this starts it.
 *
 * @param socket the socket
 */
public record ReaderServiceCheck(Path socket) implements Check {
  @Override
  public Finding look(Needs needs) {
    if (!needs.devices()) {
      return new Finding.NotNeeded();
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected()
          ? new Finding.Fine("")
          : new Finding.Fault(new LaptopProblem.ReaderServiceSilent(socket.toString()));
    } catch (IOException | IllegalArgumentException e) {
      return new Finding.Fault(new LaptopProblem.ReaderServiceSilent(socket.toString()));
    }
  }
}
