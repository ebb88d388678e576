// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;

/**
 * A key that is to be made.
 *
 * @param spec kind and size
 * @param terms how it may be used; for AES a list is needed
 * @param label what it is to be called
 * @param id by which PKCS #11 programs are to know it
 */
public record NewKey(KeySpec spec, KeyTerms terms, KeyLabel label, PkcsId id) {}
