// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.KnownKeyboard;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Wording;

/** A frame around one part of the window, so that it is looked at where it will stand. */
public final class Stand {
  /** A quarter to four in Berlin, no network. */
  public static final Laptop LAPTOP =
      new Laptop(
          Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneOffset.UTC),
          ZoneId.of("Europe/Berlin"),
          () -> true);

  private Stand() {}

  /** A message that says this text in every language. */
  public static Message plain(String text) {
    return Message.of("keyboard.code", text);
  }

  /** A keyboard with these layouts. */
  public static KeyboardSetup keyboard(boolean capsLock, String... layouts) {
    return new KnownKeyboard(Optional.of(capsLock), List.of(layouts));
  }

  /** A frame with a title and this part, in the turn of a custodian. */
  public static Frame around(Wording wording, String title, Node part, ActRow acts) {
    Frame frame = frame(wording);
    SeatBand band =
        new SeatBand(
            wording,
            SeatLook.CUSTODIAN,
            plain("Custodian 2 of 3"),
            Optional.of("Robin Sample"),
            plain("Only you may see this screen"),
            true);
    VBox content = new VBox(18, wording.label(plain(title), "kr-title"), part);
    frame.show(Optional.of(band), content, Optional.of(acts));
    return frame;
  }

  /** A frame with nothing but a rail. */
  public static Frame frame(Wording wording) {
    Rail rail = new Rail(wording, LAPTOP);
    rail.name(plain("Vault 2026"), plain("Any 2 of 3 open it"));
    rail.milestones(
        List.of(
            new Milestone(plain("Roll call"), Milestone.State.DONE),
            new Milestone(plain("Custodian 2"), Milestone.State.NOW),
            new Milestone(plain("Record"), Milestone.State.TO_COME)));
    return new Frame(wording, rail);
  }
}
