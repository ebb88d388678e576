// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator.vpcd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keyrite.core.simulator.Card;

/**
 * Keeps a card in one slot of a virtual reader: connects, serves, and connects again when pcscd was
 * restarted or the card was put back. One daemon thread. {@link #close} takes the card out and
 * returns when the thread has ended.
 */
public final class VpcdConnection implements AutoCloseable {
  /**
   * Between two connections. pcscd looks into a slot every 400 ms; a card that comes back before it
   * has looked may not be seen at all, since a reset that failed had told the slot empty already.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Card card;
  private final InetSocketAddress address;
  private final Consumer<Boolean> plugged;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Socket socket;

  private VpcdConnection(Card card, InetSocketAddress address, Consumer<Boolean> plugged) {
    this.card = card;
    this.address = address;
    this.plugged = plugged;
    this.thread =
        Thread.ofPlatform().daemon().name("vpcd " + address.getPort()).unstarted(this::run);
  }

  /**
   * Begins to plug in the card.
   *
   * @param address where the slot listens
   * @param plugged told on the connection's thread whenever the card is in the slot, and when it is
   *     no longer
   */
  public static VpcdConnection open(
      Card card, InetSocketAddress address, Consumer<Boolean> plugged) {
    VpcdConnection connection = new VpcdConnection(card, address, plugged);
    connection.thread.start();
    return connection;
  }

  private void run() {
    while (!isClosed(Duration.ZERO)) {
      if (card.isPresent()) {
        session();
      }
      if (isClosed(PATIENCE)) {
        return;
      }
    }
  }

  /** From connecting to the end of the connection. Either way of ending is met by trying again. */
  private void session() {
    try (Socket fresh = new Socket()) {
      if (!adopt(fresh)) {
        return;
      }
      fresh.connect(address);
      serve(fresh);
    } catch (IOException gone) {
      card.powerOff();
    }
  }

  private void serve(Socket fresh) throws IOException {
    plugged.accept(true);
    try (VpcdLink link = new VpcdLink(fresh)) {
      link.serve(card);
    } finally {
      plugged.accept(false);
    }
  }

  /** From here on {@link #close} closes this socket, unless it was called already. */
  private synchronized boolean adopt(Socket fresh) {
    socket = fresh;
    return closed.getCount() > 0;
  }

  private boolean isClosed(Duration patience) {
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    try {
      synchronized (this) {
        closed.countDown();
        if (socket != null) {
          socket.close();
        }
      }
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
