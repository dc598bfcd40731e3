package io.killtrail.analyzer.custody;

import io.killtrail.analyzer.custody.CheckedInput.State;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is left of inputs again, and compares it with what was read. */
public final class InputCheck {
  private InputCheck() {}

  /** One result for each place where the input was found. */
  public static List<CheckedInput> of(IndexedInput input) {
    return input.paths().keySet().stream().map(path -> of(input, path)).toList();
  }

  private static CheckedInput of(IndexedInput input, String path) {
    if (input.custody().isEmpty()) {
      return result(input, path, Optional.empty(), new CheckedInput.NoFile());
    }
    Custody read = input.custody().get();
    try {
      Path file = Path.of(path);
      if (begins(file, read)) {
        return result(input, path, Optional.empty(), BlockCheck.of(file, read.blocks()));
      }
      Optional<Path> moved = beside(file, read);
      return moved.isPresent()
          ? result(input, path, moved, BlockCheck.of(moved.get(), read.blocks()))
          : result(input, path, Optional.empty(), lost(file, read));
    } catch (IOException | InvalidPathException e) {
      return result(input, path, Optional.empty(), new CheckedInput.Unreadable(reason(e)));
    }
  }

  private static CheckedInput result(
      IndexedInput input, String path, Optional<Path> at, State state) {
    long length = input.custody().map(custody -> custody.blocks().length()).orElse(0L);
    return new CheckedInput(path, input.digest(), length, at.map(Path::toString), state);
  }

  private static boolean begins(Path file, Custody read) throws IOException {
    return Files.isRegularFile(file)
        && ContentHead.of(file, read.head().length()).equals(read.head());
  }

  /** Where rotation has put it: a file of its directory that begins as it did. */
  private static Optional<Path> beside(Path file, Custody read) throws IOException {
    Optional<Path> directory = Optional.ofNullable(file.getParent()).filter(Files::isDirectory);
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory.get())) {
      for (Path other : files.sorted().toList()) {
        if (Files.isReadable(other) && begins(other, read)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  /** The same file with another beginning was changed; another file is no sign of that. */
  private static State lost(Path file, Custody read) throws IOException {
    if (!Files.exists(file)) {
      return new CheckedInput.Gone(false);
    }
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return Objects.toString(found.fileKey(), "").equals(read.fileKey())
        ? BlockCheck.of(file, read.blocks())
        : new CheckedInput.Gone(true);
  }

  private static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException vanished -> "it vanished while it was read";
      default -> Optional.ofNullable(e.getMessage()).orElse(e.toString());
    };
  }
}
