// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.file.OwnerOnly;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/**
 * {@code rehearsal-secrets.yaml}: what the made-up people keep to themselves, for whoever wants to
 * try other tools on what a rehearsal made. Readable by its owner alone.
 *
 * <pre>
 * quorum: {prime: "hex", threshold: t, shares: [{id: 1, value: "hex"}, ...]}
 * shares: [{file: "name", password: "text"}, ...]
 * devices: [{serial: "text", userPin: "text", soPin: "hex"}, ...]
 * </pre>
 *
 * The lines for which there is something. Hex has the width of the prime and no colons.
 */
public final class RehearsalSecrets {
  /** What the file is called. */
  public static final String NAME = "rehearsal-secrets.yaml";

  private static final int MOST = 99;
  private static final int ROOM = 65_536;

  private final byte[] text = new byte[ROOM];
  private int size;

  private RehearsalSecrets() {}

  /**
   * Writes the file of a rehearsal that has ended.
   *
   * @param facts what was known at its end
   */
  public static void write(CeremonyFolder folder, Facts facts) throws ProblemException {
    RehearsalSecrets secrets = new RehearsalSecrets();
    try {
      secrets.quorum(folder, facts);
      secrets.passwords(facts);
      secrets.pins(facts);
      secrets.save(folder.path().resolve(NAME));
    } finally {
      Arrays.fill(secrets.text, (byte) 0);
    }
  }

  private void quorum(CeremonyFolder folder, Facts facts) throws ProblemException {
    List<ShareContent> shares = new ArrayList<>();
    try {
      for (int i = 1; i <= MOST; i++) {
        Optional<String> sheet = facts.find(RehearsalDesk.savedSheet(i));
        if (sheet.isPresent()) {
          collect(folder.sheets().resolve(sheet.get()), shares);
        }
      }
      if (shares.isEmpty()) {
        return;
      }
      Bytes prime = shares.getFirst().prime();
      int threshold = shares.getFirst().threshold();
      add("quorum: {prime: \"" + prime.toHex() + "\", threshold: " + threshold + ", shares: [");
      for (ShareContent share : shares) {
        add((share == shares.getFirst() ? "" : ", ") + "{id: " + share.id() + ", value: \"");
        share.value().use(this::addHex);
        add("\"}");
      }
      add("]}\n");
    } finally {
      shares.forEach(ShareContent::close);
    }
  }

  private static void collect(Path sheet, List<ShareContent> shares) throws ProblemException {
    for (SheetPayload payload : new SheetReader().read(sheet)) {
      if (payload instanceof ShareContent share) {
        shares.add(share);
      } else {
        payload.close();
      }
    }
  }

  private void passwords(Facts facts) {
    boolean begun = false;
    for (int i = 1; i <= MOST; i++) {
      Optional<String> file = facts.find(Fact.text("shareFile[" + i + "].name"));
      if (file.isPresent()) {
        add((begun ? ", " : "shares: [") + "{file: \"" + file.get() + "\", password: \"");
        try (Secret password = MadeUpPassphrase.of(i)) {
          password.use(this::add);
        }
        add("\"}");
        begun = true;
      }
    }
    if (begun) {
      add("]\n");
    }
  }

  private void pins(Facts facts) {
    boolean begun = false;
    for (int i = 1; i <= MOST; i++) {
      Optional<String> serial = facts.find(Fact.text("device[" + i + "].serial"));
      if (serial.isPresent()) {
        add((begun ? ", " : "devices: [") + "{serial: \"" + serial.get() + "\", userPin: \"");
        add(Pin.USER, i);
        add("\", soPin: \"");
        add(Pin.SO, i);
        add("\"}");
        begun = true;
      }
    }
    if (begun) {
      add("]\n");
    }
  }

  private void add(Pin which, int device) {
    try (Secret pin = MadeUpPin.of(which, device)) {
      pin.use(this::add);
    }
  }

  private void add(String open) {
    add(open.getBytes(StandardCharsets.UTF_8));
  }

  private Void add(byte[] bytes) {
    System.arraycopy(bytes, 0, text, size, bytes.length);
    size += bytes.length;
    return null;
  }

  private Void addHex(byte[] bytes) {
    for (byte b : bytes) {
      text[size++] = (byte) Character.forDigit(b >> 4 & 0xF, 16);
      text[size++] = (byte) Character.forDigit(b & 0xF, 16);
    }
    return null;
  }

  private void save(Path file) throws ProblemException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // A direct buffer of the channel's own would keep a copy; this one is ours to wipe.
    ByteBuffer room = ByteBuffer.allocateDirect(size).put(text, 0, size).flip();
    try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.file(file))) {
      while (room.hasRemaining()) {
        channel.write(room);
      }
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
          .asException();
    } finally {
      room.clear();
      while (room.hasRemaining()) {
        room.put((byte) 0);
      }
    }
  }
}
