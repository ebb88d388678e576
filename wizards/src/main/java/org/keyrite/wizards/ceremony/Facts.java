// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Public values by name, immutable, in the order in which they became known. */
public final class Facts {
  /** No facts. */
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, String> texts;

  private Facts(Map<String, String> texts) {
    this.texts = Collections.unmodifiableMap(texts);
  }

  /** Facts from their texts, as a journal, a plan or a person wrote them. */
  public static Facts ofTexts(Map<String, String> texts) {
    return new Facts(new LinkedHashMap<>(texts));
  }

  /** The names and texts of all facts. */
  public Map<String, String> texts() {
    return texts;
  }

  /** Whether this fact is known. */
  public boolean has(Fact<?> fact) {
    return texts.containsKey(fact.name());
  }

  /** The value of a fact that must be known. */
  public <T> T get(Fact<T> fact) {
    return find(fact).orElseThrow(() -> new IllegalStateException("unknown fact " + fact));
  }

  /** The value of a fact, if it is known. */
  public <T> Optional<T> find(Fact<T> fact) {
    return Optional.ofNullable(texts.get(fact.name())).map(fact.codec().decode());
  }

  /** These facts and one more. */
  public <T> Facts with(Fact<T> fact, T value) {
    return with(ofTexts(Map.of(fact.name(), fact.codec().encode().apply(value))));
  }

  /** These facts and others, which win where both know a name. */
  public Facts with(Facts others) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.putAll(others.texts);
    return new Facts(all);
  }

  /** These facts without the named ones. */
  public Facts without(Set<String> names) {
    Map<String, String> rest = new LinkedHashMap<>(texts);
    rest.keySet().removeAll(names);
    return new Facts(rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && texts.equals(facts.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
