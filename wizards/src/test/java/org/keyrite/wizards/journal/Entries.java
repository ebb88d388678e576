// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.StepId;

/** Entries with made-up content that is as awkward as people and paths can make it. */
final class Entries {
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "\"",
          "\\",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u001f",
          "\u007f",
          "\u2028",
          "ß",
          "é",
          "日本",
          "\uD83D\uDD11",
          "ﬀ",
          "{",
          "}",
          "[1]",
          ",",
          ":",
          "null",
          "true",
          "a.b",
          "'",
          "</x>");

  private final Random random;

  Entries(long seed) {
    this.random = new Random(seed);
  }

  /** One of every kind. */
  List<Entry> oneOfEach() {
    return List.of(
        new Entry.Started(at(), text(), text(), true, map(), bytes(32), text(), Bytes.EMPTY),
        new Entry.Seated(at(), text(), text(), text()),
        new Entry.Began(at(), step()),
        new Entry.Done(at(), step(), text(), map()),
        new Entry.Attested(at(), step(), text(), false, text()),
        new Entry.Failed(at(), step(), text(), List.of(text(), text())),
        new Entry.Cancelled(at(), step()),
        new Entry.SteppedBack(at(), step()),
        new Entry.Noted(at(), text(), text()),
        new Entry.Redone(at(), step(), text()),
        new Entry.Reopened(at(), step(), text()),
        new Entry.Extended(at(), bytes(32)),
        new Entry.Resumed(at(), text()),
        new Entry.Aborting(at(), text()),
        new Entry.Aborted(at()),
        new Entry.Finished(at()));
  }

  private Instant at() {
    return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
  }

  private StepId step() {
    return new StepId("dkekQuorum.show", random.nextInt(100));
  }

  private Bytes bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private Map<String, String> map() {
    Map<String, String> map = new TreeMap<>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> map.put(text() + i, text()));
    return map;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(AWKWARD.get(random.nextInt(AWKWARD.size()))).append((char) ('a' + i));
    }
    return text.toString();
  }
}
