// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.OptionalInt;
import org.keyrite.core.bytes.Bytes;

/**
 * What a device tells about a file.
 *
 * @param size its size in bytes, where the device tells it; zero may mean that it does not know
 * @param proprietary content of tag A5, where keys have their counter and key domain
 */
public record FileControl(OptionalInt size, Bytes proprietary) {}
