package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.history.PidFilePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The files that a command line names: {@code --pidfile=FILE}, {@code -p FILE}, {@code -pFILE},
 * {@code kill $(cat FILE)}, {@code pkill -F FILE}.
 */
final class NamedFiles {
  private static final String BETWEEN = " \t\n\"'`()<>;|&=,$";

  private final List<String> words = new ArrayList<>();

  NamedFiles(String command) {
    StringTokenizer tokens = new StringTokenizer(command, BETWEEN);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
  }

  /** Whether one of them is this file; of a relative path its end has to do. */
  boolean name(String path) {
    return words.stream().map(NamedFiles::file).anyMatch(file -> same(file, path));
  }

  private static boolean same(String file, String path) {
    if (file.startsWith("/")) {
      return PidFilePath.place(file).equals(PidFilePath.place(path));
    }
    String end = file;
    while (end.startsWith("./") || end.startsWith("../")) {
      end = end.substring(end.indexOf('/') + 1);
    }
    return (end.contains(".") || end.contains("/")) && path.endsWith("/" + end);
  }

  /** An option may be written together with its argument. */
  private static String file(String word) {
    boolean option = word.length() > 2 && word.charAt(0) == '-' && word.charAt(1) != '-';
    return option && (word.charAt(2) == '/' || word.charAt(2) == '.') ? word.substring(2) : word;
  }

  /** The first that is called as PID files are, or given by an option that is. */
  Optional<String> pidFile() {
    String before = "";
    for (String word : words) {
      String file = file(word);
      boolean option = before.startsWith("-") && asksForPidFile(before);
      if (!file.startsWith("-") && (isPidFile(file) || (option && file.startsWith("/")))) {
        return Optional.of(file);
      }
      before = word;
    }
    return Optional.empty();
  }

  private static boolean asksForPidFile(String option) {
    String lower = option.toLowerCase(Locale.ROOT);
    return lower.contains("pid") && lower.contains("file");
  }

  private static boolean isPidFile(String word) {
    String name = word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".pid")
        || (word.contains("/")
            && (name.equals("pid")
                || name.endsWith("-pid")
                || name.endsWith("_pid")
                || name.contains(".pid.")));
  }
}
