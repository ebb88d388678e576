// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.bytes.Bytes;

/**
 * What was read of a file.
 *
 * @param content the bytes, maybe none
 * @param isLast whether the device says that the file ends here
 */
public record FilePart(Bytes content, boolean isLast) {}
