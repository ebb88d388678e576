// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

/** Something came or went. */
public sealed interface ReaderEvent {

  /** A reader was plugged in. */
  record ReaderArrived(String reader) implements ReaderEvent {}

  /** A reader was unplugged; its device, if any, was told to have left before. */
  record ReaderLeft(String reader) implements ReaderEvent {}

  /** A device was put in a reader. */
  record DeviceArrived(String reader) implements ReaderEvent {}

  /** A device was taken out of a reader. */
  record DeviceLeft(String reader) implements ReaderEvent {}

  /** The system's service does not run; all readers were told to have left before. */
  record ServiceLost() implements ReaderEvent {}

  /** The service runs again. */
  record ServiceBack() implements ReaderEvent {}
}
