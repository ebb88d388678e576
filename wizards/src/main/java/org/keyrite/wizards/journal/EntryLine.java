// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.StepId;

/**
 * One line of a journal: a JSON object with the line's number, the hash of the line before, the
 * name of the entry and its components by name. The record in the code is the format; there is no
 * second list of members to keep in step with it.
 *
 * @param number from 1
 * @param previous SHA-256 of the raw bytes of the line before; 32 zeros on the first
 * @param entry what happened
 */
record EntryLine(int number, Bytes previous, Entry entry) {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The line without its end. */
  String toText() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("n", number);
      json.writeStringField("previous", previous.toHex());
      json.writeStringField("entry", entry.getClass().getSimpleName());
      for (RecordComponent component : entry.getClass().getRecordComponents()) {
        json.writeFieldName(component.getName());
        write(component.getAccessor().invoke(entry), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Boolean yes -> json.writeBoolean(yes);
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> member :
            map.entrySet().stream().sorted((a, b) -> key(a).compareTo(key(b))).toList()) {
          json.writeStringField(key(member), member.getValue().toString());
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          json.writeString(element.toString());
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }

  private static String key(Map.Entry<?, ?> member) {
    return member.getKey().toString();
  }

  /**
   * Reads a line back.
   *
   * @throws IllegalArgumentException if it is not exactly what {@link #toText} writes
   */
  static EntryLine parse(String text) {
    Map<String, Object> members = members(text);
    Class<?> kind = kind(String.valueOf(members.remove("entry")));
    int number = Integer.parseInt(String.valueOf(members.remove("n")));
    Bytes previous = Bytes.fromHex(String.valueOf(members.remove("previous")));
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = typed(types[i], members.remove(components[i].getName()));
    }
    if (!members.isEmpty()) {
      throw new IllegalArgumentException("unknown members " + members.keySet());
    }
    try {
      return new EntryLine(
          number, previous, (Entry) kind.getDeclaredConstructor(types).newInstance(values));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Class<?> kind(String name) {
    for (Class<?> kind : Entry.class.getPermittedSubclasses()) {
      if (kind.getSimpleName().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no entry " + name);
  }

  private static Object typed(Class<?> type, Object value) {
    if (type == boolean.class && value instanceof Boolean
        || type == Map.class && value instanceof Map
        || type == List.class && value instanceof List) {
      return value;
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + value);
    }
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "Instant" -> instant(text);
      case "StepId" -> StepId.parse(text);
      case "Bytes" -> Bytes.fromHex(text);
      default -> throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + value);
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Map<String, Object> members(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      expect(json, JsonToken.START_OBJECT);
      Map<String, Object> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        members.put(json.currentName(), value(json));
      }
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("more than one object");
      }
      return members;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.nextToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> {
        Map<String, String> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          expect(json, JsonToken.VALUE_STRING);
          map.put(name, json.getText());
        }
        yield map;
      }
      case START_ARRAY -> {
        List<String> list = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          list.add(json.getText());
        }
        yield list;
      }
      default -> throw new IllegalArgumentException("unexpected " + json.currentToken());
    };
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IllegalArgumentException("no " + token);
    }
  }
}
