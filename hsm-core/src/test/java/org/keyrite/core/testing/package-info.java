// SPDX-License-Identifier: Apache-2.0
/** What the tests of this module share: vectors read from files, seeds, sources of known bytes. */
package org.keyrite.core.testing;
