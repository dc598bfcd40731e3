package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads {@code journalctl -o short} and classic syslog files: {@code Nov 21 02:14:43 host
 * ident[pid]: text}. Stamps with a year (short-iso, RFC 3339) are taken too.
 *
 * <p>The newest line's year is the one that the user gave, else the latest that does not put it
 * after the file's time; the lines before it descend from there. The input is looked over for that
 * before it is read; what lies beyond some hundred megabytes is not, and goes on from the years
 * before it.
 */
public final class JournalShortReader implements FormatReader {
  private final MessageReader messages = new MessageReaders();
  private final Sightings sightings = new Sightings();

  public JournalShortReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Replay replay = new Replay(content);
    YearSurvey survey = new YearSurvey();
    survey.look(new LineReader(replay, (offset, start) -> {}), replay::roomy);
    ShortClock clock = new ShortClock(survey, context);
    long records = read(context.lines(replay.again(), sink), clock, context, sink);
    return new ReadResult(records, clock.note());
  }

  private long read(LineReader lines, ShortClock clock, InputContext context, FactSink sink)
      throws IOException {
    AuditJoin audit = new AuditJoin(sink);
    LineIds ids = new LineIds();
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      if (!Lines.blank(line) && !aside(line)) {
        Optional<ShortLine> read = ShortLine.parse(text(line));
        Optional<Instant> time = read.map(ShortLine::stamp).flatMap(clock::time);
        if (time.isPresent()) {
          records++;
          Origin origin = origin(read.get(), time.get(), ids, line, context);
          message(read.get().message(), new EntryFacts(sink, origin), audit);
        } else {
          String reason = read.isEmpty() ? "no stamp and host" : "no such day in its year";
          sink.rejected(Lines.rejected(line, context, reason));
        }
      }
    }
    audit.flush();
    return records;
  }

  private void message(Message message, EntryFacts facts, AuditJoin audit) {
    messages.read(message, facts);
    sightings.read(message, facts);
    audit.read(message, facts.origin());
  }

  private static Origin origin(
      ShortLine read, Instant time, LineIds ids, Line line, InputContext context) {
    RawRecord raw = new RawRecord(context.path(), line.offset(), line.latin1());
    return new Origin(
        ids.of(read, raw.latin1()),
        time,
        SourceForm.JOURNAL_SHORT,
        Optional.of(read.host()),
        Optional.empty(),
        raw);
  }

  private static String text(Line line) {
    return new String(line.buffer(), line.start(), line.length(), StandardCharsets.UTF_8);
  }

  /**
   * Whether the line is no message: {@code -- Boot … --} and the like, catalog texts (marked with
   * {@code --}, since v246 with light-shade blocks), and further lines of a message, which
   * journalctl indents.
   */
  private static boolean aside(Line line) {
    byte[] buffer = line.buffer();
    int start = line.start();
    return buffer[start] == ' '
        || (line.length() > 1 && buffer[start] == '-' && buffer[start + 1] == '-')
        || (line.length() > 2
            && buffer[start] == (byte) 0xE2
            && buffer[start + 1] == (byte) 0x96
            && buffer[start + 2] == (byte) 0x91);
  }
}
