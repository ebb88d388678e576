// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Goes through folders and looks at each file that was touched since a ceremony began: written, or
 * put there. Links are not followed, and the folder of the ceremony is left out below another. What
 * may not be looked at is counted.
 */
final class FileSearch {
  private static final Set<String> SYSTEM =
      Set.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "fuse.gvfsd-fuse",
          "fuse.portal",
          "debugfs",
          "tracefs",
          "securityfs",
          "cgroup2");

  private final List<Path> folders;
  private final Search search;
  private final List<Path> found = new ArrayList<>();
  private int files;
  private int closed;

  FileSearch(List<Path> folders, Search search) {
    this.folders = folders;
    this.search = search;
  }

  /** Tells whether a file is what is searched for. */
  @FunctionalInterface
  interface Suspicion {
    /** Of this file, which may be read for the canary. */
    boolean falls(Path file, Canary canary) throws IOException;
  }

  /** The files that are. */
  List<Path> found() {
    return found;
  }

  /** How many files were looked at. */
  int files() {
    return files;
  }

  /** How many files and folders could not be. */
  int closed() {
    return closed;
  }

  void run(Suspicion suspicion) {
    Canary canary = new Canary(search.canaries());
    for (Path folder : folders) {
      try {
        Files.walkFileTree(folder, new Walker(suspicion, canary));
      } catch (IOException e) {
        closed++;
      }
    }
  }

  private final class Walker extends SimpleFileVisitor<Path> {
    private final Suspicion suspicion;
    private final Canary canary;

    Walker(Suspicion suspicion, Canary canary) {
      this.suspicion = suspicion;
      this.canary = canary;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean own = folder.equals(search.folder()) && !folders.contains(folder);
      return own || isOfTheSystem(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** What the system itself pretends to have as files need not end, and no sheet lies there. */
    private boolean isOfTheSystem(Path folder) {
      try {
        return SYSTEM.contains(Files.getFileStore(folder).type());
      } catch (IOException e) {
        // It is counted where it cannot be gone into either.
        return false;
      }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isTouched(file, attributes)) {
        try {
          files++;
          if (suspicion.falls(file, canary)) {
            found.add(file);
          }
        } catch (IOException e) {
          closed++;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // What is gone meanwhile is not left.
      if (Files.exists(file)) {
        closed++;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      closed += e == null ? 0 : 1;
      return FileVisitResult.CONTINUE;
    }

    /** A copy may keep the time of what it was copied from; when it was put there it cannot. */
    private boolean isTouched(Path file, BasicFileAttributes attributes) {
      return isSince(attributes.lastModifiedTime()) || isSince(changed(file));
    }

    private boolean isSince(FileTime time) {
      Instant at = time.toInstant();
      return !at.isBefore(search.since());
    }

    private FileTime changed(Path file) {
      try {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
        // Where the system does not keep it, the file is looked at.
        return FileTime.from(Instant.MAX);
      }
    }
  }
}
