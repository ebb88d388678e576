// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/** A typeface as sheets use it. */
enum Face {
  TEXT("IBMPlexSans-Regular.ttf"),
  MEDIUM("IBMPlexSans-Medium.ttf"),
  STRONG("IBMPlexSans-SemiBold.ttf"),
  MONO("IBMPlexMono-Regular.ttf"),
  MONO_STRONG("IBMPlexMono-Medium.ttf");

  private final String file;

  Face(String file) {
    this.file = file;
  }

  /** The file in the folder of fonts. */
  String file() {
    return file;
  }
}
