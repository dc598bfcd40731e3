package io.killtrail.cli.manual;

import io.killtrail.analyzer.index.SearchField;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page of one command. */
final class ManPage {
  private static final String EXPECT = "--expect";

  private final CommandSpec command;
  private final Roff roff;

  ManPage(CommandSpec command, String version, String date) {
    this.command = command;
    this.roff = new Roff(Commands.dashed(command), date, "killtrail " + version);
  }

  String text() {
    roff.section("Name");
    roff.paragraph(Commands.dashed(command) + " - " + Commands.header(command));
    roff.section("Synopsis");
    roff.paragraph(synopsis());
    description();
    parameters();
    options();
    commands();
    if (Commands.path(command).equals("search")) {
      fields();
    }
    if (Commands.options(command).stream().anyMatch(each -> each.longestName().equals(EXPECT))) {
      ExpectPart.write(roff);
    }
    footer();
    if (Commands.path(command).isEmpty()) {
      Surroundings.write(roff);
    }
    seeAlso();
    return roff.text();
  }

  private String synopsis() {
    String synopsis = command.commandLine().getHelp().synopsis(0);
    return Ansi.OFF.string(synopsis).replaceAll("\\s+", " ").strip();
  }

  private void description() {
    List<String> lines =
        Commands.lines(command.usageMessage().description()).stream()
            .filter(line -> !line.isBlank())
            .toList();
    if (!lines.isEmpty()) {
      roff.section("Description");
      lines.forEach(roff::paragraph);
    }
  }

  private void parameters() {
    List<PositionalParamSpec> parameters = command.positionalParameters();
    if (!parameters.isEmpty()) {
      roff.section("Arguments");
      parameters.forEach(each -> roff.term(each.paramLabel(), Commands.description(each)));
    }
  }

  private void options() {
    roff.section("Options");
    Commands.options(command).stream()
        .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
        .forEach(each -> roff.term(names(each), Commands.description(each)));
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
  }

  private void commands() {
    List<CommandSpec> below = Commands.below(command);
    if (!below.isEmpty()) {
      roff.section("Commands");
      below.forEach(each -> roff.term(page(each), Commands.header(each)));
    }
  }

  private void fields() {
    roff.section("Fields");
    roff.paragraph(
        "A query is made of FIELD:VALUE, AND, OR, NOT and brackets. Values with blanks, slashes or"
            + " colons stand in quotation marks. In text, * stands for any letters, ? for one.");
    for (SearchField field : SearchField.all()) {
      roff.term(field.name() + " (" + field.type().label() + ")", field.meaning());
      if (!field.values().isEmpty()) {
        roff.more("One of: " + String.join(", ", field.values()));
      }
      roff.more("Example: " + field.example());
    }
  }

  /** A line that ends in a colon heads those below it. */
  private void footer() {
    List<String> below = new ArrayList<>();
    for (String line : Commands.lines(command.usageMessage().footer())) {
      if (line.endsWith(":") && !line.startsWith(" ")) {
        flush(below);
        roff.section(line.substring(0, line.length() - 1));
      } else if (!line.isBlank()) {
        below.add(line);
      }
    }
    flush(below);
  }

  private void flush(List<String> lines) {
    if (!lines.isEmpty()) {
      roff.verbatim(lines);
      lines.clear();
    }
  }

  private void seeAlso() {
    List<String> pages =
        Commands.all(command.root()).stream()
            .filter(other -> !other.equals(command))
            .filter(other -> related(other))
            .map(ManPage::page)
            .toList();
    roff.section("See also");
    roff.paragraph(String.join(", ", pages) + ", ausearch(8), auditctl(8), journalctl(1)");
  }

  /** Those of the same level, the one above, and those below. */
  private boolean related(CommandSpec other) {
    return command.parent() == null
        ? other.parent() != null
        : other.equals(command.root()) || command.parent().equals(other.parent());
  }

  private static String page(CommandSpec command) {
    return Commands.dashed(command) + "(1)";
  }
}
