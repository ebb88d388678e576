// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of a file that grows: a JSON object whose members are all texts, in their order.
 *
 * @param members from name to text
 */
record JsonLine(Map<String, String> members) {
  /** Without members. */
  static final JsonLine NOTHING = new JsonLine(Map.of());

  /** Keeps its own copy. */
  JsonLine {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  JsonLine with(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(name, text);
    return new JsonLine(more);
  }

  /** The line without its end. */
  String toText() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> member : members.entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The object in a line.
   *
   * @throws IllegalArgumentException if it is none, or has anything but texts in it
   */
  static JsonLine parse(String line) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        require(json.nextToken() == JsonToken.VALUE_STRING);
        require(members.put(name, json.getText()) == null);
      }
      require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
      return new JsonLine(members);
    } catch (IOException e) {
      throw new IllegalArgumentException("no line", e);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no line");
    }
  }
}
