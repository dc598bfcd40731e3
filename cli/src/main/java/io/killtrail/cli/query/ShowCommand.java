package io.killtrail.cli.query;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code killtrail show}: the raw records behind a fact. */
@Command(
    name = "show",
    abbreviateSynopsis = true,
    header = "Prints the raw records of facts, with file and offset.",
    description = {
      "",
      "Takes the references that reports and search print, the ids of audit events"
          + " (SECONDS.MILLIS:SERIAL), and those of cases, or how they begin: of a case the records"
          + " of all its evidence. Controls and other invisible characters are shown as \\x1b.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail show audit:1795228936.868:484",
      "  killtrail show 1795228936.868:484",
      "  killtrail show c902f26742611d73",
      "  killtrail show --raw 1795228936.868:484 | ausearch -i",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "REF",
      description = "References of facts, or ids of cases.")
  private List<String> refs;

  @Option(
      names = "--raw",
      description =
          "Print the records only, byte for byte; on a terminal they are escaped all the same.")
  private boolean raw;

  @Mixin private IndexOption index;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory);
        Pager paged = Pager.open(session, pager)) {
      RawRecords records =
          new RawRecords(
              paged.session(),
              zone.zone(session.environment()),
              color.palette(session.environment()));
      Redaction redaction = Redaction.ofIndex(directory, reader, redact);
      return records.print(reader, refs, raw, redaction).code();
    }
  }
}
