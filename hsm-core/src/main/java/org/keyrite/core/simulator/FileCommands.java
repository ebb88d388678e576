// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * Elementary files: READ BINARY {@code 00 B1}, UPDATE BINARY {@code 00 D7}, DELETE {@code 00 E4},
 * ENUMERATE OBJECTS {@code 80 58}. P1P2 is a file's identifier, 0000 the current file; whatever
 * file was read or written becomes the current one, which stock OpenSC relies on.
 */
final class FileCommands {
  private FileCommands() {}

  /** What can be read of this file by somebody who may. */
  static Optional<Bytes> content(SimulatedState state, int identifier) {
    return identifier == FileId.DEVICE_CERTIFICATES
        ? Optional.of(state.identity().certificates())
        : state.files().find(identifier);
  }

  /** Whether there is a key of this identifier, the device's own included. */
  static boolean isKey(SimulatedState state, int identifier) {
    return identifier == FileId.DEVICE_KEY || key(state, identifier).isPresent();
  }

  /** The key of this identifier. */
  static Optional<StoredKey> key(SimulatedState state, int identifier) {
    return identifier >> 8 == FileId.KEYS ? state.keys().find(identifier & 0xFF) : Optional.empty();
  }

  static Outcome read(Turn turn) {
    Optional<Integer> file = addressed(turn);
    if (file.isEmpty()) {
      return turn.refuse(Status.NOT_ALLOWED);
    }
    int identifier = file.get();
    if (isKey(turn.state(), identifier)) {
      return turn.refuse(Status.NEVER_ALLOWED);
    }
    Optional<Bytes> content = content(turn.state(), identifier);
    if (content.isEmpty()) {
      return turn.refuse(Status.FILE_NOT_FOUND);
    }
    if (FileId.needsPinToRead(identifier) && !turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    return FileAccess.toRead(turn.apdu().data())
        .map(access -> read(turn.with(turn.session().at(identifier)), content.get(), access))
        .orElse(turn.refuse(Status.WRONG_DATA));
  }

  /** At the very end there is nothing to read, which is no reason to refuse. */
  private static Outcome read(Turn turn, Bytes content, FileAccess access) {
    if (access.offset() > content.size()) {
      return turn.refuse(Status.END_OF_FILE);
    }
    int end = Math.min(content.size(), access.offset() + turn.apdu().le());
    return turn.answer(content.slice(access.offset(), end));
  }

  static Outcome update(Turn turn) {
    Optional<Integer> file = addressed(turn);
    if (file.isEmpty()) {
      return turn.refuse(Status.NOT_ALLOWED);
    }
    int identifier = file.get();
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    boolean hasScratch = turn.state().identity().firmware().hasKeyDomains();
    if (!FileId.isWritable(identifier) || (identifier == FileId.SCRATCH && !hasScratch)) {
      return turn.refuse(Status.NEVER_ALLOWED);
    }
    return FileAccess.toWrite(turn.apdu().data())
        .map(access -> update(turn, identifier, access))
        .orElse(turn.refuse(Status.WRONG_DATA));
  }

  private static Outcome update(Turn turn, int identifier, FileAccess access) {
    Bytes old = turn.state().files().find(identifier).orElse(Bytes.EMPTY);
    if (access.offset() > old.size()) {
      return turn.refuse(Status.WRONG_OFFSET);
    }
    boolean anew = identifier == FileId.SCRATCH && access.offset() == 0;
    Bytes content = anew ? access.data() : overwritten(old, access);
    SimulatedState changed = turn.state().with(turn.state().files().with(identifier, content));
    return changed.fits()
        ? turn.with(changed).with(turn.session().at(identifier)).done()
        : turn.refuse(Status.MEMORY_FULL);
  }

  /**
   * A shorter content does not cut the file: the old end stays, as on a real card. Only the scratch
   * file begins anew, or a short blob behind a long one would have its end.
   */
  private static Bytes overwritten(Bytes old, FileAccess access) {
    int end = Math.min(old.size(), access.offset() + access.data().size());
    return Ber.join(old.slice(0, access.offset()), access.data(), old.slice(end, old.size()));
  }

  /**
   * A file or a key, which leaves its description behind. P1 is 02; P2 may be 80, which leaves
   * collecting the room for later.
   */
  static Outcome delete(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1() != 0x02 || (apdu.p2() != 0x00 && apdu.p2() != 0x80)) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (apdu.data().size() != 2) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    int identifier = apdu.data().at(0) << 8 | apdu.data().at(1);
    if (identifier == FileId.DEVICE_CERTIFICATES || identifier == FileId.DEVICE_KEY) {
      return turn.refuse(Status.NEVER_ALLOWED);
    }
    boolean isKey = key(turn.state(), identifier).isPresent();
    if (!isKey && turn.state().files().find(identifier).isEmpty()) {
      return turn.refuse(Status.FILE_NOT_FOUND);
    }
    SimulatedState left =
        isKey
            ? turn.state().with(turn.state().keys().without(identifier & 0xFF))
            : turn.state().with(turn.state().files().without(identifier));
    boolean isCurrent = turn.session().currentFile().equals(Optional.of(identifier));
    return turn.with(left).with(isCurrent ? turn.session().atNoFile() : turn.session()).done();
  }

  /**
   * Keys, then files. The device key comes first: without it in the list OpenSC takes id 0 for a
   * free one.
   */
  static Outcome enumerate(Turn turn) {
    if (turn.apdu().p1p2() != 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (turn.apdu().data().size() > 0) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    Bytes list = Ber.pair(FileId.DEVICE_KEY);
    for (int key : turn.state().keys().content().keySet()) {
      list = list.plus(Ber.pair(FileId.DEVICE_KEY | key));
    }
    for (int identifier : turn.state().files().content().keySet()) {
      if (FileId.isObject(identifier)) {
        list = list.plus(Ber.pair(identifier));
      }
    }
    return turn.answer(list);
  }

  private static Optional<Integer> addressed(Turn turn) {
    int named = turn.apdu().p1p2();
    return named == 0 ? turn.session().currentFile() : Optional.of(named);
  }
}
