// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

/**
 * What a device says about its chip.
 *
 * @param free bytes of memory that are free
 * @param platform number of the chip; 0 on pico-hsm
 * @param firmware version of its firmware
 */
public record DeviceMemory(long free, int platform, Firmware firmware) {}
