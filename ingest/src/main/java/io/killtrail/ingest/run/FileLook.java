package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.Decompression;
import io.killtrail.ingest.source.FileKey;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
      String key = FileKey.of(found);
      if (key.equals(FileKey.of(path))) {
        Instant modified = found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        return new FileLook(path, found.size(), modified, key, beginning);
      }
      // It was rotated away between two looks: the file that is there now counts.
    }
  }

  private static String beginning(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(ContentHead.LENGTH), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * The file as it was found.
   *
   * @param seen what it was like when it was found to have changed, if it was looked at
   * @throws ReplacedException when another one has taken its place, or it was truncated
   */
  static FileLook at(Found found, Optional<FileLook> seen) throws IOException {
    FileLook look = at(found.path());
    boolean another = found.key().filter(key -> !key.equals(look.key())).isPresent();
    if (another || seen.filter(before -> !look.grewFrom(before)).isPresent()) {
      throw new ReplacedException(found.path());
    }
    return look;
  }

  /**
   * To be called when the file has been opened by its path.
   *
   * @throws ReplacedException when another one has taken its place, which may have been opened
   */
  void checkStillThere() throws IOException {
    if (!at(path).grewFrom(this)) {
      throw new ReplacedException(path);
    }
  }

  /** Whether this is the same file as it was then, or more of it. */
  boolean grewFrom(FileLook then) {
    return key.equals(then.key()) && size >= then.size() && beginning.startsWith(then.beginning());
  }

  /** Whether it lies on disk as it is to be read. */
  boolean isPlain() {
    return Decompression.isPlain(beginning.getBytes(StandardCharsets.ISO_8859_1));
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
