// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;

/** A card that remembers what it was told, and may say something without doing anything. */
final class LyingCard implements Card {
  private final Card card;
  private final List<String> heard = new ArrayList<>();
  private final Map<String, String> lies = new HashMap<>();

  LyingCard(Card card) {
    this.card = card;
  }

  /** From now on, commands that begin like this are not done, and answered like that. */
  void lies(String command, String answer) {
    lies.put(command, answer);
  }

  void tellsTheTruth() {
    lies.clear();
  }

  /** The number, from 1, of the first command that begins like this and has this many bytes. */
  int numberOf(String command, int size) {
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).startsWith(command) && heard.get(i).length() == 2 * size) {
        return i + 1;
      }
    }
    throw new AssertionError("never heard " + command);
  }

  @Override
  public Bytes atr() {
    return card.atr();
  }

  @Override
  public boolean isPresent() {
    return card.isPresent();
  }

  @Override
  public void powerOn() {
    card.powerOn();
  }

  @Override
  public void powerOff() {
    card.powerOff();
  }

  @Override
  public Bytes transmit(Bytes command) {
    heard.add(command.toHex());
    return lies.entrySet().stream()
        .filter(lie -> command.toHex().startsWith(lie.getKey()))
        .findFirst()
        .map(lie -> Bytes.fromHex(lie.getValue()))
        .orElseGet(() -> card.transmit(command));
  }
}
