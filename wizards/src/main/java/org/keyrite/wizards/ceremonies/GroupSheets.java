// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.paper.GroupSignerSheet;
import org.keyrite.wizards.paper.Person;
import org.keyrite.wizards.paper.SheetFrame;
import org.keyrite.wizards.paper.SheetPdf;

/** Brings the public sheet of a group onto paper; tells where it came out. */
record GroupSheets(Facts plan, Desk desk) {

  /** The sheet of the group signer on the device with this number. */
  String signer(int d) throws ProblemException {
    Messages messages = Messages.in(Language.ofTag(plan.get(Ceremony.LANGUAGE)).orElseThrow());
    GroupSignerSheet sheet =
        new GroupSignerSheet(
            new SheetFrame(
                plan.get(PlanFields.NAME),
                desk.get(CeremonyState.CEREMONY_ID),
                desk.place().clock().instant(),
                desk.place().product(),
                desk.practice().isPractice()),
            desk.get(NewKeyFacts.LABEL),
            desk.get(DeviceFacts.serial(d)),
            desk.get(GroupFacts.UID).value(),
            GroupSigner.SEATS.stream().map(seat -> person(messages, seat)).toList());
    try (Secret pdf = new SheetPdf(messages, Printing.paper(plan)).render(sheet)) {
      return desk.place()
          .printer()
          .print(
              "group-" + desk.get(GroupFacts.UID).toHex().substring(0, 16), pdf, desk.progress());
    }
  }

  private Person person(Messages messages, Seat seat) {
    return new Person(messages.text(seat.title()), desk.get(seat.person()), "");
  }
}
