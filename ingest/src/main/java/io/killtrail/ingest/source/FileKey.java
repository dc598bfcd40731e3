package io.killtrail.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Names a file while it exists, whatever its path: device and inode. */
public final class FileKey {
  private FileKey() {}

  /** Empty where the file system has no such. */
  public static String of(BasicFileAttributes file) {
    return Objects.toString(file.fileKey(), "");
  }

  /** Of the file to which the path leads now. */
  public static String of(Path path) throws IOException {
    return of(Files.readAttributes(path, BasicFileAttributes.class));
  }
}
