package io.killtrail.ingest.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A log's name taken apart: {@code audit.log.2.gz} and {@code audit.log-20261121} belong to {@code
 * audit.log}. Only used for the order within a set.
 *
 * @param directory where it lies
 * @param stem the name of the newest file of the set
 * @param age how long ago it was rotated away, in no unit; 0 for the file that is written to
 */
record RotationName(Path directory, String stem, long age) {
  private static final int LONGEST_COUNT = 6;
  private static final int SHORTEST_DATE = 8;
  private static final int LONGEST_DATE = 14;

  static RotationName of(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String plain = uncompressed(name);
    int digits = plain.length();
    while (digits > 0 && Character.digit(plain.charAt(digits - 1), 10) >= 0) {
      digits--;
    }
    int length = plain.length() - digits;
    char separator = digits > 1 && length > 0 ? plain.charAt(digits - 1) : ' ';
    if (separator == '.' && length <= LONGEST_COUNT) {
      return of(file, plain.substring(0, digits - 1), Long.parseLong(plain.substring(digits)));
    }
    if (separator == '-' && length >= SHORTEST_DATE && length <= LONGEST_DATE) {
      long date = Long.parseLong(plain.substring(digits));
      return of(file, plain.substring(0, digits - 1), Long.MAX_VALUE - date);
    }
    return of(file, plain, 0);
  }

  /** As gzip, xz, zstd and bzip2 name their files. */
  private static String uncompressed(String name) {
    for (String ending : List.of(".gz", ".xz", ".zst", ".zstd", ".bz2")) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private static RotationName of(Path file, String stem, long age) {
    Path parent = file.getParent();
    return new RotationName(parent == null ? file : parent, stem, age);
  }

  /** The name that all files of one set share. */
  Path set() {
    return directory.resolve(stem);
  }
}
