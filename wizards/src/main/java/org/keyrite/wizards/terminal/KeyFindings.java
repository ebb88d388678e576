// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremonies.KeyBackupList;
import org.keyrite.wizards.plan.PlanFile;

/**
 * What is in files of keys: wrapped keys, and the list of a backup. Whether a wrapped key is whole
 * shows only under its key encryption key, so that is not said.
 *
 * @param file where it is
 * @param content what is in it
 */
record KeyFindings(Path file, Bytes content) {
  private static final String WRAPPED = ".wky";
  private static final int SEQUENCE = 0x30;

  /** What is found, if the file is meant as one of these. */
  static Optional<List<Map<String, Object>>> in(Path file, Bytes content) throws ProblemException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    KeyFindings findings = new KeyFindings(file, content);
    if (name.endsWith(WRAPPED)) {
      return Optional.of(List.of(findings.wrapped(WrappedKeyFile.read(file))));
    }
    if (KeyBackupList.isOne(content)) {
      return Optional.of(List.of(findings.list()));
    }
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? Optional.of(List.of(findings.decisions()))
        : Optional.empty();
  }

  /** The same for a wrapped key that is not called so. */
  static Optional<List<Map<String, Object>>> unnamed(Path file, Bytes content) {
    if (content.size() == 0 || (content.at(0) & 0xFF) != SEQUENCE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          List.of(new KeyFindings(file, content).wrapped(WrappedKeyFile.parse(content))));
    } catch (ProblemException somethingElse) {
      return Optional.empty();
    }
  }

  private Map<String, Object> begin(String kind) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("file", file.toString());
    found.put("kind", kind);
    return found;
  }

  private Map<String, Object> wrapped(WrappedKeyFile key) {
    Map<String, Object> found = begin("wrappedKey");
    key.description()
        .ifPresent(told -> {
          found.put("label", told.label());
          found.put("keyId", told.id().toHex());
        });
    found.put("possibleKinds", kinds(key));
    found.put("keyCheckValue", key.blob().checkValue().toText());
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private static String kinds(WrappedKeyFile key) {
    return key.blob().possibleKinds().stream().map(KeySpec::text).collect(Collectors.joining(", "));
  }

  private Map<String, Object> list() throws ProblemException {
    KeyBackupList list = KeyBackupList.read(file);
    Map<String, Object> found = begin("keyBackup");
    found.put("ceremony", list.ceremony());
    found.put("when", list.created());
    found.put("serial", list.device());
    found.put("keyCheckValue", list.keyCheckValue());
    found.put("wrappedKeys", list.keys());
    found.put("leftBehind", list.leftBehind());
    found.put("hash", content.sha256().toHex());
    return found;
  }

  /** What was decided or answered may be secret, so only the words that are answered are told. */
  private Map<String, Object> decisions() throws ProblemException {
    Map<String, Object> found = begin("decisions");
    found.put("decided", String.join(", ", PlanFile.words(file)));
    return found;
  }
}
