package io.killtrail.cli.query;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.Rejection;
import io.killtrail.reports.text.TerminalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail rejected}: what was in the evidence and could not be read. */
@Command(
    name = "rejected",
    abbreviateSynopsis = true,
    header = "Lists the lines that could not be read, with file, offset and reason.",
    description = {
      "",
      "Prints a line each: FILE:OFFSET, the reason, and how the line begins, separated by tabs."
          + " Offsets are bytes of the decompressed file. Controls and other invisible characters"
          + " are shown as \\x1b.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail rejected",
      "  killtrail rejected --index ./web01.index | cut -f 2 | sort | uniq -c",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class RejectedCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;
  @Mixin private RedactOptions redact;

  public RejectedCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      Redaction redaction = Redaction.ofIndex(directory, reader, redact);
      reader.forEachRejection(rejection -> print(rejection, redaction));
    }
    session.flush();
    return ExitStatus.DONE.code();
  }

  private void print(Rejection rejection, Redaction redaction) {
    byte[] bytes = rejection.excerpt().getBytes(StandardCharsets.ISO_8859_1);
    String beginning = new String(bytes, StandardCharsets.UTF_8);
    try {
      session
          .out()
          .append(TerminalText.escape(redaction.of(rejection.input())))
          .append(":" + rejection.offset() + "\t")
          .append(TerminalText.escape(rejection.reason()))
          .append("\t")
          .append(TerminalText.escape(redaction.of(beginning)))
          .append("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
