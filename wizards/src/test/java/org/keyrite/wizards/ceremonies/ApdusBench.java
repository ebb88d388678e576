// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/**
 * Counts the commands that steps of ceremonies send to one device, and compares them with what the
 * stock tools sent for the same in OpenSC's recordings. Those by which a device proves that it has
 * the key of its certificate are not counted: the stock tools do not ask for that.
 */
public final class ApdusBench {
  private static final Path RECORDINGS =
      Path.of("hsm-core", "src", "test", "resources", "recordings", "dkek");
  private static final String PROOF = "002241a4";

  /** A proof is the choice of how, the proof itself, and the selection that ends it. */
  private static final int COMMANDS_OF_A_PROOF = 3;

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private ApdusBench() {}

  /**
   * Two numbers of commands for the same purpose.
   *
   * @param what the step
   * @param ours what it sends
   * @param stock what the stock tool sent
   * @param recordings where
   */
  record Line(String what, int ours, int stock, List<String> recordings) {}

  /** Prints the comparison; ends with 1 if we send more anywhere. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("apdus");
    boolean more = false;
    for (Line line : measure(folder)) {
      System.out.printf(
          "%-28s %2d of ours, %2d of the stock tool (%s)%n",
          line.what(), line.ours(), line.stock(), String.join(" + ", line.recordings()));
      more |= line.ours() > line.stock();
    }
    System.exit(more ? 1 : 0);
  }

  static List<Line> measure(Path folder) throws Exception {
    Map<String, Integer> sent = new LinkedHashMap<>();
    sent.putAll(
        count(
            folder,
            DeviceSetup.ID,
            room -> {
              room.shareByPassword(1);
              room.device();
            }));
    sent.putAll(
        count(
            folder,
            DkekImport.ID,
            room -> {
              room.shareByPassword(1);
              room.device();
              room.initialised(1, "920101");
            }));
    sent.putAll(count(folder, KeyBackup.ID, room -> room.device(KeyStock.source())));
    sent.putAll(
        count(folder, KeyRestore.ID, room -> room.device(KeyStock.empty(2, KeyStock.FILLING))));
    List<Line> lines = new ArrayList<>();
    lines.add(line(sent, "deviceSetup.look[1]", "01-status-virgin"));
    lines.add(line(sent, "dkekImport.look[1]", "07-status-before-login"));
    lines.add(
        line(
            sent,
            "deviceSetup.initialise[1]",
            "04-init-1share-dev1",
            // What the stock tool does not read back must be looked at with another call.
            "07-status-before-login"));
    lines.add(line(sent, "import.give[1]", "06-import-2of4-shares-3-4"));
    lines.add(line(sent, "import.verify[1]", "07-status-before-login"));
    lines.add(line(sent, "keyBackup.look", "14-pkcs15-dump", "07-status-before-login"));
    lines.add(line(sent, "keyBackup.wrap[1]", "17-wrap-ecp256"));
    // Ours is proven and read back; the stock tool's is looked at with another call.
    lines.add(line(sent, "keyRestore.restore[1]", "25-unwrap-ecp256-dev2", "28-pkcs15-dump-dev2"));
    return lines;
  }

  private static Line line(Map<String, Integer> sent, String step, String... recordings)
      throws Exception {
    int stock = 0;
    for (String recording : recordings) {
      stock += commands(recording);
    }
    return new Line(step, sent.get(step), stock, List.of(recordings));
  }

  private static int commands(String recording) throws Exception {
    Path here =
        Path.of(ApdusBench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path root = here.getParent().getParent().getParent();
    try (var lines = Files.lines(root.resolve(RECORDINGS).resolve(recording + ".apdu"))) {
      return (int) lines.filter(line -> line.startsWith("> ")).count();
    }
  }

  /** What is done to the device before. */
  private interface Before {
    void with(DeviceRoom room) throws Exception;
  }

  private static Map<String, Integer> count(Path folder, String id, Before before)
      throws Exception {
    Map<String, Integer> sent = new LinkedHashMap<>();
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      before.with(room);
      Counting people = new Counting(room, sent);
      people.answering("keys.chosen", "all");
      people.answering("backup[1].path", folder.resolve(KeyManifest.NAME).toString());
      Facts decided =
          Facts.ofTexts(
              Map.of(
                  "name",
                  "Count",
                  "devices",
                  "1",
                  "readers",
                  "1",
                  "shares",
                  "1",
                  "openedBy",
                  "passwords"));
      try (CeremonyRunner runner =
          CeremonyRunner.start(
              Catalogue.find(id).orElseThrow().plan(decided).ceremony(),
              "T-1",
              Bytes.EMPTY,
              Journal.inMemory(),
              room.place(() -> NOW, true),
              Runnable::run)) {
        CeremonyState end = new Walk(runner, people).toTheEnd();
        if (end.phase() != CeremonyState.Phase.FINISHED) {
          throw new IllegalStateException(people.refusals.toString());
        }
      }
    }
    return sent;
  }

  /** People who write down how many commands each step sent. */
  private static final class Counting extends DevicePeople {
    private final Map<String, Integer> sent;
    private String step = "";
    private int before;

    Counting(DeviceRoom room, Map<String, Integer> sent) {
      super(room, List.of());
      this.sent = sent;
    }

    @Override
    public void entering(Agenda.Row row, CeremonyState state) {
      int now = room.card(1).count() - COMMANDS_OF_A_PROOF * room.liar(1).timesOf(PROOF);
      sent.put(step, now - before);
      step = row.step().id().toString();
      before = now;
    }
  }
}
