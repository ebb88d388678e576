// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;

/**
 * What the rail tells about this laptop.
 *
 * @param clock the time, whatever its zone
 * @param here the zone of the people in the room
 * @param offline whether no network is connected; asked from time to time
 */
public record Laptop(Clock clock, ZoneId here, BooleanSupplier offline) {}
