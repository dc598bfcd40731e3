package io.killtrail.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for zsh, with descriptions, by {@code _arguments}: a function for each command. */
final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef killtrail
      # Completion of killtrail for zsh; made at build time out of the commands themselves.
      """;

  private final CommandSpec root;

  ZshCompletion(CommandSpec root) {
    this.root = root;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    Commands.all(root).forEach(command -> function(command, text));
    return text.append("\n_killtrail \"$@\"\n").toString();
  }

  private static String function(CommandSpec command) {
    return "_" + Commands.dashed(command).replace('-', '_');
  }

  private static void function(CommandSpec command, StringBuilder text) {
    List<CommandSpec> below = Commands.below(command);
    text.append('\n').append(function(command)).append("() {\n");
    if (!below.isEmpty()) {
      text.append("  local context state state_descr line\n  typeset -A opt_args\n");
    }
    String flags = below.isEmpty() ? "-s -S" : "-C";
    text.append("  _arguments ").append(flags);
    Commands.options(command).forEach(each -> option(each, text));
    if (below.isEmpty()) {
      command.positionalParameters().forEach(each -> argument(each, text));
      text.append("\n}\n");
    } else {
      text.append(" \\\n    '1: :->command' '*:: :->rest' && return\n");
      subcommands(below, text);
      text.append("}\n");
    }
  }

  private static void subcommands(List<CommandSpec> below, StringBuilder text) {
    text.append("  case $state in\n    command)\n      local -a commands=(\n");
    for (CommandSpec each : below) {
      String said = each.name() + ":" + Commands.header(each).replace(":", "\\:");
      text.append("        ").append(quoted(said)).append('\n');
    }
    text.append(
        "      )\n      _describe command commands ;;\n    rest)\n      case $line[1] in\n");
    for (CommandSpec each : below) {
      text.append("        ").append(each.name()).append(") ").append(function(each));
      text.append(" ;;\n");
    }
    text.append("      esac ;;\n  esac\n");
  }

  private static void option(OptionSpec option, StringBuilder text) {
    boolean again = option.isMultiValue();
    for (String name : option.names()) {
      String exclusive =
          again ? "*" : "(" + Stream.of(option.names()).collect(Collectors.joining(" ")) + ")";
      boolean value = option.arity().max() > 0;
      String form = value && name.startsWith("--") ? name + "=" : name;
      String said = "[" + inBrackets(FishCompletion.brief(option)) + "]";
      String values = value ? ":" + option.paramLabel() + ":" + action(option) : "";
      text.append(" \\\n    ").append(quoted(exclusive + form + said + values));
    }
  }

  private static void argument(ArgSpec argument, StringBuilder text) {
    String place = argument.arity().max() > 1 ? "*" : "";
    text.append(" \\\n    ")
        .append(quoted(place + ":" + argument.paramLabel() + ":" + action(argument)));
  }

  private static String action(ArgSpec argument) {
    return switch (Choices.of(argument)) {
      case Choices.Words words -> "(" + String.join(" ", words.all()) + ")";
      case Choices.Files files -> "_files";
      case Choices.Directories directories -> "_files -/";
      case Choices.Fields fields ->
          "{compadd -S \"\" -- "
              + String.join(" ", fields.names().stream().map(name -> name + ":").toList())
              + "}";
      case Choices.Unknown unknown -> "";
    };
  }

  private static String inBrackets(String text) {
    return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
