// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.text.Font;

/**
 * A font that comes with the program, for JavaFX, which reads fonts from files only: of any other
 * it writes a copy into the folder for temporary files, where it stays when the process is killed.
 * On Linux a font in a jar becomes a file in memory instead (memfd_create(2)), which has no name in
 * any folder and is gone with the process.
 */
final class BundledFont {
  /** {@code MFD_CLOEXEC} of {@code linux/memfd.h}: no program that is started later has it. */
  private static final int CLOSED_FOR_OTHERS = 1;

  /** Any: the size is chosen where a font is used. */
  private static final double SIZE = 18;

  private BundledFont() {}

  /**
   * Loads a font.
   *
   * @throws IllegalStateException if it is none that JavaFX can read
   */
  static Font load(URL font) {
    Font loaded = Font.loadFont(place(font), SIZE);
    if (loaded == null) {
      throw new IllegalStateException("font " + font + " does not load");
    }
    return loaded;
  }

  /** Where JavaFX finds it. */
  private static String place(URL font) {
    boolean inFile = font.getProtocol().equals("file");
    if (inFile || !System.getProperty("os.name").equals("Linux")) {
      return font.toExternalForm();
    }
    // Stays open: JavaFX reads outlines of letters when they are shown first.
    Path file = Path.of("/proc/self/fd", Integer.toString(createInMemory()));
    try (InputStream in = font.openStream();
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toUri().toString();
  }

  /** Makes an empty file in memory and tells the number under which this process has it open. */
  @SuppressWarnings("restricted") // the one native call of this module
  private static int createInMemory() {
    Linker linker = Linker.nativeLinker();
    MethodHandle create =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("memfd_create"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    int number;
    try (Arena arena = Arena.ofConfined()) {
      number = (int) create.invokeExact(arena.allocateFrom("font"), CLOSED_FOR_OTHERS);
    } catch (Throwable e) {
      throw new IllegalStateException("memfd_create could not be called", e);
    }
    if (number < 0) {
      throw new IllegalStateException("memfd_create answered " + number);
    }
    return number;
  }
}
