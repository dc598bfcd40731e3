package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A file as it is found; while it is read it may grow, and its path may come to lead to another.
 *
 * @param size the bytes of it that are read
 * @param beginning its first bytes, at most {@link ContentHead#LENGTH}, one char a byte
 * @param key device and inode, as far as the file system has such
 */
record FileLook(Path path, long size, Instant modified, String key, String beginning) {
  static FileLook at(Path path) throws IOException {
    while (true) {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      String beginning = found.isRegularFile() ? beginning(path) : "";
      String key = key(found);
      if (key.equals(key(Files.readAttributes(path, BasicFileAttributes.class)))) {
        Instant modified = found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        return new FileLook(path, found.size(), modified, key, beginning);
      }
      // It was rotated away between two looks: the file that is there now counts.
    }
  }

  private static String key(BasicFileAttributes found) {
    return Objects.toString(found.fileKey(), "");
  }

  private static String beginning(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(ContentHead.LENGTH), StandardCharsets.ISO_8859_1);
    }
  }

  /** What was read of it; empty of an empty file, which nothing could be recognised by. */
  Optional<Custody> custody(BlockDigests read, Optional<String> grownFrom) {
    if (read.length() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Custody(head(read.length()), read, modified, key, grownFrom));
  }

  /** By what it is recognised when so much of it was read. */
  ContentHead head(long read) {
    int length = (int) Math.min(beginning.length(), read);
    return ContentHead.of(beginning.substring(0, length).getBytes(StandardCharsets.ISO_8859_1));
  }
}
