// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.file.Path;
import java.time.Clock;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.random.RandomSource;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.Inspection;

/**
 * What the work of a ceremony is done with.
 *
 * @param product program and version, for sheets and the record
 * @param clock tells the time
 * @param folder where the files of this ceremony go
 * @param random where randomness comes from
 * @param cost how slow share files are to open; standard outside the tests
 * @param printer where sheets come out
 * @param devices what is plugged in
 * @param inspection looks at the laptop
 * @param practice whether this is a rehearsal
 */
public record Workplace(
    String product,
    Clock clock,
    Path folder,
    RandomSource random,
    DerivationCost cost,
    Printer printer,
    Devices devices,
    Inspection inspection,
    boolean practice) {}
