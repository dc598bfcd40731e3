package io.killtrail.reports.redact;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line of text: audit records in all their forms, fields of the journal's export, what programs
 * log. Fields are told by {@code NAME=}; quotes and hexadecimal digits of their values are kept.
 */
final class FieldLine {
  private static final String NAME = "(?<name>[A-Za-z_][\\w.-]*(?:\\[[0-9]+])?)=";
  private static final String VALUE = "(?<value>\"[^\"]*\"|[^\\s'\"\\x1d,)}]+)";

  /** An argument of an EXECVE record, which ausearch -i prints without quotes. */
  private static final String ARGUMENT =
      "\\b(?<number>a[0-9]+(?:\\[[0-9]+])?)="
          + "(?<argument>\"[^\"]*\"|.*?)(?=\\s+a[0-9]+(?:\\[[0-9]+])?=|\\s*$|\\x1d)";

  /**
   * A command line that is neither quoted nor in hexadecimal digits: up to the end of the line or
   * to the field behind it (ausearch -i, the export form, sudo, cron, systemctl status).
   */
  private static final String COMMAND =
      "(?<before>\\b(?:proctitle|[A-Z_]*CMDLINE|COMMAND|cmd|Exec[A-Za-z]+)=|\\bCMD \\("
          + "|[\\u251c\\u2514]\\u2500 ?[0-9]+ )(?![\"]|(?:[0-9A-F]{2})+(?:[\\s']|$))(?<line>.*?)"
          + "(?=\\s+(?:exe|terminal|hostname|addr|res|grantors)=|\\)$|\\s\\((?:code|core)=|$|\\x1d)";

  private static final Pattern FIELD = Pattern.compile(COMMAND + "|" + NAME + VALUE);
  private static final Pattern OF_EXECVE = Pattern.compile(ARGUMENT + "|" + NAME + VALUE);
  private static final Pattern EXECVE = Pattern.compile("\\bargc=[0-9]");

  private FieldLine() {}

  static String rewrite(String line, Values values) {
    values.line(line);
    return EXECVE.matcher(line).find()
        ? Matches.replace(OF_EXECVE, line, found -> execve(found, values), values::prose)
        : Matches.replace(FIELD, line, found -> any(found, values), values::prose);
  }

  private static String execve(MatchResult found, Values values) {
    Optional<String> number = Optional.ofNullable(found.group("number"));
    return number
        .map(name -> field(name, found.group("argument"), "execve", values))
        .orElseGet(() -> field(found.group("name"), found.group("value"), "", values));
  }

  private static String any(MatchResult found, Values values) {
    Optional<String> command = Optional.ofNullable(found.group("before"));
    return command
        .map(before -> before + values.command(found.group("line")))
        .orElseGet(() -> field(found.group("name"), found.group("value"), "", values));
  }

  private static String field(String name, String value, String within, Values values) {
    FieldKind kind = FieldKind.of(name, within);
    if (value.startsWith("\"") && value.endsWith("\"") && value.length() > 1) {
      String inner = value.substring(1, value.length() - 1);
      return name + "=\"" + values.value(kind, inner) + '"';
    }
    return name + "=" + bare(kind, value, values);
  }

  /** One that is a number or word stays one, if it is not to be replaced. */
  private static String bare(FieldKind kind, String value, Values values) {
    return HexText.decode(value)
        .map(
            text -> {
              String then = values.value(kind, text);
              return then.equals(text) ? value : HexText.encode(then);
            })
        .orElseGet(() -> values.value(kind, value));
  }
}
