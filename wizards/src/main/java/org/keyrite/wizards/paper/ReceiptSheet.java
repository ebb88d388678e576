// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * What a custodian signs for and takes home; nothing on it is secret.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param set the set of sheets
 * @param custodian the name of the custodian, empty where a line to write on belongs
 * @param number the number of the sheet, from 1
 * @param of how many sheets the set has
 * @param threshold how many open it, or 0 where each custodian has a share of his own
 * @param copy the copy number
 * @param bagSerial the serial of the bag or envelope, empty where a line to write on belongs
 */
public record ReceiptSheet(
    SheetFrame frame,
    SetId set,
    String custodian,
    int number,
    int of,
    int threshold,
    int copy,
    String bagSerial)
    implements Sheet {}
