// SPDX-License-Identifier: Apache-2.0
/**
 * Files as a ceremony needs them: {@link org.keyrite.core.file.RegularFile} is read once and never
 * without end, {@link org.keyrite.core.file.KeptFile} is whole and on the disk or not there at all,
 * and {@link org.keyrite.core.file.OwnerOnly} is who may read it. May depend on bytes and problem.
 */
package org.keyrite.core.file;
