// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.PcscReaders;

/**
 * Our own client inside the namespaces, and beside it somebody else with a connection of his own:
 * says what he is told who sends the device a command before, while and after it is used; and that
 * whoever connects meanwhile waits.
 */
final class SharingHost {
  private static final CommandAPDU TRIES = new CommandAPDU(0, 0x20, 0, 0x81);

  private static final long MINUTE = 60;

  private SharingHost() {}

  public static void main(String[] arguments) throws Exception {
    CardTerminals others = connection();
    CardTerminals newcomers = connection();
    try (PcscReaders readers = new PcscReaders()) {
      System.out.println("before " + told(others));
      Card open = others.list().getFirst().connect("*");
      CompletableFuture<String> newcomer = new CompletableFuture<>();
      try (CardSession session = readers.list().getFirst().connect()) {
        new SmartCardHsm(session).identify();
        System.out.println("while " + told(open));
        Thread.ofPlatform().daemon().start(() -> newcomer.complete(firstTold(newcomers)));
        new SmartCardHsm(session).identify();
        new SmartCardHsm(session).identify();
        System.out.println("newcomer waits " + !newcomer.isDone());
      }
      System.out.println("newcomer " + newcomer.get(MINUTE, TimeUnit.SECONDS));
      System.out.println("after " + told(others));
    }
  }

  private static CardTerminals connection() throws NoSuchAlgorithmException {
    return TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals();
  }

  private static String firstTold(CardTerminals terminals) {
    try {
      return told(terminals);
    } catch (CardException e) {
      return e.toString();
    }
  }

  private static String told(CardTerminals terminals) throws CardException {
    Card card = terminals.list().getFirst().connect("*");
    String told = told(card);
    card.disconnect(false);
    return told;
  }

  private static String told(Card card) throws CardException {
    try {
      card.getBasicChannel().transmit(TRIES);
      return "answered";
    } catch (JnaPCSCException e) {
      return "refused %08X".formatted((int) e.code);
    }
  }
}
