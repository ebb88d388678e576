// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Whether the readers on USB carry long commands, as they tell in their descriptors (DWG_Smart-Card
 * CCID revision 1.1, table 5.1-1), where real devices are used. The kernel keeps the descriptors in
 * {@code /sys/bus/usb/devices/*}{@code /descriptors}. Of a CCID interface, a class descriptor of
 * type 0x21 and 54 bytes has at offset 40 the features, four bytes, lowest first:
 *
 * <pre>
 * 0x00010000  exchanges TPDUs: the driver cuts what is long
 * 0x00020000  exchanges short APDUs only
 * 0x00040000  exchanges short and extended APDUs
 * </pre>
 *
 * <p>A reader that says so may still break off a long command; that shows when one is sent. One
 * that is not on USB is not seen.
 *
 * @param usb the folder of devices on USB
 */
public record ReadersCheck(Path usb) implements Check {
  private static final int CLASS_DESCRIPTOR = 0x21;
  private static final int LENGTH = 54;
  private static final int FEATURES = 40;
  private static final int LEVEL = 0x00070000;
  private static final int SHORT_APDU = 0x00020000;

  @Override
  public Finding look(Needs needs) {
    if (!needs.devices()) {
      return new Finding.NotNeeded();
    }
    if (Files.notExists(usb) && Files.isDirectory(usb.getParent().getParent())) {
      return new Finding.Noted("");
    }
    List<String> small = new ArrayList<>();
    int readers = 0;
    try {
      for (Path device : KernelFile.in(usb)) {
        List<Integer> features = features(device.resolve("descriptors"));
        readers += features.size();
        if (features.stream().anyMatch(one -> (one & LEVEL) == SHORT_APDU)) {
          small.add(
              KernelFile.text(device.resolve("product")).orElse(device.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      return new Finding.Fault(new LaptopProblem.NotToBeSeen(usb.toString()));
    }
    if (!small.isEmpty()) {
      return new Finding.Fault(new LaptopProblem.ReadersTooSmall(Finding.names(small)));
    }
    return readers == 0 ? new Finding.Noted("") : new Finding.Fine("");
  }

  /** The features of each reader in the descriptors of a device, which may have several. */
  private static List<Integer> features(Path descriptors) {
    List<Integer> features = new ArrayList<>();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(descriptors);
    } catch (IOException e) {
      // Not a device but one of its interfaces, or pulled just now.
      return features;
    }
    for (int at = 0; at + 1 < bytes.length && bytes[at] != 0; at += bytes[at] & 0xFF) {
      boolean ccid = (bytes[at] & 0xFF) == LENGTH && bytes[at + 1] == CLASS_DESCRIPTOR;
      if (ccid && at + LENGTH <= bytes.length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        features.add(buffer.getInt(at + FEATURES));
      }
    }
    return features;
  }
}
