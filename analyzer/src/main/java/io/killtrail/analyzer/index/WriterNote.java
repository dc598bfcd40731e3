package io.killtrail.analyzer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Who writes an index, and since when: kept in a file beside it for those who are refused. It is no
 * lock: that is Lucene's, which the kernel takes away from a process that ends, however it ends.
 */
final class WriterNote {
  private static final String FILE = "killtrail.writer";

  private WriterNote() {}

  /** Only of use to others: where it cannot be written, work goes on. */
  static void write(Path directory, Instant since) {
    String note = ProcessHandle.current().pid() + " " + since.truncatedTo(ChronoUnit.SECONDS);
    try {
      Files.writeString(directory.resolve(FILE), note + "\n");
    } catch (IOException e) {
      remove(directory); // half a note, or that of a process that is dead, would mislead
    }
  }

  static void remove(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(FILE));
    } catch (IOException e) {
      // The next writer replaces it.
    }
  }

  /** Such as {@code " (process 4711, since 2026-11-21T02:22:16Z)"}; empty when nobody knows. */
  static String told(Path directory) {
    try {
      String[] words = Files.readString(directory.resolve(FILE)).strip().split(" ", 2);
      return words.length < 2
          ? ""
          : " (process " + Long.parseLong(words[0]) + ", since " + Instant.parse(words[1]) + ")";
    } catch (IOException | NumberFormatException | DateTimeParseException e) {
      return "";
    }
  }
}
