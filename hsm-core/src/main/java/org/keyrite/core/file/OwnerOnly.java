// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Rights for the owner alone, where the system knows rights. Sticks do not: FAT, exFAT and NTFS as
 * Linux mounts them have the same rights for all that is on them, and take no others.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<String> WITHOUT_RIGHTS =
      Set.of("vfat", "msdos", "exfat", "fuseblk", "ntfs", "ntfs3");

  private OwnerOnly() {}

  /** With what a file at this path is created. */
  public static FileAttribute<?>[] file(Path path) {
    return attributes(path, FILE);
  }

  /** With what a folder at this path is created. */
  public static FileAttribute<?>[] folder(Path path) {
    return attributes(path, FOLDER);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  /**
   * Takes the rights of all others from a folder that is there already. Where there are no rights
   * nothing is done.
   *
   * @throws ProblemException {@code FolderOfOthers} if it belongs to somebody else, or they cannot
   *     be taken
   */
  public static void narrow(Path folder) throws ProblemException {
    try {
      PosixFileAttributeView view =
          Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (view == null || !knowsRights(Files.getFileStore(folder))) {
        return;
      }
      Set<PosixFilePermission> before = view.readAttributes().permissions();
      if (!isOurs(view)) {
        throw new FileProblem.FolderOfOthers(folder.toString()).asException();
      }
      if (!FOLDER.containsAll(before)) {
        Set<PosixFilePermission> ours = EnumSet.copyOf(before);
        ours.retainAll(FOLDER);
        view.setPermissions(ours);
      }
    } catch (IOException e) {
      throw new FileProblem.FolderOfOthers(folder.toString()).asException();
    }
  }

  private static boolean knowsRights(FileStore store) {
    return store.supportsFileAttributeView(PosixFileAttributeView.class)
        && !WITHOUT_RIGHTS.contains(store.type());
  }

  /** An administrator could change what is not his. */
  private static boolean isOurs(PosixFileAttributeView view) throws IOException {
    Optional<String> user = ProcessHandle.current().info().user();
    String owner = view.getOwner().getName();
    return user.isEmpty() || user.get().equals(owner);
  }
}
