// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.problem.ProblemException;

/** Keys as every manifest lists them. */
final class ManifestKeys {
  static final String HASH = "[0-9a-f]{64}";
  static final String HEX = "([0-9a-f]{2})*";

  private ManifestKeys() {}

  /** The members of a wrapped key in a file. */
  static void write(JsonGenerator json, KeyManifest.Backup backup) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", backup.file());
    json.writeStringField("sha256", backup.sha256().toHex());
    write(json, backup.key());
    json.writeStringField("publicKey", backup.key().fingerprint());
    if (backup.proof().isPresent()) {
      Proof proof = backup.proof().get();
      json.writeStringField("proofAlgorithm", proof.algorithm().name());
      json.writeStringField("proofChallenge", proof.challenge().toHex());
      json.writeStringField("proofAnswer", proof.answer().toHex());
    }
    json.writeEndObject();
  }

  /** What it is called, and of which kind it is. */
  static void write(JsonGenerator json, ListedKey key) throws IOException {
    json.writeStringField("label", key.label());
    json.writeStringField("id", key.id());
    json.writeStringField("reference", String.valueOf(key.number()));
    json.writeStringField("algorithm", key.algorithm());
  }

  /** Reads a wrapped key in a file. */
  static KeyManifest.Backup backup(ManifestMembers key) throws ProblemException {
    KeyManifest.Backup backup =
        new KeyManifest.Backup(
            file("file", key),
            Bytes.fromHex(key.text("sha256", HASH)),
            key(key, key.text("publicKey", "(" + HASH + ")?")),
            proof(key));
    key.finish();
    return backup;
  }

  /** A plain name: nothing outside of the folder is read because a list says so. */
  static String file(String member, ManifestMembers listed) throws ProblemException {
    String file = listed.text(member, "[^/\\\\:\\p{Cntrl}]+");
    listed.require(!file.matches("\\.+"), member);
    return file;
  }

  /** Reads what it is called, and of which kind it is. */
  static ListedKey key(ManifestMembers key, String fingerprint) throws ProblemException {
    return new ListedKey(
        "",
        Integer.parseInt(key.text("reference", "[0-9]{1,3}")),
        ListedKey.plain(key.text("label", ".*")),
        key.text("algorithm", "[\\w-]*"),
        key.text("id", HEX),
        fingerprint);
  }

  private static Optional<Proof> proof(ManifestMembers key) throws ProblemException {
    if (!key.has("proofAlgorithm")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Proof(
              Algorithm.valueOf(key.text("proofAlgorithm", "\\w+")),
              Bytes.fromHex(key.text("proofChallenge", HEX)),
              Bytes.fromHex(key.text("proofAnswer", HEX))));
    } catch (IllegalArgumentException e) {
      throw key.unreadable("proofAlgorithm");
    }
  }
}
