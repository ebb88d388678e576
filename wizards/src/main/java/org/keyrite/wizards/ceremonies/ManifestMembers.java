// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.ManifestUnreadable;
import org.keyrite.core.problem.ProblemException;

/**
 * The members of a JSON object in a manifest, each to be taken once: texts and lists of objects.
 * Nothing is guessed: what is missing, stands twice or cannot be is named, and what nobody took is
 * refused.
 */
final class ManifestMembers {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String path;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<ManifestMembers>> lists = new LinkedHashMap<>();

  private ManifestMembers(String path) {
    this.path = path;
  }

  /**
   * The one object that a file is.
   *
   * @param path for refusals only
   * @throws ProblemException {@link ManifestUnreadable}
   */
  static ManifestMembers read(String path, Bytes content) throws ProblemException {
    ManifestMembers whole = new ManifestMembers(path);
    try (JsonParser json = JSON.createParser(content.toByteArray())) {
      whole.require(json.nextToken() == JsonToken.START_OBJECT, "{");
      whole.fill(json);
      whole.require(json.nextToken() == null, "}");
    } catch (IOException e) {
      throw whole.unreadable("{");
    }
    return whole;
  }

  private void fill(JsonParser json) throws IOException, ProblemException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      switch (json.nextToken()) {
        case VALUE_STRING -> texts.put(name, json.getText());
        case START_ARRAY -> lists.put(name, objects(json, name));
        case null, default -> throw unreadable(name);
      }
    }
  }

  private List<ManifestMembers> objects(JsonParser json, String name)
      throws IOException, ProblemException {
    List<ManifestMembers> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT, name);
      ManifestMembers one = new ManifestMembers(path);
      one.fill(json);
      list.add(one);
    }
    return list;
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  /** Takes a text, which the whole pattern must match. */
  String text(String name, String pattern) throws ProblemException {
    String text = texts.remove(name);
    require(text != null && text.matches(pattern), name);
    return text;
  }

  /** Takes a list. */
  List<ManifestMembers> list(String name) throws ProblemException {
    List<ManifestMembers> list = lists.remove(name);
    require(list != null, name);
    return list;
  }

  /** Refuses what is left. */
  void finish() throws ProblemException {
    for (String unknown : texts.keySet()) {
      throw unreadable(unknown);
    }
    for (String unknown : lists.keySet()) {
      throw unreadable(unknown);
    }
  }

  void require(boolean holds, String member) throws ProblemException {
    if (!holds) {
      throw unreadable(member);
    }
  }

  ProblemException unreadable(String member) {
    return new ManifestUnreadable(path, member).asException();
  }
}
