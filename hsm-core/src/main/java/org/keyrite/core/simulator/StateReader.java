// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/** Reads the bytes of a state file; what it yields encodes to the same bytes again. */
final class StateReader {
  /** What problems call such a file. */
  private static final String NAME = "simulated device";

  private StateReader() {}

  static SimulatedState parse(Bytes found) throws ProblemException {
    SimulatedState state;
    try {
      state = whole(found);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException impossible) {
      throw malformed("content");
    }
    if (!StateFormat.encode(state).equals(found)) {
      throw malformed("content");
    }
    return state;
  }

  private static ProblemException malformed(String field) {
    return new Malformed(NAME, field, 0).asException();
  }

  private static SimulatedState whole(Bytes found) throws ProblemException {
    TlvReader file = TlvReader.of(NAME, found);
    TlvReader whole = file.enter(new Tag(StateFormat.WHOLE));
    file.finish();
    if (!whole.next(new Tag(0x80)).equals(StateFormat.MAGIC)) {
      throw malformed("version");
    }
    SimulatedAuthority authority = authority(whole.enter(new Tag(StateFormat.AUTHORITY)));
    Identity identity = identity(whole.enter(new Tag(StateFormat.IDENTITY)), authority);
    Optional<Setup> setup = setup(whole.enter(new Tag(StateFormat.SETUP)));
    StoredFiles files = files(whole.enter(new Tag(StateFormat.FILES)));
    List<KeyDomain> domains = domains(whole.enter(new Tag(StateFormat.DOMAINS)));
    StoredKeys keys =
        whole.hasNext() ? keys(whole.enter(new Tag(StateFormat.KEYS))) : StoredKeys.NONE;
    whole.finish();
    return new SimulatedState(identity, setup, files, keys, domains);
  }

  private static SimulatedAuthority authority(TlvReader reader) throws ProblemException {
    return new SimulatedAuthority(
        hidden(reader, 0x81), hidden(reader, 0x82), LocalDate.parse(text(reader, 0x83)));
  }

  private static Identity identity(TlvReader reader, SimulatedAuthority authority)
      throws ProblemException {
    String serial = text(reader, 0x81);
    Bytes firmware = reader.next(new Tag(0x82));
    return new Identity(
        serial,
        new Firmware(firmware.at(0), firmware.at(1)),
        hidden(reader, 0x83),
        authority,
        reader.next(new Tag(0x84)));
  }

  private static Optional<Setup> setup(TlvReader reader) throws ProblemException {
    if (!reader.hasNext()) {
      return Optional.empty();
    }
    Bytes options = reader.next(new Tag(0x81));
    return Optional.of(new Setup(options.at(0) << 8 | options.at(1), pin(reader), pin(reader)));
  }

  private static Pin pin(TlvReader setup) throws ProblemException {
    TlvReader reader = setup.enter(new Tag(StateFormat.PIN));
    return new Pin(hidden(reader, 0x81), octet(reader, 0x82), octet(reader, 0x83));
  }

  private static StoredFiles files(TlvReader reader) throws ProblemException {
    SortedMap<Integer, Bytes> files = new TreeMap<>();
    while (reader.hasNext()) {
      TlvReader file = reader.enter(new Tag(StateFormat.FILE));
      Bytes identifier = file.next(new Tag(0x81));
      files.put(identifier.at(0) << 8 | identifier.at(1), file.next(new Tag(0x82)));
    }
    return new StoredFiles(files);
  }

  private static StoredKeys keys(TlvReader reader) throws ProblemException {
    SortedMap<Integer, StoredKey> keys = new TreeMap<>();
    while (reader.hasNext()) {
      KeyFormat.read(reader.enter(new Tag(KeyFormat.KEY)), keys::put);
    }
    return new StoredKeys(keys);
  }

  private static List<KeyDomain> domains(TlvReader reader) throws ProblemException {
    List<KeyDomain> domains = new ArrayList<>();
    while (reader.hasNext()) {
      domains.add(domain(reader.enter(new Tag(StateFormat.DOMAIN))));
    }
    return domains;
  }

  private static KeyDomain domain(TlvReader reader) throws ProblemException {
    if (!reader.hasNext()) {
      return new KeyDomain.Undefined();
    }
    Tlv first = reader.next();
    if (first.tag().value() == StateFormat.XKEK) {
      return new KeyDomain.Xkek(
          first.value(), reader.hasNext() ? Optional.of(hidden(reader, 0x83)) : Optional.empty());
    }
    return new KeyDomain.Dkek(
        first.value().at(0),
        octet(reader, 0x82),
        reader.hasNext() ? Optional.of(hidden(reader, 0x83)) : Optional.empty());
  }

  private static Hidden hidden(TlvReader reader, int tag) throws ProblemException {
    return Hidden.of(reader.next(new Tag(tag)));
  }

  private static int octet(TlvReader reader, int tag) throws ProblemException {
    return reader.next(new Tag(tag)).at(0);
  }

  private static String text(TlvReader reader, int tag) throws ProblemException {
    return StateFormat.text(reader.next(new Tag(tag)));
  }
}
