// SPDX-License-Identifier: Apache-2.0
/**
 * The client against the simulated device. Neither was written from the other, so where they agree
 * both have read the public descriptions in the same way; where they do not, the byte reference
 * decides.
 */
package org.keyrite.core.contract;
