// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.SystemProblem.RandomnessStuck;

class RandomSourceTest {

  /** Fills half of what is asked for and gives up. */
  private static final class GivesUp implements RandomSource {
    private byte[] asked;

    @Override
    public String name() {
      return "half";
    }

    @Override
    public void fill(byte[] into) throws ProblemException {
      asked = into;
      Arrays.fill(into, 0, into.length / 2, (byte) 7);
      throw new RandomnessStuck("half").asException();
    }
  }

  @Test
  void wipesWhatWasDrawnWhenTheSourceGivesUp() {
    GivesUp source = new GivesUp();
    assertRefused(new RandomnessStuck("half"), () -> source.secret(32));
    assertArrayEquals(new byte[32], source.asked);
  }

  @Test
  void drawsAsManyBytesAsAsked() throws ProblemException {
    assertEquals(32, new JvmRandom().secret(32).size());
    assertEquals(8, new JvmRandom().bytes(8).size());
    assertEquals(Bytes.EMPTY, new JvmRandom().bytes(0));
  }
}
