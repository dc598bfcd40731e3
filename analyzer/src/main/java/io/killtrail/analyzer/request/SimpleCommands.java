package io.killtrail.analyzer.request;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The commands that a command line runs one after the other, as far as its text shows: {@code sh -c
 * cd /; systemctl stop appd} has two. Records keep no quotes, so these count as blanks.
 */
final class SimpleCommands {
  private static final String BLANKS = " \t'\"";
  private static final String SEPARATORS = ";&|()`\n\r";

  private SimpleCommands() {}

  /** Each command as its words. */
  static List<List<String>> of(String commandLine) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(commandLine, BLANKS + SEPARATORS, true);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      if (SEPARATORS.contains(token)) {
        commands.add(List.copyOf(words));
        words.clear();
      } else if (!BLANKS.contains(token)) {
        words.add(token);
      }
    }
    commands.add(List.copyOf(words));
    return commands;
  }
}
