package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import io.killtrail.ingest.source.Replay;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what {@code systemctl status} prints: a block for each unit with its state, main process
 * and exits, and journal lines in the short form, which go the way of all such lines.
 */
public final class SystemctlStatusReader implements FormatReader {
  private final JournalShortReader journal = new JournalShortReader();

  public SystemctlStatusReader() {}

  /** Whether the line, one char a byte, tells a unit's state as status blocks do. */
  public static boolean recognises(String latin1) {
    return StatusLine.isState(latin1);
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Replay replay = new Replay(content);
    StatusBlocks blocks = new StatusBlocks(context, sink);
    LineReader lines = new LineReader(replay, (offset, start) -> {});
    while (replay.roomy() && lines.next()) {
      Line line = lines.line();
      blocks.line(line);
    }
    blocks.finish();
    ReadResult read = journal.read(replay.again(), context, new StatusRemarks(sink));
    return new ReadResult(read.records() + blocks.count(), read.note());
  }

  @Override
  public void finish(FactSink sink) {
    journal.finish(sink);
  }
}
