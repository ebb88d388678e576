// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Optional;

/**
 * The sheet of one custodian of a quorum. Folded twice, it shows what it is and who has it, and
 * hides the share.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param content the share; stays the caller's, who closes it
 * @param byHand whether the custodian writes the secret part himself; none of it is printed then
 * @param fileName the name of the share file that these sheets open
 * @param shareFile the share file, when the plan wants it on every sheet, as a second page
 */
public record ShareSheet(
    SheetFrame frame,
    ShareContent content,
    boolean byHand,
    String fileName,
    Optional<ShareFileContent> shareFile)
    implements Sheet {}
