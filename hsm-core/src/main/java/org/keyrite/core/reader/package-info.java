// SPDX-License-Identifier: Apache-2.0
/**
 * Readers and what is in them. {@link org.keyrite.core.reader.Readers} is what the rest of the
 * program sees, so that simulated devices can stand in for plugged ones; {@link
 * org.keyrite.core.reader.PcscReaders} is the one that speaks to the system's smart card service.
 * {@link org.keyrite.core.reader.ReaderWatch} tells what comes and goes, {@link
 * org.keyrite.core.reader.CardWorker} is the thread on which a device is used. May use {@code
 * apdu}, {@code bytes} and {@code problem}; knows nothing of what is said to a device.
 */
package org.keyrite.core.reader;
