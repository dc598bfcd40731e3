package io.killtrail.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands, and what is said of them. */
final class Commands {
  private Commands() {}

  /** This one and all below it, each before its own. */
  static List<CommandSpec> all(CommandSpec root) {
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    below(root).forEach(each -> all.addAll(all(each)));
    return all;
  }

  static List<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream().map(CommandLine::getCommandSpec).toList();
  }

  /** The words that lead to it, such as {@code index info}; empty for the root. */
  static String path(CommandSpec command) {
    String name = command.qualifiedName(" ");
    int first = name.indexOf(' ');
    return first < 0 ? "" : name.substring(first + 1);
  }

  /** Such as {@code killtrail-index-info}: the name of its page. */
  static String dashed(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** What it is for, in a line without a full stop. */
  static String header(CommandSpec command) {
    String header =
        lines(command.usageMessage().header()).stream().collect(Collectors.joining(" "));
    return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
  }

  /** What an option or parameter is for, in one line. */
  static String description(CommandLine.Model.ArgSpec argument) {
    return String.join(" ", lines(argument.description())).strip();
  }

  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** Lines as they are printed: {@code %n} breaks one. */
  static List<String> lines(String[] formatted) {
    List<String> lines = new ArrayList<>();
    for (String each : formatted) {
      lines.addAll(List.of(each.replace("%%", "%").split("%n", -1)));
    }
    return lines;
  }
}
