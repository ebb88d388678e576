// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * The name of a group of devices, for everybody to compare: public. Whoever lets a device join
 * compares the key domain UID with this sheet.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param label what the key of the group signer is called on its device
 * @param serial the serial number of the device that has it
 * @param uid the key domain UID, {@value #UID_SIZE} bytes
 * @param people who signs
 */
public record GroupSignerSheet(
    SheetFrame frame, String label, String serial, Bytes uid, List<Person> people)
    implements Sheet {
  /** The size of a key domain UID in bytes: a coordinate on brainpoolP256r1. */
  public static final int UID_SIZE = 32;

  /** Keeps its own copy of the list. */
  public GroupSignerSheet {
    people = List.copyOf(people);
    if (uid.size() != UID_SIZE) {
      throw new IllegalArgumentException("a key domain UID has " + UID_SIZE + " bytes");
    }
  }
}
