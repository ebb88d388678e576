// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

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
 * says what he is told who sends the device a command before, while and after it is used.
 */
final class SharingHost {
  private static final CommandAPDU TRIES = new CommandAPDU(0, 0x20, 0, 0x81);

  private SharingHost() {}

  public static void main(String[] arguments) throws Exception {
    CardTerminals others =
        TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals();
    try (PcscReaders readers = new PcscReaders()) {
      System.out.println("before " + told(others));
      Card open = others.list().getFirst().connect("*");
      try (CardSession session = readers.list().getFirst().connect()) {
        new SmartCardHsm(session).identify();
        System.out.println("while, connected before " + told(open));
        System.out.println("while " + told(others));
        new SmartCardHsm(session).identify();
      }
      System.out.println("after " + told(others));
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
