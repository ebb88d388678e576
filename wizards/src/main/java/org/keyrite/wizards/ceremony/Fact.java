// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/**
 * A place for a public value.
 *
 * @param name unique in a ceremony
 * @param codec how the journal writes it
 */
public record Fact<T>(String name, Codec<T> codec) implements Slot {
  /** A fact that is text. */
  public static Fact<String> text(String name) {
    return new Fact<>(name, Codec.TEXT);
  }

  /** A fact that is a whole number. */
  public static Fact<Integer> number(String name) {
    return new Fact<>(name, Codec.NUMBER);
  }

  /** A fact that is yes or no. */
  public static Fact<Boolean> yesNo(String name) {
    return new Fact<>(name, Codec.YES_NO);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact<?> fact && name.equals(fact.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
