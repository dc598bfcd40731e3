package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.ResumableReader;
import io.killtrail.ingest.aggregate.AggregateReader;
import io.killtrail.ingest.audit.AuditLogReader;
import io.killtrail.ingest.journal.JournalExportReader;
import io.killtrail.ingest.journal.JournalJsonReader;
import io.killtrail.ingest.journal.JournalLines;
import io.killtrail.ingest.journal.JournalMonotonicReader;
import io.killtrail.ingest.journal.JournalShortReader;
import io.killtrail.ingest.journal.KernelLogReader;
import io.killtrail.ingest.journal.SystemctlStatusReader;
import io.killtrail.ingest.rules.AuditRulesReader;
import io.killtrail.ingest.snapshot.SnapshotReader;
import io.killtrail.ingest.strace.StraceReader;
import java.io.IOException;
import java.util.Optional;

/** The reader in use for the inputs of one set, and when to take another. */
final class Readers {
  private Optional<FormatReader> current = Optional.empty();
  private InputFormat format = InputFormat.UNKNOWN;
  private boolean idle;

  /** Whether an input of this format would go on with what is open of the input before. */
  boolean goesOnWith(InputFormat wanted) {
    return current.isPresent() && wanted == format;
  }

  /** The reader for the next input: the one of the input before, if that had the same format. */
  FormatReader next(InputFormat wanted, FactSink sink) {
    if (current.isPresent() && wanted != format) {
      finish(sink);
    }
    if (idle && current.orElse(null) instanceof ResumableReader resumed) {
      resumed.endInput(sink);
    }
    FormatReader reader = current.orElseGet(() -> create(wanted));
    current = Optional.of(reader);
    format = wanted;
    idle = false;
    return reader;
  }

  /** A reader that goes on where one stopped; until it reads on, it has nothing to give away. */
  ResumableReader restore(InputFormat wanted, ReaderState state, FactSink sink) throws IOException {
    finish(sink);
    if (!(create(wanted) instanceof ResumableReader reader)) {
      throw new IOException("nothing goes on reading " + wanted.label());
    }
    reader.restore(state);
    current = Optional.of(reader);
    format = wanted;
    idle = true;
    return reader;
  }

  /** The restored reader goes on with the input where it stopped. */
  void wake() {
    idle = false;
  }

  /** What the reader kept back was given away, and is kept with its state. */
  void rest() {
    idle = true;
  }

  /** What comes next, if anything, does not continue what was read. */
  void finish(FactSink sink) {
    if (!idle) {
      current.ifPresent(reader -> reader.finish(sink));
    }
    idle = false;
    current = Optional.empty();
  }

  private static FormatReader create(InputFormat format) {
    return switch (format) {
      case AUDIT_LOG -> new AuditLogReader(JournalLines::new);
      case AUDIT_JSON -> new AggregateReader();
      case JOURNAL_JSON -> new JournalJsonReader();
      case JOURNAL_EXPORT -> new JournalExportReader();
      case JOURNAL_SHORT -> new JournalShortReader();
      case JOURNAL_MONOTONIC -> new JournalMonotonicReader();
      case SYSTEMCTL_STATUS -> new SystemctlStatusReader();
      case STRACE -> new StraceReader();
      case KERNEL_LOG -> new KernelLogReader();
      case AUDIT_RULES -> new AuditRulesReader();
      case PROCESS_SNAPSHOT, PID_FILE_SNAPSHOT -> new SnapshotReader();
      case ARCHIVE, JOURNAL_FILE, UNKNOWN ->
          throw new IllegalArgumentException("nothing reads " + format);
    };
  }
}
