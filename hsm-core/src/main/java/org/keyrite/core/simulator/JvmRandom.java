// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The device's randomness in the form that the JVM's key generators take. */
final class JvmRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final transient RandomGenerator source;

  private JvmRandom(RandomGenerator source) {
    this.source = source;
  }

  static SecureRandom of(RandomGenerator source) {
    return source instanceof SecureRandom secure ? secure : new JvmRandom(source);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
