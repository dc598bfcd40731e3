package io.killtrail.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish: a line for each command, option and argument. */
final class FishCompletion {
  private static final String HEAD =
      """
      # Completion of killtrail for fish; made at build time out of the commands themselves.

      # Whether the words before the cursor lead to this command: -index-info.
      function __killtrail_at
          set -l path ""
          for word in (commandline -opc)[2..-1]
              switch "$path-$word"
                  case COMMANDS
                      set path "$path-$word"
              end
          end
          test "$path" = "$argv[1]"
      end

      complete -c killtrail -f
      """;

  private final List<CommandSpec> commands;

  FishCompletion(List<CommandSpec> commands) {
    this.commands = commands;
  }

  String text() {
    String paths =
        commands.stream()
            .filter(command -> command.parent() != null)
            .map(FishCompletion::path)
            .collect(Collectors.joining(" "));
    StringBuilder text = new StringBuilder(HEAD.replace("COMMANDS", paths));
    commands.forEach(command -> command(command, text));
    return text.toString();
  }

  private static String path(CommandSpec command) {
    return command.parent() == null ? "" : "-" + Commands.path(command).replace(' ', '-');
  }

  private static void command(CommandSpec command, StringBuilder text) {
    String at = "complete -c killtrail -n '__killtrail_at \"" + path(command) + "\"'";
    text.append('\n');
    for (CommandSpec below : Commands.below(command)) {
      text.append(at).append(" -a ").append(below.name());
      text.append(" -d ").append(quoted(Commands.header(below))).append('\n');
    }
    for (OptionSpec option : Commands.options(command)) {
      text.append(at).append(names(option));
      text.append(" -d ").append(quoted(brief(option)));
      text.append(option.arity().max() == 0 ? "" : " -r" + values(Choices.of(option)));
      text.append('\n');
    }
    for (ArgSpec argument : command.positionalParameters()) {
      String values = values(Choices.of(argument));
      if (!values.isEmpty()) {
        text.append(at).append(values).append('\n');
      }
    }
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return names.toString();
  }

  private static String values(Choices choices) {
    return switch (choices) {
      case Choices.Words words -> " -f -a " + quoted(String.join(" ", words.all()));
      case Choices.Files files -> " -F";
      case Choices.Directories directories -> " -f -a '(__fish_complete_directories)'";
      case Choices.Fields fields ->
          " -f -a " + quoted(String.join(" ", fields.names().stream().map(n -> n + ":").toList()));
      case Choices.Unknown unknown -> "";
    };
  }

  /** The first sentence. */
  static String brief(ArgSpec argument) {
    String whole = Commands.description(argument);
    int end = whole.indexOf(". ");
    String first = end < 0 ? whole : whole.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
