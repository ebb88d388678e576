// SPDX-License-Identifier: Apache-2.0
/**
 * Stock OpenSC against the simulated device: a pcscd with virtual readers in namespaces of its own,
 * simulated devices in them, and the tools that everybody else uses. Start with {@link
 * org.keyrite.core.stock.StockOpenSc}.
 */
package org.keyrite.core.stock;
