// SPDX-License-Identifier: Apache-2.0
/**
 * Messages of ISO 7816-4 and the way they go. {@link org.keyrite.core.apdu.CardChannel} is bytes to
 * bytes, so that a card in a reader, a simulated device and a recording are all the same to whoever
 * sends; {@link org.keyrite.core.apdu.CommandApdu} and {@link org.keyrite.core.apdu.ResponseApdu}
 * are what the bytes say, and wipe what they held. Knows nothing of any device. May use {@code
 * bytes}, {@code tlv} and {@code problem}.
 */
package org.keyrite.core.apdu;
