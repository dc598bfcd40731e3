package io.killtrail.cli.schedule;

import io.killtrail.reports.model.Told;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a series has told, beside the files of the index: in the first line until when, in each
 * further one the name of a case and its verdict.
 */
final class ToldFile {
  private static final String PREFIX = "killtrail.schedule.";
  private static final int LONGEST_NAME = 64;

  private final Path file;

  private ToldFile(Path file) {
    this.file = file;
  }

  static ToldFile of(Path index, String name) {
    boolean plain =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.chars().allMatch(ToldFile::isPlain);
    if (!plain) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a schedule: letters, digits, '.', '-' and '_' make one");
    }
    return new ToldFile(index.resolve(PREFIX + name));
  }

  private static boolean isPlain(int letter) {
    return letter < 0x80 && (Character.isLetterOrDigit(letter) || "._-".indexOf(letter) >= 0);
  }

  /** Nothing before the first report. */
  Told read() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return Told.NOTHING;
    } catch (CharacterCodingException e) {
      throw damaged(e);
    }
    try {
      Instant until = Instant.parse(lines.getFirst());
      Map<String, String> verdicts = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int space = line.indexOf(' ');
        verdicts.put(line.substring(0, space), line.substring(space + 1));
      }
      return new Told(Optional.of(until), verdicts);
    } catch (DateTimeParseException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw damaged(e);
    }
  }

  private IOException damaged(Exception e) {
    return new IOException(file + " is damaged; remove it, and the next report begins anew", e);
  }

  /**
   * In one step, which a power cut does not divide, so that an interrupted report is made again.
   */
  void write(Told told) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(told.until().orElseThrow().toString());
    told.verdicts().forEach((name, verdict) -> lines.add(name + " " + verdict));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(
          part,
          lines,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException(
          "the report is made, but "
              + file
              + " cannot be written, so that the next one will tell the same again: "
              + e.getMessage(),
          e);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
