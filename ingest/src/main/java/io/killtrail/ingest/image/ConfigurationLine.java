package io.killtrail.ingest.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/** One line of a configuration file, whatever its syntax. */
final class ConfigurationLine {
  private static final String BETWEEN = " \t=:;,\"'()[]{}<>`|&";

  /** What stands for something else, so that the path is not known. */
  private static final String OPEN = "$%*?\\";

  private static final String SUFFIX = ".pid";

  /** One letter more than the longest word looked for: a line may be long, and all of one word. */
  private static final int LETTERS = 12;

  private ConfigurationLine() {}

  /** The PID files that it names. */
  static List<String> pidFiles(String line) {
    String stripped = line.strip();
    List<String> paths = new ArrayList<>();
    if (comment(stripped)) {
      return paths;
    }
    String before = "";
    StringTokenizer words = new StringTokenizer(stripped, BETWEEN);
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (!word.startsWith("/")) {
        before = last(before + letters(word));
      } else if (known(word) && (word.endsWith(SUFFIX) || saysPidFile(before))) {
        paths.add(word);
        before = "";
      }
    }
    return paths;
  }

  private static boolean comment(String line) {
    return line.startsWith("#") || line.startsWith("//") || line.startsWith(";");
  }

  private static boolean known(String path) {
    return path.length() > 1 && path.chars().noneMatch(c -> OPEN.indexOf(c) >= 0);
  }

  /** {@code pid}, {@code PidFile}, {@code pid-file}, {@code pid_filename}, {@code pid file} ... */
  private static boolean saysPidFile(String words) {
    return words.equals("pid") || words.endsWith("pidfile") || words.endsWith("pidfilename");
  }

  private static String last(String letters) {
    return letters.substring(Math.max(0, letters.length() - LETTERS));
  }

  private static String letters(String word) {
    StringBuilder letters = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z')
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
