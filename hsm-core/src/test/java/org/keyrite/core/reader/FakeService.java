// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.keyrite.core.bytes.Bytes;

/** A smart card service that does what a test tells it. */
final class FakeService implements PcscContext.Service {
  private final Map<String, Boolean> readers = new LinkedHashMap<>();
  private final List<Boolean> disconnects = new CopyOnWriteArrayList<>();
  private int connections;
  private int commands;
  private boolean refusesConnecting;
  private boolean connectingWaits;
  private Exception nextListing;
  private Exception waiting;
  private Exception sessions;
  private Exception transmitting;
  private Exception disconnecting;
  private Exception beginning;
  private final Semaphore taken = new Semaphore(1, true);
  private Bytes answer = Bytes.fromHex("9000");

  void add(String reader, boolean occupied) {
    readers.put(reader, occupied);
  }

  void setOccupied(String reader, boolean occupied) {
    readers.put(reader, occupied);
  }

  void remove(String reader) {
    readers.remove(reader);
  }

  void refuseConnecting(boolean refuses) {
    refusesConnecting = refuses;
  }

  void refuseNextListing(Exception refusal) {
    nextListing = refusal;
  }

  void refuseWaiting(Exception refusal) {
    waiting = refusal;
  }

  void refuseSessions(Exception refusal) {
    sessions = refusal;
  }

  void refuseCommands(Exception refusal) {
    transmitting = refusal;
  }

  void refuseTransactions(Exception refusal) {
    beginning = refusal;
  }

  /** Whoever connects to a device waits too, while another program has a transaction. */
  void letConnectingWait() {
    connectingWaits = true;
  }

  /** Another program begins a transaction, or ends it. */
  void occupyForAnother(boolean begins) {
    if (begins) {
      taken.acquireUninterruptibly();
    } else {
      taken.release();
    }
  }

  void refuseDisconnecting(Exception refusal) {
    disconnecting = refusal;
  }

  void answer(String hex) {
    transmitting = null;
    answer = Bytes.fromHex(hex);
  }

  int connections() {
    return connections;
  }

  int commands() {
    return commands;
  }

  /** For each disconnected session, whether it reset the device. */
  List<Boolean> disconnects() {
    return disconnects;
  }

  @Override
  public CardTerminals connect() {
    if (refusesConnecting) {
      return PcscReadersTest.refused();
    }
    connections++;
    return new Terminals();
  }

  private static void refuse(Exception refusal) throws CardException {
    switch (refusal) {
      case null -> {
        // Nothing is refused.
      }
      case CardException told -> throw told;
      case RuntimeException defect -> throw defect;
      default -> throw new IllegalStateException(refusal);
    }
  }

  private final class Terminals extends CardTerminals {
    @Override
    public List<CardTerminal> list(State state) throws CardException {
      Exception refusal = nextListing;
      nextListing = null;
      refuse(refusal);
      List<CardTerminal> found = new ArrayList<>();
      readers.forEach((name, occupied) -> {
        if (state == State.ALL || (state == State.CARD_PRESENT) == occupied) {
          found.add(new Terminal(name));
        }
      });
      return found;
    }

    @Override
    public boolean waitForChange(long timeout) throws CardException {
      refuse(waiting);
      return false;
    }
  }

  private final class Terminal extends CardTerminal {
    private final String name;

    private Terminal(String name) {
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Card connect(String protocol) throws CardException {
      refuse(sessions);
      if (connectingWaits) {
        taken.acquireUninterruptibly();
        taken.release();
      }
      return new Inserted();
    }

    @Override
    public boolean isCardPresent() {
      return readers.getOrDefault(name, false);
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
      return isCardPresent();
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
      return !isCardPresent();
    }
  }

  private final class Inserted extends Card {
    @Override
    public ATR getATR() {
      return new ATR(
          Bytes.fromHex("3bfe1800008131fe458031815448534d31738021408107fa").toByteArray());
    }

    @Override
    public String getProtocol() {
      return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
      return new Channel(this);
    }

    @Override
    public CardChannel openLogicalChannel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void beginExclusive() throws CardException {
      refuse(beginning);
      taken.acquireUninterruptibly();
    }

    @Override
    public void endExclusive() {}

    @Override
    public byte[] transmitControlCommand(int code, byte[] command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
      disconnects.add(reset);
      taken.release();
      refuse(disconnecting);
    }
  }

  private final class Channel extends CardChannel {
    private final Card card;

    private Channel(Card card) {
      this.card = card;
    }

    @Override
    public Card getCard() {
      return card;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      commands++;
      refuse(transmitting);
      response.put(answer.toByteArray());
      return answer.size();
    }

    @Override
    public void close() {}
  }
}
