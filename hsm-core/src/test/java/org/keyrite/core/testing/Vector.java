// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/** A JSON object from the test resources. A name that is not there is a defect of the test. */
public record Vector(Map<String, Object> entries) {

  /** The object in this resource. */
  public static Vector file(String resource) throws IOException {
    try (InputStream in = Vector.class.getResourceAsStream(resource);
        JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      return (Vector) value(parser);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          entries.put(name, value(parser));
        }
        yield new Vector(entries);
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getIntValue();
      default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }

  /** Whether there is such an entry. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** An entry of the type that the caller expects. */
  @SuppressWarnings("unchecked")
  public <T> T get(String name) {
    Object value = entries.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return (T) value;
  }

  /** The objects in a list. */
  public List<Vector> list(String name) {
    return get(name);
  }

  /** A number. */
  public int number(String name) {
    return this.<Integer>get(name);
  }

  /** Text. */
  public String text(String name) {
    return get(name);
  }

  /** Bytes written in hex. */
  public Bytes bytes(String name) {
    return Bytes.fromHex(text(name));
  }

  /** Bytes written in hex, as a secret. */
  public Secret secret(String name) {
    return Secret.taking(bytes(name).toByteArray());
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
