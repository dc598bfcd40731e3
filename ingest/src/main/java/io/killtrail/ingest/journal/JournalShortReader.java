package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.source.LineReader;
import io.killtrail.ingest.source.Replay;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the text forms of {@code journalctl} ({@code -o short}, {@code short-precise}, {@code
 * short-iso}, {@code short-full}, {@code short-unix}, {@code with-unit}) and syslog files (RFC 3164
 * and 5424, with and without PRI): {@code Nov 21 02:14:43 host ident[pid]: text}.
 *
 * <p>The newest line's year is the one that the user gave, else the latest that does not put it
 * after the file's time; the lines before it descend from there. The input is looked over for that
 * before it is read; what lies beyond some hundred megabytes is not, and goes on from the years
 * before it. An input with the newest line first ({@code journalctl -r}) is read from its end.
 */
public final class JournalShortReader implements FormatReader {
  private final MessageTexts texts = new MessageTexts();

  public JournalShortReader() {}

  /** Whether the line, one char a byte, has one of the forms that this reader takes. */
  public static boolean recognises(String latin1) {
    return ShortLine.ofLatin1(latin1).filter(line -> !line.ident().isBlank()).isPresent();
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    Replay replay = new Replay(content);
    StampSurvey survey = new StampSurvey();
    survey.look(new LineReader(replay, (offset, start) -> {}), replay::roomy);
    boolean reversed = survey.reversed() && replay.roomy();
    ShortClock clock = new ShortClock(survey, context);
    ShortInput input = new ShortInput(clock::time, new ShortOrder(reversed), texts, context, sink);
    LineReader lines = context.lines(replay.again(), sink);
    if (reversed) {
      new ReversedLines(lines).forEach(input::line);
    } else {
      while (lines.next()) {
        input.line(lines.line());
      }
    }
    long records = input.finish();
    texts.endInput(sink);
    return new ReadResult(records, clock.note());
  }

  @Override
  public void finish(FactSink sink) {
    texts.finish(sink);
  }
}
