package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads snapshots of processes and threads (columns {@code
 * boot_id,captured_at,pid,tid,ppid,comm,exe,start_ticks,start_epoch,unit}, perhaps {@code
 * host,pid_max,uid,auid,nspid,cmdline}) and of PID files ({@code
 * boot_id,captured_at,path,pid,mtime,inode}, perhaps {@code host}; of an image the boot is empty).
 * The first row names the columns; snapshots may follow each other in one input, each with its own
 * first row.
 */
public final class SnapshotReader implements FormatReader {

  /** A command line has at most 128 KiB an argument; a row of empty cells would take all memory. */
  private static final int LONGEST = 1 << 20;

  public SnapshotReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    RowLines lines = new RowLines(context.lines(content, sink));
    Boots boots = new Boots();
    Optional<Header> header = Optional.empty();
    long records = 0;
    Optional<RowLines.Row> next = lines.next();
    while (next.isPresent()) {
      RowLines.Row written = next.get();
      try {
        List<String> values = values(written);
        if (header.isEmpty() || namesColumns(values)) {
          header = Optional.of(header(values));
        } else {
          fact(new Row(header.get(), values), written, context, boots, sink);
          records++;
        }
      } catch (BadRowException e) {
        sink.rejected(
            new Rejection(context.path(), written.offset(), e.getMessage(), written.latin1()));
        lines.readRestAgain();
      }
      next = lines.next();
    }
    boots.finish(sink);
    return new ReadResult(records, Optional.empty());
  }

  /** A process may call itself like a column, but not like all of them. */
  private static boolean namesColumns(List<String> values) {
    return values.contains(Column.BOOT_ID.label()) && Header.of(values).isPresent();
  }

  private static void fact(
      Row row, RowLines.Row written, InputContext context, Boots boots, FactSink sink)
      throws BadRowException {
    RawRecord raw = new RawRecord(context.path(), written.offset(), written.latin1());
    if (row.kind() == Header.Kind.PID_FILES && row.text(Column.BOOT_ID).isEmpty()) {
      sink.fact(SnapshotRows.imagePidFile(row, raw, context));
      return;
    }
    RowOrigin origin = RowOrigin.of(row, raw, context);
    Fact fact =
        switch (row.kind()) {
          case PROCESSES -> SnapshotRows.task(row, origin);
          case PID_FILES -> SnapshotRows.pidFile(row, origin);
        };
    Optional<Configured> pidMax = SnapshotRows.pidMax(row, origin);
    boots.read(origin, fact);
    sink.fact(fact);
    pidMax.filter(none -> boots.firstSetting(origin)).ifPresent(sink::fact);
  }

  private static Header header(List<String> names) throws BadRowException {
    return Header.of(names)
        .orElseThrow(() -> new BadRowException("neither a process nor a PID file snapshot"));
  }

  static List<String> values(RowLines.Row row) throws BadRowException {
    if (!row.complete()) {
      throw new BadRowException("a quote is not closed");
    }
    if (row.latin1().length() > LONGEST) {
      throw new BadRowException("longer than " + LONGEST + " bytes");
    }
    String text =
        new String(row.latin1().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      return records.isEmpty() ? List.of() : records.getFirst().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadRowException("broken CSV");
    }
  }
}
