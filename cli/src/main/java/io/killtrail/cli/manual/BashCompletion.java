package io.killtrail.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for bash, without the library of bash-completion. The words up to the cursor lead to a
 * command; after an option with a value stand its values, else options, subcommands and arguments.
 */
final class BashCompletion {
  private static final String HEAD =
      """
      # Completion of killtrail for bash; made at build time out of the commands themselves.

      # The command that the words before the cursor lead to: killtrail-index-info.
      _killtrail_command() {
        local command=killtrail word
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case "$command-$word" in
            COMMANDS) command="$command-$word" ;;
          esac
        done
        printf %s "$command"
      }

      _killtrail_words() {
        local word
        COMPREPLY=()
        while IFS= read -r word; do
          COMPREPLY+=("$word")
        done < <(compgen -W "$1" -- "$2")
      }

      _killtrail_paths() {
        local word
        COMPREPLY=()
        while IFS= read -r word; do
          COMPREPLY+=("$word")
        done < <(compgen "$1" -- "$2")
        compopt -o filenames 2>/dev/null
      }

      _killtrail() {
        local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command
        command=$(_killtrail_command)
        # bash takes = for a word of its own: --format=json
        if [ "$current" = "=" ]; then
          current=
        elif [ "$before" = "=" ]; then
          before="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        case "$command $before" in
      """;

  private final List<CommandSpec> commands;

  BashCompletion(List<CommandSpec> commands) {
    this.commands = commands;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD.replace("COMMANDS", subcommands()));
    commands.forEach(command -> values(command, text));
    text.append("  esac\n  case \"$command\" in\n");
    commands.forEach(command -> words(command, text));
    return text.append("  esac\n}\n\ncomplete -F _killtrail killtrail\n").toString();
  }

  private String subcommands() {
    return commands.stream()
        .filter(command -> command.parent() != null)
        .map(Commands::dashed)
        .collect(Collectors.joining(" | "));
  }

  private static void values(CommandSpec command, StringBuilder text) {
    for (OptionSpec option : Commands.options(command)) {
      if (option.arity().max() > 0) {
        String names =
            Stream.of(option.names())
                .map(name -> "'" + Commands.dashed(command) + " " + name + "'")
                .collect(Collectors.joining(" | "));
        text.append("    ").append(names).append(") ");
        text.append(reply(Choices.of(option))).append("; return ;;\n");
      }
    }
  }

  private static void words(CommandSpec command, StringBuilder text) {
    String words =
        Stream.concat(
                Commands.options(command).stream().map(OptionSpec::longestName),
                Commands.below(command).stream().map(CommandSpec::name))
            .collect(Collectors.joining(" "));
    text.append("    ").append(Commands.dashed(command)).append(")\n");
    command.positionalParameters().stream()
        .findFirst()
        .ifPresent(
            parameter ->
                text.append("      case \"$current\" in\n        -*) ;;\n        *) ")
                    .append(reply(Choices.of(parameter)))
                    .append("; return ;;\n      esac\n"));
    text.append("      _killtrail_words '").append(words).append("' \"$current\" ;;\n");
  }

  private static String reply(Choices choices) {
    return switch (choices) {
      case Choices.Words words -> words(words.all());
      case Choices.Files files -> "_killtrail_paths -f \"$current\"";
      case Choices.Directories directories -> "_killtrail_paths -d \"$current\"";
      case Choices.Fields fields ->
          "compopt -o nospace 2>/dev/null; "
              + words(fields.names().stream().map(name -> name + ":").toList());
      case Choices.Unknown unknown -> "COMPREPLY=()";
    };
  }

  private static String words(List<String> words) {
    return "_killtrail_words '" + String.join(" ", words) + "' \"$current\"";
  }
}
