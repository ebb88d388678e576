// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.problem.FileProblem.ManifestUnreadable;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads a {@link KeyManifest}. Nothing is guessed: what is missing, stands twice or cannot be is
 * named, and a member that is not known is refused.
 */
final class KeyManifestFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String HASH = "[0-9a-f]{64}";
  private static final String HEX = "([0-9a-f]{2})*";

  private final String path;

  private KeyManifestFile(String path) {
    this.path = path;
  }

  /** Whether a file says that it is one. */
  static boolean isOne(Bytes content) {
    return content.size() > 0 && content.at(0) == '{';
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException {@link ManifestUnreadable}, {@code FileMissing}, {@code
   *     FileUnreadable}
   */
  static KeyManifest read(Path path) throws ProblemException {
    return new KeyManifestFile(path.toString()).parse(KeyFolder.read(path));
  }

  private KeyManifest parse(Bytes content) throws ProblemException {
    Members whole;
    try (JsonParser json = JSON.createParser(content.toByteArray())) {
      require(json.nextToken() == JsonToken.START_OBJECT, "{");
      whole = object(json);
      require(json.nextToken() == null, "}");
    } catch (IOException e) {
      throw unreadable("{");
    }
    require(whole.text("format", ".*").equals(KeyManifest.FORMAT), "format");
    require(whole.text("version", ".*").equals(KeyManifest.VERSION), "version");
    List<KeyManifest.Backup> keys = new ArrayList<>();
    for (Members key : whole.list("keys")) {
      keys.add(backup(key));
    }
    List<KeyManifest.LeftBehind> left = new ArrayList<>();
    for (Members key : whole.list("leftBehind")) {
      left.add(new KeyManifest.LeftBehind(key(key, ""), key.text("why", "\\w+")));
      key.finish();
    }
    require(whole.text("count", "[0-9]+").equals(String.valueOf(keys.size())), "count");
    KeyManifest manifest =
        new KeyManifest(
            whole.text("ceremony", ".*"),
            whole.text("created", ".*"),
            whole.text("device", ".*"),
            whole.text("keyCheckValue", "[0-9A-F]{16}"),
            keys,
            left);
    whole.finish();
    return manifest;
  }

  private KeyManifest.Backup backup(Members key) throws ProblemException {
    // A plain name: nothing outside of the folder is read because a list says so.
    String file = key.text("file", "[^/\\\\:\\p{Cntrl}]+");
    require(!file.matches("\\.+"), "file");
    KeyManifest.Backup backup =
        new KeyManifest.Backup(
            file,
            Bytes.fromHex(key.text("sha256", HASH)),
            key(key, key.text("publicKey", "(" + HASH + ")?")),
            proof(key));
    key.finish();
    return backup;
  }

  private static ListedKey key(Members key, String fingerprint) throws ProblemException {
    return new ListedKey(
        "",
        Integer.parseInt(key.text("reference", "[0-9]{1,3}")),
        ListedKey.plain(key.text("label", ".*")),
        key.text("algorithm", "[\\w-]*"),
        key.text("id", HEX),
        fingerprint);
  }

  private Optional<Proof> proof(Members key) throws ProblemException {
    if (!key.texts.containsKey("proofAlgorithm")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Proof(
              Algorithm.valueOf(key.text("proofAlgorithm", "\\w+")),
              Bytes.fromHex(key.text("proofChallenge", HEX)),
              Bytes.fromHex(key.text("proofAnswer", HEX))));
    } catch (IllegalArgumentException e) {
      throw unreadable("proofAlgorithm");
    }
  }

  private Members object(JsonParser json) throws IOException, ProblemException {
    Members members = new Members();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      switch (json.nextToken()) {
        case VALUE_STRING -> members.texts.put(name, json.getText());
        case START_ARRAY -> members.lists.put(name, list(json, name));
        case null, default -> throw unreadable(name);
      }
    }
    return members;
  }

  private List<Members> list(JsonParser json, String name) throws IOException, ProblemException {
    List<Members> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT, name);
      list.add(object(json));
    }
    return list;
  }

  /** The members of an object, each to be taken once. */
  private final class Members {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Members>> lists = new LinkedHashMap<>();

    private String text(String name, String pattern) throws ProblemException {
      String text = texts.remove(name);
      require(text != null && text.matches(pattern), name);
      return text;
    }

    private List<Members> list(String name) throws ProblemException {
      List<Members> list = lists.remove(name);
      require(list != null, name);
      return list;
    }

    private void finish() throws ProblemException {
      for (String unknown : texts.keySet()) {
        throw unreadable(unknown);
      }
      for (String unknown : lists.keySet()) {
        throw unreadable(unknown);
      }
    }
  }

  private void require(boolean holds, String member) throws ProblemException {
    if (!holds) {
      throw unreadable(member);
    }
  }

  private ProblemException unreadable(String member) {
    return new ManifestUnreadable(path, member).asException();
  }
}
