package io.killtrail.cli.session;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears, or is replaced, only when it is complete. */
public final class OutputFile {
  /** Writes the content. */
  public interface Content {
    void write(Appendable out) throws IOException;
  }

  /** Writes what is no text. */
  public interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  private OutputFile() {}

  /** Writes UTF-8. Devices and pipes are written straight, links are followed. */
  public static void write(Path file, Content content) throws IOException {
    writeBytes(file, out -> fill(out, content));
  }

  /** Writes bytes, as {@link #write}. */
  public static void writeBytes(Path file, Bytes content) throws IOException {
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

  private static void fill(Path file, Bytes content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.write(out);
    }
  }

  private static void fill(OutputStream bytes, Content content) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    content.write(out);
    out.flush();
  }
}
