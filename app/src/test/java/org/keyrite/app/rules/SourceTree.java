// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyrite.app.Checkout;

/** The text files of the checkout; what builds, tests and people leave beside them is not seen. */
final class SourceTree {
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".build", ".idea", ".vscode", "target");

  /**
   * Where {@code ./keyrite rehearse} puts things, at the root only: a package has this name too.
   */
  private static final String REHEARSAL = "rehearsal";

  private SourceTree() {}

  /** A text file: its path from the root of the checkout, with slashes, and what it says. */
  record SourceFile(String path, String text) {
    private static final Pattern COMMENT =
        Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    List<String> lines() {
      return text.lines().toList();
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The same Java source without its comments; string literals stay. */
    String code() {
      return COMMENT
          .matcher(text)
          .replaceAll(found ->
              found.group().startsWith("\"") ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** What stands between quotation marks in a Java source. */
    Stream<String> literals() {
      return LITERAL.matcher(code()).results().map(found -> found.group(1));
    }

    /** "path:line: text" of every line in which the pattern is found. */
    Stream<String> linesWith(Pattern pattern) {
      List<String> lines = lines();
      return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
          .filter(i -> pattern.matcher(lines.get(i)).find())
          .map(i -> path + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
  }

  /** Every text file. */
  static List<SourceFile> all() {
    List<SourceFile> files = new ArrayList<>();
    Path root = Checkout.root();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean notOurs =
                  NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(root);
              return notOurs || folder.equals(root.resolve(REHEARSAL))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile() && !NOT_OURS.contains(file.getFileName().toString())) {
                read(root, file, files);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static void read(Path root, Path file, List<SourceFile> into) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') < 0) {
        into.add(new SourceFile(root.relativize(file).toString().replace('\\', '/'), text));
      }
    } catch (CharacterCodingException notText) {
      // Fonts, pictures and share files: there is no text in them to look at.
      return;
    }
  }

  /** Every Java source. */
  static List<SourceFile> java() {
    return all().stream().filter(file -> file.path().endsWith(".java")).toList();
  }

  /** Every Java source of the program itself, without those of its tests. */
  static List<SourceFile> program() {
    return in("/src/main/java/");
  }

  /** Every Java source whose path contains this. */
  static List<SourceFile> in(String part) {
    return java().stream().filter(file -> file.path().contains(part)).toList();
  }

  /** The paths of the files for which this holds. */
  static List<String> pathsWhere(List<SourceFile> files, Predicate<SourceFile> holds) {
    return files.stream().filter(holds).map(SourceFile::path).toList();
  }
}
