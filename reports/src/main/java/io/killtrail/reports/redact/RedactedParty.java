package io.killtrail.reports.redact;

import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Victim;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes and PID files of cases with pseudonyms in place of names. */
final class RedactedParty {
  private final RedactedText text;

  RedactedParty(RedactedText text) {
    this.text = text;
  }

  Party of(Party plain) {
    return new Party(
        plain.pid(),
        plain.ppid(),
        plain.comm().map(text::prose),
        plain.exe().map(text::prose),
        plain.command().map(text::command),
        plain.auid(),
        plain.auidName().map(text::user),
        plain.uid(),
        plain.tty().map(text::prose),
        plain.session(),
        plain.unit().map(text::prose),
        plain.chain().stream().map(text::prose).toList(),
        plain.confidence());
  }

  Victim of(Victim plain) {
    return new Victim(
        plain.pid(),
        plain.comm().map(text::prose),
        plain.exe().map(text::prose),
        plain.unit().map(text::prose),
        plain.chain().stream().map(text::prose).toList());
  }

  PidFile of(PidFile plain) {
    return new PidFile(
        plain.path().map(text::prose),
        plain.number(),
        plain.modified(),
        plain.staleSince(),
        plain.matched(),
        plain.odds());
  }

  /** A sentence that may quote the command line of one of these. */
  String saying(String sentence, Party... quoted) {
    String commands =
        Stream.of(quoted)
            .flatMap(party -> party.command().stream())
            .filter(line -> line.indexOf(' ') > 0)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return commands.isEmpty()
        ? text.prose(sentence)
        : Matches.replace(
            Pattern.compile(commands), sentence, found -> text.command(found.group()), text::prose);
  }
}
