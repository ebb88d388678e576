// SPDX-License-Identifier: Apache-2.0
/** Programs that compare our speed with that of public tools; started by {@code ./bench}. */
package org.keyrite.core.bench;
