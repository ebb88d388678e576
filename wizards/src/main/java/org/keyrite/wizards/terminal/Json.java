// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Results for scripts: an object, or a list of objects, of texts, numbers, truth values and lists
 * of objects or texts.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Objects as a member of an object. */
  record JsonList(List<Map<String, Object>> objects) {}

  /** Texts as a member of an object. */
  record TextList(List<?> texts) {}

  static String of(Map<String, ?> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(object, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static String of(List<? extends Map<String, ?>> objects) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartArray();
      for (Map<String, ?> object : objects) {
        write(object, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Map<String, ?> object, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, ?> member : object.entrySet()) {
      json.writeFieldName(member.getKey());
      write(member.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Boolean yes -> json.writeBoolean(yes);
      case Integer number -> json.writeNumber(number);
      case JsonList parts -> {
        json.writeStartArray();
        for (Map<String, Object> part : parts.objects()) {
          write(part, json);
        }
        json.writeEndArray();
      }
      case TextList parts -> {
        json.writeStartArray();
        for (Object part : parts.texts()) {
          json.writeString(part.toString());
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }
}
