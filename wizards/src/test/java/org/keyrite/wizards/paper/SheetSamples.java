// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/** One of each sheet, with made-up content; the golden texts are made from these. */
final class SheetSamples {
  static final String FILE = "vault-2026.pbe";

  private SheetSamples() {}

  static SheetFrame frame(boolean rehearsal) {
    return frame("Vault 2026", rehearsal);
  }

  static SheetFrame frame(String name, boolean rehearsal) {
    return new SheetFrame(
        name, "7F3K-2M9A", Instant.parse("2026-11-21T14:32:00Z"), "Keyrite 1.0.0", rehearsal);
  }

  static Map<String, Sheet> all() {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    sheets.put("share-128", share(128, 2, 3, 2, false));
    sheets.put("share-64", share(64, 2, 3, 2, false));
    sheets.put("share-large", share(128, 12, 99, 99, false));
    sheets.put("share-by-hand", share(128, 2, 3, 2, true));
    sheets.put(
        "share-with-file",
        new ShareSheet(
            frame(false),
            Samples.share(128, 2, 3, 2),
            false,
            FILE,
            Optional.of(Samples.shareFile())));
    sheets.put(
        "file-quorum",
        new ShareFileSheet(
            frame(true),
            Samples.shareFile(),
            FILE,
            new ShareFileSheet.Quorum(2, 3),
            Optional.empty()));
    sheets.put(
        "file-own",
        new ShareFileSheet(
            frame(true),
            new ShareFileContent(Samples.SET, 1, 2, 3, Samples.shareFile().file()),
            FILE,
            new ShareFileSheet.Password(2, true),
            Optional.of("8C731C199B130CB0")));
    sheets.put(
        "labels",
        new LabelSheet(
            frame(true),
            Samples.SET,
            List.of(
                new LabelSheet.ShareLabel(1, 3, 1),
                new LabelSheet.ShareLabel(2, 3, 2),
                new LabelSheet.ShareLabel(3, 3, 1),
                new LabelSheet.ShareFileLabel(1, 1, 1),
                new LabelSheet.ShareFileLabel(2, 12, 1))));
    sheets.put("agenda", agenda());
    sheets.put("record", record());
    sheets.put(
        "receipt",
        new ReceiptSheet(frame(true), Samples.SET, "Robin Sample", 2, 3, 2, 1, "A 0048213"));
    sheets.put("device-status", deviceStatus());
    sheets.put(
        "group-signer",
        new GroupSignerSheet(frame(false), "Group signer 2026", "DENK0400123", HASH, people()));
    sheets.put("key", key(false, 928));
    sheets.put("key-long", key(true, KeyCode.MOST * KeyCode.PART));
    return sheets;
  }

  /** A file of this size, which is no key but looks as random as one. */
  static Bytes keyFile(int size) {
    byte[] content = new byte[size];
    new java.util.Random(Samples.SEED + size).nextBytes(content);
    return Bytes.of(content);
  }

  static KeySheet key(boolean rehearsal, int size) {
    return new KeySheet(
        frame(rehearsal),
        "Root CA 2026",
        "secp256r1",
        "0a0b0c0d0e0f1011",
        "DENK0400123",
        "8C731C199B130CB0",
        "Root-CA-2026.wky",
        keyFile(size));
  }

  static final Bytes HASH =
      Bytes.fromHex("e58294f2e9a227486e8b061b31cc528fd7fa3f19a04c77e1c2d79a400b5e6f12");

  private static List<Person> people() {
    return List.of(
        new Person("Security officer", "Alex Example", "AE"),
        new Person("Operator", "Kim Muster", "KM"),
        new Person("Custodian 1", "Jo Beispiel", "JB"),
        new Person("Custodian 2", "Robin Sample", "RS"),
        new Person("Custodian 3", "Chris Muestra", "CM"),
        new Person("Witness", "Sam Beispiel", "SB"));
  }

  private static AgendaSheet agenda() {
    List<AgendaSheet.Section> sections = new ArrayList<>();
    for (int section = 1; section <= 6; section++) {
      List<AgendaSheet.Line> lines = new ArrayList<>();
      for (int line = 1; line <= 5; line++) {
        lines.add(
            new AgendaSheet.Line(
                section + "." + line,
                "Print sheet " + line,
                line % 2 == 0 ? "Custodian 1" : "Security officer",
                "The sheet is printed, typed back and sealed before everybody."));
      }
      sections.add(new AgendaSheet.Section("Custodian " + section, lines));
    }
    return new AgendaSheet(
        frame(true),
        "A password for the vault share file, for three custodians: any two open it.",
        List.of(
            new Row("Organisation and place", "Example Works, Room 2, Sampletown"),
            new Row("Quorum", "2 of 3, 128 bits")),
        people(),
        HASH,
        sections);
  }

  private static DeviceSheet deviceStatus() {
    return new DeviceSheet(
        frame(false),
        "DENK0400123",
        List.of(
            new Row("Serial number", "DENK0400123"),
            new Row("SHA-256 of its certificate", HASH.toHex().replaceAll("(.{4})(?!$)", "$1 ")),
            new Row("Its firmware can", "tell its free memory, have several key domains"),
            new Row("Key domain 0", "key check value 4BB06F8E4E3A7715, of 1 share")),
        people().subList(0, 2));
  }

  private static RecordSheet record() {
    List<RecordSheet.Step> steps = new ArrayList<>();
    steps.add(
        new RecordSheet.Step(
            "1",
            "Roll call",
            "Everybody says who he is and shows a proof of it.",
            List.of(
                new Row("Security officer", "Alex Example"), new Row("Witness", "Sam Beispiel")),
            "entered at the keyboard",
            "Security officer: Alex Example",
            "14:00:12 – 14:04:01",
            "AE",
            false));
    for (int i = 2; i < 22; i++) {
      steps.add(
          new RecordSheet.Step(
              "" + i,
              "Print sheet " + i,
              "The sheet comes out of the printer; take it before anybody else does.",
              List.of(new Row("Sheet", "share-01-copy-1.pdf"), new Row("Hash", HASH.toHex())),
              "done by the program",
              "Custodian 1: Jo Beispiel",
              "14:08:30 – 14:09:00",
              "JB",
              false));
    }
    steps.add(
        new RecordSheet.Step(
            "",
            "Note",
            "",
            List.of(new Row("Note", "Sheet 2 smudged; shredded in front of all.".repeat(30))),
            "",
            "Security officer: Alex Example",
            "14:22:00",
            "AE",
            true));
    return new RecordSheet(
        frame(true),
        "2026-11-21 15:07",
        List.of(new Row("Purpose", "A password for the vault share file, for three custodians.")),
        people(),
        HASH,
        new RecordSheet.Table(
            "What was planned",
            List.of("What", "Value"),
            List.of(
                List.of("Organisation and place", "Example Works, Room 2, Sampletown"),
                List.of("Laptop", "Example 14, offline"))),
        steps,
        List.of(
            new RecordSheet.Table(
                "Files", List.of("File", "SHA-256"), List.of(List.of(FILE, HASH.toHex())))),
        181,
        HASH);
  }

  static ShareSheet share(int bits, int threshold, int custodians, int id, boolean byHand) {
    return new ShareSheet(
        frame(true),
        Samples.share(bits, threshold, custodians, id),
        byHand,
        FILE,
        Optional.empty());
  }
}
