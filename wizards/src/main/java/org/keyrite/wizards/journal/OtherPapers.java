// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.paper.DeviceSheet;
import org.keyrite.wizards.paper.ReceiptSheet;
import org.keyrite.wizards.paper.ReceiptsSheet;
import org.keyrite.wizards.paper.Row;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.Sheet;
import org.keyrite.wizards.paper.SheetFrame;

/**
 * What else a record says that belongs on paper of its own: receipts for whoever takes a sheet
 * home, and the status of a device that was checked. Seen from the names of facts; nothing of it is
 * secret.
 *
 * @param messages the language of the papers
 * @param told the story, in that language
 * @param end how the ceremony ended
 */
record OtherPapers(Messages messages, Transcript told, CeremonyState end) {
  private static final String SET = "set.id";
  private static final String CHECKED = "device.domains";
  private static final String SERIAL = "device.serial";

  /** The papers of a ceremony that is complete, by the names of their files. */
  Map<String, Sheet> sheets(Entry.Started started) {
    Map<String, Sheet> sheets = new TreeMap<>();
    if (end.phase() == CeremonyState.Phase.FINISHED) {
      SheetFrame frame = RecordPages.frame(told, end.ceremony(), started);
      receipts(frame).ifPresent(sheet -> sheets.put("receipts", sheet));
      status(frame).ifPresent(sheet -> sheets.put("device-status", sheet));
    }
    return sheets;
  }

  private Optional<Sheet> receipts(SheetFrame frame) {
    Facts plan = end.ceremony().plan();
    List<Integer> numbers = numbers();
    Optional<SetId> set = SetId.fromText(fact(SET));
    if (set.isEmpty() || numbers.isEmpty()) {
      return Optional.empty();
    }
    int threshold = Together.in(plan).map(Together::needed).orElse(0);
    int of = plan.find(Together.CUSTODIANS).orElse(numbers.size());
    return Optional.of(
        new ReceiptsSheet(
            frame,
            numbers.stream()
                .map(i ->
                    new ReceiptSheet(
                        frame,
                        set.get(),
                        end.person(Seat.custodian(i)),
                        i,
                        of,
                        threshold,
                        Integer.parseInt(fact("sheet[" + i + "].copy")),
                        fact("sheet[" + i + "].bag")))
                .toList()));
  }

  /** The custodians who have a sheet whose copy is known. */
  private List<Integer> numbers() {
    return end.facts().texts().keySet().stream()
        .map(Fact::text)
        .filter(fact -> fact.family().equals("sheet.copy"))
        .map(Fact::index)
        .sorted()
        .toList();
  }

  private Optional<Sheet> status(SheetFrame frame) {
    if (fact(CHECKED).isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new StatusRows(new Words(messages)).of(end.facts().texts());
    return Optional.of(new DeviceSheet(frame, fact(SERIAL), rows, RecordPages.people(told)));
  }

  private String fact(String name) {
    return end.facts().texts().getOrDefault(name, "");
  }
}
