package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A file as it is found; it may grow while it is read.
 *
 * @param size the bytes of it that are read
 * @param key device and inode, as far as the file system has such
 */
record FileLook(Path path, long size, Instant modified, String key) {
  static FileLook at(Path path) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileLook(
        path,
        found.size(),
        found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS),
        Objects.toString(found.fileKey(), ""));
  }

  /** What was read of it; empty of an empty file, which nothing could be recognised by. */
  Optional<Custody> custody(BlockDigests read, Optional<String> grownFrom) throws IOException {
    if (read.length() == 0) {
      return Optional.empty();
    }
    int length = (int) Math.min(ContentHead.LENGTH, read.length());
    return Optional.of(new Custody(ContentHead.of(path, length), read, modified, key, grownFrom));
  }
}
