// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.device.DeviceReport;

/**
 * What a device tells, as people read it outside of a ceremony: with the labels and in the words
 * that a {@link DeviceCheck} has.
 *
 * @param messages the language
 */
public record DeviceRows(Messages messages) {

  /**
   * A point.
   *
   * @param label what is told of
   * @param value what is told
   */
  public record Row(String label, String value) {}

  /** Every point of a report, the serial first, and the key domains that are set up behind. */
  public List<Row> of(DeviceReport report) {
    List<Row> rows = new ArrayList<>();
    for (DevicePoint point : DevicePoint.values()) {
      rows.add(row(Fact.text("device." + point.word()), point.in(report)));
    }
    for (int index : report.domains()) {
      rows.add(row(Fact.text("keyDomain[" + index + "]"), report.domain(index)));
    }
    return rows;
  }

  private Row row(Fact<String> fact, String code) {
    return new Row(messages.text(fact.label()), Sentences.value(messages, fact.name(), code));
  }
}
