// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.Codec;

/**
 * A wrapped key in a file, from a manifest or alone, as it is on the disk now. Each file is read
 * once: a stick may answer differently the second time.
 *
 * @param seen which file it is, for the record
 * @param file what is in it
 * @param key what it says about the key
 * @param proof what a copy of a secret key must answer, if a manifest tells
 */
record KeySource(Seen seen, WrappedKeyFile file, ListedKey key, Optional<Proof> proof) {
  /** The state of a key that no device was asked about. */
  static final String IN_FILE = "IN_FILE";

  /**
   * Which file it is. The text is what people read, as with {@link ListedKey}.
   *
   * @param number of the key, from 1
   * @param path of the file
   * @param sha256 of the file
   * @param keyCheckValue of the key encryption key that it is wrapped under
   * @param chosen SHA-256 of the file that people chose: the same, or a manifest
   */
  record Seen(int number, String path, String sha256, String keyCheckValue, String chosen) {
    /** Lists as journals have them. */
    static final Codec<List<Seen>> LIST = new Codec<>(Seen::written, Seen::read);

    private static final int WORDS = 6;

    private static String written(List<Seen> all) {
      return CodeWords.written(all.stream().map(Seen::words));
    }

    private List<String> words() {
      return List.of(IN_FILE, String.valueOf(number), path, sha256, keyCheckValue, chosen);
    }

    private static List<Seen> read(String text) {
      return CodeWords.read(text, WORDS).stream().map(Seen::of).toList();
    }

    private static Seen of(List<String> words) {
      return new Seen(
          Integer.parseInt(words.get(1)), words.get(2), words.get(3), words.get(4), words.get(5));
    }
  }

  /**
   * Reads every key that these files hold or list.
   *
   * @throws ProblemException {@code NotAWrappedKey}, {@code ManifestUnreadable}, {@code
   *     KeyFileChanged} if a file is not what its manifest says, {@code KeyFileRepeated}, and what
   *     reading refuses
   */
  static List<KeySource> read(List<Path> chosen) throws ProblemException {
    List<KeySource> sources = new ArrayList<>();
    for (Path path : chosen) {
      add(path, KeyFolder.read(path), sources);
    }
    return allDifferent(sources);
  }

  /**
   * The keys that one file holds or lists.
   *
   * @param content what was read from it
   * @throws ProblemException what {@link #read} refuses
   */
  static List<KeySource> of(Path path, Bytes content) throws ProblemException {
    List<KeySource> sources = new ArrayList<>();
    add(path, content, sources);
    return allDifferent(sources);
  }

  private static void add(Path path, Bytes content, List<KeySource> sources)
      throws ProblemException {
    if (KeyManifestFile.isOne(content)) {
      readAll(path, content, sources);
    } else {
      sources.add(
          of(
              sources.size() + 1,
              path,
              content,
              content.sha256(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private static List<KeySource> allDifferent(List<KeySource> sources) throws ProblemException {
    Set<String> keys = new HashSet<>();
    for (KeySource source : sources) {
      if (!keys.add(source.identity())) {
        throw new FileProblem.KeyFileRepeated(source.seen().path()).asException();
      }
    }
    return sources;
  }

  /** The same for two wrappings of one key, as far as that can be told. */
  private String identity() {
    if (!key.fingerprint().isEmpty()) {
      return key.fingerprint();
    }
    return file.description().isPresent()
        ? key.id() + " " + key.label()
        : file.blob().encode().toHex();
  }

  private static void readAll(Path path, Bytes content, List<KeySource> sources)
      throws ProblemException {
    KeyManifest manifest = KeyManifestFile.parse(path, content);
    for (KeyManifest.Backup backup : manifest.keys()) {
      Path file = path.resolveSibling(backup.file());
      KeySource source =
          of(
              sources.size() + 1,
              file,
              KeyFolder.read(file),
              content.sha256(),
              Optional.of(backup.key()),
              backup.proof());
      boolean asListed =
          source.seen().sha256().equals(backup.sha256().toHex())
              && source.seen().keyCheckValue().equals(manifest.keyCheckValue())
              && source.key().fingerprint().equals(backup.key().fingerprint());
      if (!asListed) {
        throw new FileProblem.KeyFileChanged(file.toString()).asException();
      }
      sources.add(source);
    }
  }

  private static KeySource of(
      int number,
      Path path,
      Bytes content,
      Bytes chosen,
      Optional<ListedKey> told,
      Optional<Proof> proof)
      throws ProblemException {
    WrappedKeyFile file = WrappedKeyFile.parse(path.toString(), content);
    Seen seen =
        new Seen(
            number,
            path.toString(),
            content.sha256().toHex(),
            file.blob().checkValue().toText(),
            chosen.toHex());
    Optional<KeyDescription> description = file.description();
    ListedKey key =
        new ListedKey(
            IN_FILE,
            number,
            ListedKey.plain(description.map(KeyDescription::label).orElse("")),
            told.map(ListedKey::algorithm).orElseGet(() -> algorithm(file)),
            description.map(KeyDescription::id).map(Bytes::toHex).orElse(""),
            file.publicKey().map(PublicKey::fingerprint).map(Bytes::toHex).orElse(""));
    return new KeySource(seen, file, key, proof);
  }

  /** By its public half, or by the size of what is wrapped if that leaves one kind. */
  private static String algorithm(WrappedKeyFile file) {
    return file.publicKey()
        .map(PublicKey::spec)
        .or(() -> {
          List<KeySpec> kinds = file.blob().possibleKinds();
          return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
        })
        .map(KeySpec::text)
        .orElse("");
  }
}
