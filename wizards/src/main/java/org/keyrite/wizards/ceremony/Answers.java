// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Map;
import org.keyrite.core.bytes.Secret;

/**
 * What a person entered for an {@link Ask}. Whoever is handed the answers owns the secrets in them.
 *
 * @param facts the public values, by slot
 * @param secrets the others
 */
public record Answers(Facts facts, Map<SecretSlot, Secret> secrets) implements AutoCloseable {
  /** Keeps its own copy of the map; the secrets are the same. */
  public Answers {
    secrets = Map.copyOf(secrets);
  }

  /** Answers without secrets. */
  public static Answers of(Facts facts) {
    return new Answers(facts, Map.of());
  }

  /** Wipes the secrets. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }
}
