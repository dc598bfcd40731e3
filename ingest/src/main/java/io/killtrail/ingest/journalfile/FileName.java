package io.killtrail.ingest.journalfile;

import java.nio.file.Path;

/** A file's name as others take it. */
final class FileName {
  private static final String PATTERN = "*?[]{}~\\";
  private static final String PLAIN = "/._-+@:,=";

  private FileName() {}

  /** For {@code journalctl --file}, which takes patterns: glob(3) with GLOB_BRACE. */
  static String pattern(Path file) {
    StringBuilder escaped = new StringBuilder();
    for (char c : file.toAbsolutePath().toString().toCharArray()) {
      escaped.append(PATTERN.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  /** One word for a shell. */
  static String shellWord(String name) {
    boolean plain =
        name.chars()
            .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0);
    return plain ? name : '\'' + name.replace("'", "'\\''") + '\'';
  }
}
