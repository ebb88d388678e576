// SPDX-License-Identifier: Apache-2.0
/**
 * What a device can be told: one record a command, named after what it does. Each knows its bytes,
 * reads its answer and turns its own status words into problems; begin with {@link
 * org.keyrite.core.command.Command}. Sections are those of the byte reference. All of it was tried
 * with recordings of the emulator pico-hsm and with simulated devices, and is untested on hardware.
 * A command that carries a secret borrows it: the secret stays its owner's.
 */
package org.keyrite.core.command;
