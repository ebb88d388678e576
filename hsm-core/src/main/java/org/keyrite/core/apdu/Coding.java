// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

/** What a reader can carry: APDUs of either length, or short ones only. */
public enum Coding {
  /** Up to 255 bytes of data and 256 of answer. */
  SHORT,
  /** Up to 65535 bytes of data and 65536 of answer; short ones are still written short. */
  EXTENDED
}
