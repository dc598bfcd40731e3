package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.journalfile.Journalctl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal made by systemd itself, read by the journalctl of this machine. */
class RealJournalFileTest {
  private static final Path WRITER = Path.of("/lib/systemd/systemd-journal-remote");
  private static final Path READER = Path.of("/usr/bin/journalctl");
  private static final String ENTRY =
      """
      __REALTIME_TIMESTAMP=17952277374631%1$02d
      __MONOTONIC_TIMESTAMP=312223%1$02d
      _BOOT_ID=2b83f51991ac42c386393666cd7407d1
      _HOSTNAME=web01
      _PID=1
      _TRANSPORT=journal
      SYSLOG_IDENTIFIER=systemd
      UNIT=app%1$02d.service
      EXIT_CODE=exited
      EXIT_STATUS=143
      MESSAGE_ID=98e322203f7a4ed290d09fe03c09fe15
      NOTE=%2$s
      MESSAGE=app%1$02d.service: Main process exited, code=exited, status=143/n/a

      """;

  @TempDir Path directory;

  @Test
  void givesTheFactsOfItsJsonForm() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(WRITER), WRITER + " is not installed");
    assumeTrue(Files.isExecutable(READER), READER + " is not installed");
    Path export = directory.resolve("sample.export");
    Files.writeString(export, ENTRY.formatted(10, "x".repeat(6000)) + ENTRY.formatted(11, "y"));
    Path journal = directory.resolve("-sample {1,2}.journal");
    Path json = directory.resolve("sample.json");
    run(directory.resolve("out"), WRITER.toString(), "--output=" + journal, export.toString());
    Path plain = Files.copy(journal, directory.resolve("plain.journal"));
    run(json, READER.toString(), "--file=" + plain, "--no-pager", "--all", "-o", "json");

    CollectingSink binary = new CollectingSink();
    InputSummary summary = ingest(journal, binary);
    CollectingSink text = new CollectingSink();
    ingest(json, text);

    assertThat(summary.outcome()).as(summary.toString()).isEqualTo(InputSummary.Outcome.READ);
    assertThat(summary.records()).isEqualTo(2);
    assertThat(binary.facts(ProcessExited.class)).hasSize(2);
    assertThat(told(binary, journal)).isEqualTo(told(text, json));
  }

  /** All but the name of the input and the order of an entry's fields, which changes. */
  private static String told(CollectingSink sink, Path input) {
    return sink.facts()
        .toString()
        .replace(input.toString(), "INPUT")
        .replaceAll("latin1=\\{[^}]*\\}", "");
  }

  private static InputSummary ingest(Path file, CollectingSink sink) {
    Journalctl journalctl = Journalctl.on(READER.getParent().toString());
    return new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT, journalctl)
        .ingest(List.of(file), InputStream.nullInputStream())
        .getFirst();
  }

  private void run(Path output, String... words) throws IOException, InterruptedException {
    File errors = directory.resolve("errors").toFile();
    ProcessBuilder builder = new ProcessBuilder(words);
    int status = builder.redirectOutput(output.toFile()).redirectError(errors).start().waitFor();
    assertThat(status).as(() -> words[0] + " failed, see " + errors).isZero();
  }
}
