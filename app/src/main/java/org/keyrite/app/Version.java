// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/**
 * Which Keyrite this is.
 *
 * @param number the number of the release
 * @param commit the first twelve digits of the commit it was built from, followed by {@code
 *     +changes} where the sources had changes of their own; empty when built outside of git
 */
public record Version(String number, String commit) {

  /** What the build wrote down about itself. */
  public static Version current() {
    Properties written = written();
    return new Version(written.getProperty("number"), written.getProperty("commit"));
  }

  /** The date of this release: no clock that is right shows a time before it. */
  public static Instant made() {
    return Instant.parse(written().getProperty("made"));
  }

  private static Properties written() {
    Properties written = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("built without version.properties");
      }
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  /** The program and its version, as records and sheets name it. */
  public String product() {
    return "Keyrite " + text();
  }

  /** As it is printed: {@code 0.1.0}, with the commit in brackets where it is known. */
  public String text() {
    return commit.isEmpty() ? number : number + " (" + commit + ")";
  }
}
