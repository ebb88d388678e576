// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import java.security.SecureRandom;

/** The runtime's own generator, seeded by the operating system. */
public final class JvmRandom implements RandomSource {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String name() {
    return "jvm";
  }

  @Override
  public void fill(byte[] into) {
    random.nextBytes(into);
  }
}
