// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.Bytes;

/**
 * The file of a wrapped key on paper, as codes. It is encrypted under the DKEK, so nothing here is
 * secret by itself.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param label what the key is called
 * @param algorithm kind and size, empty if nobody knows
 * @param id that PKCS #11 shows, in hex
 * @param device serial of the device that the key was on
 * @param keyCheckValue of the key encryption key that it is wrapped under
 * @param fileName the name of the file
 * @param file its content
 */
public record KeySheet(
    SheetFrame frame,
    String label,
    String algorithm,
    String id,
    String device,
    String keyCheckValue,
    String fileName,
    Bytes file)
    implements Sheet {

  /** A file that fits. */
  public KeySheet {
    if (!KeyCode.fits(file)) {
      throw new IllegalArgumentException(file.size() + " bytes");
    }
  }
}
