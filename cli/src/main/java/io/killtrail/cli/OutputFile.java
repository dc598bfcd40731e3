package io.killtrail.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears, or is replaced, only when it is complete. */
final class OutputFile {
  /** Writes the content. */
  interface Content {
    void write(Appendable out) throws IOException;
  }

  private OutputFile() {}

  /** Writes UTF-8. Devices and pipes are written straight, links are followed. */
  static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      fill(file, content);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      fill(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      content.write(out);
    }
  }
}
