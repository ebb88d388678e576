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
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.KeyDomainUid;

/**
 * What a visit of a migration hands to the next one ({@code docs/formats/migration.md}): who the
 * two devices are, and every file that belongs to it. All of it is public. It is not signed, since
 * no key of a device may sign it; people read its hash to each other.
 *
 * @param head which migration, and where it was made
 * @param target the device that gets the keys
 * @param source the device that has them
 * @param request the exchange request of the device whose visit it was
 * @param content what else the visit hands over
 */
public record MigrationManifest(
    Head head, Device target, Device source, Listed request, Content content) {
  /** What the file is called. */
  public static final String NAME = "migration.json";

  /** How many bytes tell one migration from another. */
  static final int ID_SIZE = 8;

  static final String FORMAT = "keyrite-migration";
  static final String VERSION = "1";

  /**
   * Which migration it is.
   *
   * @param migration {@link #ID_SIZE} bytes: the ID of the target's exchange key
   * @param ceremony in which the manifest was made
   * @param created when, UTC, ISO 8601
   * @param group the key domain of both
   */
  public record Head(Bytes migration, String ceremony, String created, KeyDomainUid group) {}

  /**
   * One of the two devices.
   *
   * @param serial of the device
   * @param fingerprint SHA-256 of its certificate, as far as it is known
   */
  public record Device(String serial, Optional<Bytes> fingerprint) {}

  /** A file beside the manifest. */
  public record Listed(String file, Bytes sha256) {}

  /** What a visit hands over besides the request of its device. */
  public sealed interface Content {
    /** The visit in which it was made. */
    MigrateVisit visit();
  }

  /**
   * The target offers an exchange key.
   *
   * @param firmware of the target
   * @param places how many numbers of keys are free on it
   * @param memory how many bytes are free on it, or {@link KeyFacts#NONE}
   * @param dkeks check values of the DKEKs that it has, with commas, or {@link KeyFacts#NONE}
   * @param present the keys that it has
   */
  record Offer(String firmware, int places, String memory, String dkeks, List<ListedKey> present)
      implements Content {
    /** Keeps its own copy. */
    Offer {
      present = List.copyOf(present);
    }

    /** What decides which keys the target can get. */
    MigrateTarget target() {
      Set<String> values = dkeks.equals(KeyFacts.NONE) ? Set.of() : Set.of(dkeks.split(", "));
      return new MigrateTarget(firmware, present, values);
    }

    @Override
    public MigrateVisit visit() {
      return MigrateVisit.OFFER;
    }
  }

  /**
   * The source sends the keys.
   *
   * @param offer SHA-256 of the manifest of the offer
   * @param offerRecord last hash of the record of that visit
   * @param keyCheckValue of what the source agreed on, 16 upper-case hex digits
   * @param keys the wrapped keys
   */
  record Sent(Bytes offer, Bytes offerRecord, String keyCheckValue, List<KeyManifest.Backup> keys)
      implements Content {
    /** Keeps its own copy. */
    Sent {
      keys = List.copyOf(keys);
    }

    @Override
    public MigrateVisit visit() {
      return MigrateVisit.SEND;
    }
  }

  /** The visit in which it was made. */
  public MigrateVisit visit() {
    return content.visit();
  }

  /** The keys that are wrapped in the files beside it. */
  public int wrappedKeys() {
    return content instanceof Sent sent ? sent.keys().size() : 0;
  }

  /** The check value of what was agreed on, where something was. */
  public Optional<String> keyCheckValue() {
    return content instanceof Sent sent ? Optional.of(sent.keyCheckValue()) : Optional.empty();
  }

  /** The content of the file. */
  public Bytes encode() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeStringField("version", VERSION);
      json.writeStringField("visit", visit().word());
      json.writeStringField("migration", head.migration().toHex());
      json.writeStringField("ceremony", head.ceremony());
      json.writeStringField("created", head.created());
      json.writeStringField("group", head.group().toHex());
      write(json, "target", target);
      write(json, "source", source);
      json.writeStringField("request", request.file());
      json.writeStringField("requestSha256", request.sha256().toHex());
      switch (content) {
        case Offer offer -> write(json, offer);
        case Sent sent -> write(json, sent);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(JsonGenerator json, String which, Device device) throws IOException {
    json.writeStringField(which + "Serial", device.serial());
    json.writeStringField(which + "Fingerprint", device.fingerprint().map(Bytes::toHex).orElse(""));
  }

  private static void write(JsonGenerator json, Offer offer) throws IOException {
    json.writeStringField("targetFirmware", offer.firmware());
    json.writeStringField("targetPlaces", String.valueOf(offer.places()));
    json.writeStringField("targetMemory", offer.memory());
    json.writeStringField("targetDkeks", offer.dkeks());
    json.writeStringField("count", String.valueOf(offer.present().size()));
    json.writeArrayFieldStart("present");
    for (ListedKey key : offer.present()) {
      json.writeStartObject();
      ManifestKeys.write(json, key);
      json.writeStringField("publicKey", key.fingerprint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Sent sent) throws IOException {
    json.writeStringField("offer", sent.offer().toHex());
    json.writeStringField("offerRecord", sent.offerRecord().toHex());
    json.writeStringField("keyCheckValue", sent.keyCheckValue());
    json.writeStringField("count", String.valueOf(sent.keys().size()));
    json.writeArrayFieldStart("keys");
    for (KeyManifest.Backup key : sent.keys()) {
      ManifestKeys.write(json, key);
    }
    json.writeEndArray();
  }
}
