package io.killtrail.ingest.strace;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import io.killtrail.ingest.source.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads strace's output with times ({@code -t}, {@code -tt}, {@code -ttt}; with {@code -f} or a
 * single process): the signals that came, with their senders, and the ends of processes. A trace
 * without times is refused, since nothing says when that was.
 */
public final class StraceReader implements FormatReader {
  public StraceReader() {}

  /** Whether the line, one char a byte, is one of strace's. */
  public static boolean recognises(String latin1) {
    return StraceLine.of(latin1).recognised();
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Replay replay = new Replay(content);
    StraceClock.Days days = new StraceClock.Days();
    LineReader first = new LineReader(replay, (offset, start) -> {});
    while (replay.roomy() && first.next()) {
      days.see(StraceLine.of(text(first.line())).stamp());
    }
    StraceFacts facts = new StraceFacts(new StraceClock(days, context), context, sink);
    LineReader lines = context.lines(replay.again(), sink);
    while (lines.next()) {
      facts.line(StraceLine.of(text(lines.line())), lines.line());
    }
    if (facts.undated() > 0 && facts.dated() == 0) {
      throw new IOException("no line has a time: trace with -ttt");
    }
    return new ReadResult(facts.dated(), StraceClock.note(days, context));
  }

  private static String text(Line line) {
    return new String(line.buffer(), line.start(), line.length(), StandardCharsets.UTF_8);
  }
}
