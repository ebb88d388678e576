// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.ExchangeProblem.MigrationManifestUnreadable;
import org.keyrite.core.problem.FileProblem.ManifestUnreadable;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads a {@link MigrationManifest}. What is missing, stands twice, is not known or cannot be is
 * named.
 */
final class MigrationManifestFile {
  private static final String SERIAL = "[\\x21-\\x7E]{3,11}";
  private static final String KEY = ".wky";
  private static final String VALUE = "[0-9A-F]{16}";
  private static final String DKEKS = VALUE + "(, " + VALUE + ")*|" + KeyFacts.NONE;
  private static final String ONE_LINE = "\\P{Cntrl}+";

  private MigrationManifestFile() {}

  /**
   * The manifest that these bytes are.
   *
   * @param path for refusals only
   * @throws ProblemException {@link MigrationManifestUnreadable}
   */
  static MigrationManifest parse(String path, Bytes content) throws ProblemException {
    try {
      return parse(ManifestMembers.read(path, content));
    } catch (ProblemException e) {
      throw e.problem() instanceof ManifestUnreadable(String file, String member)
          ? new MigrationManifestUnreadable(file, member).asException()
          : e;
    }
  }

  private static MigrationManifest parse(ManifestMembers whole) throws ProblemException {
    whole.require(whole.text("format", ".*").equals(MigrationManifest.FORMAT), "format");
    whole.require(whole.text("version", ".*").equals(MigrationManifest.VERSION), "version");
    MigrateVisit visit =
        MigrateVisit.valueOf(whole.text("visit", "offer|send").toUpperCase(Locale.ROOT));
    MigrationManifest.Head head =
        new MigrationManifest.Head(
            Bytes.fromHex(
                whole.text("migration", "[0-9a-f]{" + 2 * MigrationManifest.ID_SIZE + "}")),
            whole.text("ceremony", ONE_LINE),
            whole.text("created", ONE_LINE),
            new KeyDomainUid(
                Bytes.fromHex(whole.text("group", "[0-9A-F]{64}").toLowerCase(Locale.ROOT))));
    MigrationManifest.Device target = device(whole, "target", true);
    MigrationManifest.Device source = device(whole, "source", visit == MigrateVisit.SEND);
    whole.require(!target.serial().equals(source.serial()), "sourceSerial");
    MigrationManifest.Listed request =
        new MigrationManifest.Listed(
            named("request", whole, ManifestKeys.file("request", whole), ExchangeRequest.ENDING),
            Bytes.fromHex(whole.text("requestSha256", ManifestKeys.HASH)));
    MigrationManifest.Content content =
        visit == MigrateVisit.OFFER ? offer(whole) : sent(whole, request.file());
    whole.finish();
    return new MigrationManifest(head, target, source, request, content);
  }

  private static MigrationManifest.Device device(
      ManifestMembers whole, String which, boolean isKnown) throws ProblemException {
    String fingerprint =
        whole.text(
            which + "Fingerprint", isKnown ? ManifestKeys.HASH : "(" + ManifestKeys.HASH + ")?");
    return new MigrationManifest.Device(
        whole.text(which + "Serial", SERIAL),
        Optional.of(fingerprint).filter(hex -> !hex.isEmpty()).map(Bytes::fromHex));
  }

  private static MigrationManifest.Offer offer(ManifestMembers whole) throws ProblemException {
    List<ListedKey> present = new ArrayList<>();
    for (ManifestMembers key : whole.list("present")) {
      String fingerprint = key.text("publicKey", "(" + ManifestKeys.HASH + ")?");
      ListedKey listed = ManifestKeys.key(key, fingerprint);
      present.add(listed.in(KeyRestoreWork.PRESENT, listed.number()));
      key.finish();
    }
    requireCount(whole, present.size());
    return new MigrationManifest.Offer(
        whole.text("targetFirmware", "[0-9.]{1,9}"),
        Integer.parseInt(whole.text("targetPlaces", "[0-9]{1,3}")),
        whole.text("targetMemory", "[0-9]{1,12}|" + KeyFacts.NONE),
        whole.text("targetDkeks", DKEKS),
        present);
  }

  private static MigrationManifest.Sent sent(ManifestMembers whole, String request)
      throws ProblemException {
    List<KeyManifest.Backup> keys = new ArrayList<>();
    Set<String> files = new HashSet<>(Set.of(request.toLowerCase(Locale.ROOT)));
    Set<Integer> numbers = new HashSet<>();
    for (ManifestMembers listed : whole.list("keys")) {
      KeyManifest.Backup key = ManifestKeys.backup(listed);
      named("file", whole, key.file(), KEY);
      whole.require(files.add(key.file().toLowerCase(Locale.ROOT)), "file");
      whole.require(numbers.add(key.key().number()), "reference");
      keys.add(key);
    }
    whole.require(!keys.isEmpty(), "keys");
    requireCount(whole, keys.size());
    return new MigrationManifest.Sent(
        Bytes.fromHex(whole.text("offer", ManifestKeys.HASH)),
        Bytes.fromHex(whole.text("offerRecord", ManifestKeys.HASH)),
        whole.text("keyCheckValue", VALUE),
        keys);
  }

  /** Copies of them go in the folder of a ceremony, where nothing else may be called so. */
  private static String named(String member, ManifestMembers whole, String file, String ending)
      throws ProblemException {
    whole.require(file.endsWith(ending), member);
    return file;
  }

  private static void requireCount(ManifestMembers whole, int count) throws ProblemException {
    whole.require(whole.text("count", "[0-9]+").equals(String.valueOf(count)), "count");
  }
}
