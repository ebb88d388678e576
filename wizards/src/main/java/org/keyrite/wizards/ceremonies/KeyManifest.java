// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;

/**
 * What lies beside backed-up keys and says what they are ({@code docs/formats/key-backup.md}). All
 * of it is public.
 *
 * @param ceremony in which it was made
 * @param created when, UTC, ISO 8601
 * @param device serial of the device the keys were on
 * @param keyCheckValue of the key encryption key they are wrapped under
 * @param keys those that were backed up
 * @param leftBehind those that were not
 */
record KeyManifest(
    String ceremony,
    String created,
    String device,
    String keyCheckValue,
    List<Backup> keys,
    List<LeftBehind> leftBehind) {
  /** What the file is called. */
  static final String NAME = "key-backup.json";

  static final String FORMAT = "keyrite-key-backup";
  static final String VERSION = "1";

  /** Keeps its own copies. */
  KeyManifest {
    keys = List.copyOf(keys);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * A key that was backed up.
   *
   * @param file name of its file, in the same folder
   * @param sha256 of that file
   * @param key as it was listed
   * @param proof of a secret key: what it answers, and a copy of it must answer
   */
  record Backup(String file, Bytes sha256, ListedKey key, Optional<Proof> proof) {}

  /** A key that stayed, and why: the state in which it was listed. */
  record LeftBehind(ListedKey key, String why) {}

  /** The content of the file. */
  Bytes encode() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeStringField("version", VERSION);
      json.writeStringField("ceremony", ceremony);
      json.writeStringField("created", created);
      json.writeStringField("device", device);
      json.writeStringField("keyCheckValue", keyCheckValue);
      json.writeStringField("count", String.valueOf(keys.size()));
      json.writeArrayFieldStart("keys");
      for (Backup backup : keys) {
        ManifestKeys.write(json, backup);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("leftBehind");
      for (LeftBehind left : leftBehind) {
        json.writeStartObject();
        ManifestKeys.write(json, left.key());
        json.writeStringField("why", left.why());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
