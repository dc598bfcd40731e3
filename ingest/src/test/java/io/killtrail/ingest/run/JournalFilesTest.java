package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.journalfile.Journalctl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a journalctl of our own that writes down how it was called. */
class JournalFilesTest {
  private static final String MAGIC = "LPKSHHRH";
  private static final String PRINT_ONE =
      "echo '"
          + "{\"__CURSOR\":\"s=1;i=1\",\"__REALTIME_TIMESTAMP\":\"1795227737463169\","
          + "\"_BOOT_ID\":\"2b83f51991ac42c386393666cd7407d1\",\"_HOSTNAME\":\"web01\","
          + "\"_PID\":\"1\",\"SYSLOG_IDENTIFIER\":\"systemd\",\"UNIT\":\"appd.service\","
          + "\"EXIT_CODE\":\"exited\",\"EXIT_STATUS\":\"143\","
          + "\"MESSAGE_ID\":\"98e322203f7a4ed290d09fe03c09fe15\","
          + "\"MESSAGE\":\"appd.service: Main process exited, code=exited, status=143/n/a\"}"
          + "'\n";

  @TempDir Path directory;

  private final CollectingSink sink = new CollectingSink();

  private Path evidence() throws IOException {
    return Files.createDirectories(directory.resolve("evidence"));
  }

  private Path journal(String name, String rest) throws IOException {
    return Files.writeString(evidence().resolve(name), MAGIC + rest);
  }

  /** Puts a script in the place of journalctl; {@code calls} gets a line for each call. */
  private Journalctl fake(String script) throws IOException {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path program = bin.resolve("journalctl");
    Files.writeString(program, "#!/bin/sh\necho \"$*\" >>'" + calls() + "'\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return Journalctl.on("relative:/nonexistent:" + bin + ":/usr/bin:/bin");
  }

  private Path calls() {
    return directory.resolve("calls");
  }

  private List<InputSummary> ingest(Journalctl journalctl, Path... paths) {
    return new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT, journalctl)
        .ingest(List.of(paths), InputStream.nullInputStream());
  }

  @Nested
  class OneFile {
    @Test
    void isReadToTheFactsOfItsEntries() throws IOException {
      InputSummary summary = ingest(fake(PRINT_ONE), journal("x.journal", "")).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(summary.format()).isEqualTo(InputFormat.JOURNAL_FILE);
      assertThat(summary.records()).isEqualTo(1);
      assertThat(summary.note()).isEmpty();
      assertThat(sink.facts(ProcessExited.class).getFirst().provenance().raw().getFirst().input())
          .isEqualTo(summary.path());
    }

    @Test
    void isKnownTheSecondTime() throws IOException {
      Journalctl journalctl = fake(PRINT_ONE);
      Path file = journal("x.journal", "");
      Path copy = journal("y.journal", "");
      assertThat(ingest(journalctl, file, copy))
          .extracting(InputSummary::outcome)
          .containsExactly(Outcome.READ, Outcome.KNOWN);
      assertThat(ingest(journalctl, file).getFirst().outcome()).isEqualTo(Outcome.KNOWN);
      assertThat(calls()).content().hasLineCount(1);
    }

    @Test
    void failsWithTheStatusAndTheWordsOfJournalctl() throws IOException {
      Journalctl journalctl = fake(PRINT_ONE + "echo 'it is torn' >&2\necho here >&2\nexit 3\n");
      InputSummary summary = ingest(journalctl, journal("x.journal", "")).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note())
          .hasValue("journalctl ended with status 3; journalctl says: it is torn; here");
      assertThat(summary.records()).isEqualTo(1);
      assertThat(sink.facts(ProcessExited.class)).hasSize(1);
    }

    @Test
    void hasForNoteWhatJournalctlSaysThoughItEndsWell() throws IOException {
      Journalctl journalctl = fake(PRINT_ONE + "echo 'truncated, ignoring' >&2\n");
      InputSummary summary = ingest(journalctl, journal("x.journal", "")).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(summary.note()).hasValue("journalctl says: truncated, ignoring");
    }

    @Test
    void endsThoughJournalctlComplainsWithoutEnd() throws IOException {
      String script = "i=0\nwhile [ $i -lt 9000 ]; do echo 'bad object at'; i=$((i+1)); done >&2\n";
      InputSummary summary = ingest(fake(script + PRINT_ONE), journal("x", "")).getFirst();
      assertThat(summary.records()).isEqualTo(1);
      assertThat(summary.note().orElseThrow()).hasSizeLessThan(3_100);
    }

    @Test
    void isNamedWithTheCommandToRunWhereThereIsNoJournalctl() throws IOException {
      Path file = journal("it's 1.journal", "");
      InputSummary summary = ingest(Journalctl.on("/nonexistent"), file).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.format()).isEqualTo(InputFormat.JOURNAL_FILE);
      assertThat(summary.note().orElseThrow())
          .endsWith(
              "journalctl --file '"
                  + file.toString().replace("'", "'\\''")
                  + "' -o json --all > './it'\\''s 1.journal.json'");
    }

    @Test
    void isNoOptionAndNoPatternHoweverItIsNamed() throws IOException {
      ingest(fake(PRINT_ONE), journal("--vacuum-size=1 [a]*.journal", ""));
      assertThat(calls())
          .content()
          .isEqualTo(
              "--no-pager -o json --all --file="
                  + evidence()
                  + "/--vacuum-size=1 \\[a\\]\\*.journal\n");
    }

    @Test
    void givesJournalctlNoneOfOurEnvironment() throws IOException {
      Journalctl journalctl = fake("env >'" + directory.resolve("env") + "'\n" + PRINT_ONE);
      ingest(journalctl, journal("x.journal", ""));
      assertThat(directory.resolve("env"))
          .content()
          .contains("LC_ALL=C.UTF-8\n", "SYSTEMD_COLORS=0\n")
          .doesNotContain("HOME=", "USER=");
    }
  }

  @Nested
  class SeveralFiles {
    @Test
    void ofOneDirectoryAreReadByOneCall() throws IOException {
      journal("system.journal", "1");
      journal("system@0001.journal~", "2");
      List<InputSummary> summaries = ingest(fake(PRINT_ONE), evidence());
      assertThat(calls()).content().hasLineCount(1).contains("system.journal --file=");
      assertThat(summaries)
          .extracting(InputSummary::outcome)
          .containsExactly(Outcome.READ, Outcome.READ);
      assertThat(summaries).extracting(InputSummary::records).containsExactly(1L, 0L);
      assertThat(summaries.get(1).note().orElseThrow()).endsWith("evidence/system.journal");
      assertThat(sink.summaries()).isEqualTo(summaries);
    }

    @Test
    void areReadOneByOneWhenOneSpoilsTheCall() throws IOException {
      journal("a.journal", "1");
      journal("bad.journal", "2");
      Journalctl journalctl = fake("case \"$*\" in *bad*) exit 1;; esac\n" + PRINT_ONE);
      List<InputSummary> summaries = ingest(journalctl, evidence());
      assertThat(summaries)
          .extracting(InputSummary::outcome)
          .containsExactly(Outcome.READ, Outcome.FAILED);
      assertThat(summaries.get(1).note()).hasValue("journalctl ended with status 1");
    }

    @Test
    void areReadByMoreCallsWhenTheirNamesAreTooLong() throws IOException {
      Path deep = Files.createDirectories(evidence().resolve("d".repeat(240)));
      for (int i = 0; i < 300; i++) {
        Files.writeString(deep.resolve("j" + i), MAGIC + i);
      }
      assertThat(ingest(fake(PRINT_ONE), deep)).hasSize(300);
      assertThat(Files.readAllLines(calls())).hasSizeBetween(2, 10);
    }
  }

  @Nested
  class WhatIsNoFileOfItsOwn {
    @Test
    void isReadFromATemporaryFileThatIsDeleted() throws IOException {
      Path packed = evidence().resolve("x.journal.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
      }
      String compare =
          "for last; do :; done\n[ \"$(cat ${last#--file=})\" = LPKSHHRH ] || exit 1\n";
      InputSummary summary = ingest(fake(compare + PRINT_ONE), packed).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(summary.path()).isEqualTo(packed.toString());
      String call = Files.readString(calls()).strip();
      assertThat(Path.of(call.substring(call.indexOf('=') + 1))).doesNotExist();
    }

    @Test
    void isReadFromStandardInput() throws IOException {
      InputStream stdin = new ByteArrayInputStream(MAGIC.getBytes(StandardCharsets.US_ASCII));
      List<InputSummary> summaries =
          new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT, fake(PRINT_ONE))
              .ingest(List.of(Path.of("-")), stdin);
      assertThat(summaries).hasSize(1);
      assertThat(summaries.getFirst().path()).isEqualTo("-");
      assertThat(summaries.getFirst().records()).isEqualTo(1);
    }
  }
}
