// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.bytes.Bytes;

/**
 * A connection to one device, as long as it is neither taken out nor reset. After that every
 * command is refused with {@code DeviceGone}, also when the same device, or another, is in the
 * reader again. Used by one thread at a time.
 */
public interface CardSession extends CardChannel, AutoCloseable {
  /** What the device said when it was switched on. Never decides what it is. */
  Bytes answerToReset();

  /** Resets the device, which locks it, and lets go of it. Closing twice does no harm. */
  @Override
  void close();
}
