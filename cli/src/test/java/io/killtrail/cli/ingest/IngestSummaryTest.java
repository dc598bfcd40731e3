package io.killtrail.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.session.ExitStatus;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestSummaryTest {
  private static InputSummary input(InputFormat format, long records, long rejected, Outcome how) {
    return new InputSummary(
        "/e/x",
        "/e",
        format,
        Optional.empty(),
        Optional.empty(),
        records,
        rejected,
        how,
        Optional.empty());
  }

  @Test
  void addsUpEachFormat() throws IOException {
    StringBuilder out = new StringBuilder();
    new IngestSummary(
            List.of(
                input(InputFormat.JOURNAL_JSON, 5, 0, Outcome.READ),
                input(InputFormat.AUDIT_LOG, 10, 0, Outcome.READ),
                input(InputFormat.AUDIT_LOG, 20, 3, Outcome.READ),
                input(InputFormat.AUDIT_LOG, 0, 0, Outcome.KNOWN),
                input(InputFormat.UNKNOWN, 0, 0, Outcome.NOT_EVIDENCE),
                input(InputFormat.AUDIT_LOG, 0, 0, Outcome.FAILED)))
        .print(out);
    assertThat(out)
        .hasToString(
            """
            audit log              2 inputs  30 records, 3 lines not understood
            journal, JSON          1 input   5 records
            read before            1 input   skipped
            not evidence           1 input   skipped
            failed                 1 input   named on standard error
            """);
  }

  @Test
  void makesTheRunPartlyDoneWhenAnInputFailed() {
    InputSummary failed = input(InputFormat.AUDIT_LOG, 0, 0, Outcome.FAILED);
    InputSummary skipped = input(InputFormat.UNKNOWN, 0, 0, Outcome.NOT_EVIDENCE);
    assertThat(new IngestRun(List.of(failed, skipped)).status()).isEqualTo(ExitStatus.PARTLY);
    assertThat(new IngestRun(List.of(skipped)).status()).isEqualTo(ExitStatus.DONE);
  }
}
