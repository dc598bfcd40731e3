package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.LineTaker;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.util.Optional;

/**
 * Journal and syslog lines among other text, as tickets and notes have them. Nothing is known of
 * their order: the year of each is the latest that does not put it after the file's time.
 */
public final class JournalLines implements LineTaker {
  private final MessageTexts texts = new MessageTexts();
  private final ShortInput input;
  private final InputContext context;
  private final FactSink sink;

  /** The lines of one input. */
  public JournalLines(InputContext context, FactSink sink) {
    this.context = context;
    this.sink = sink;
    this.input = new ShortInput(this::time, new ShortOrder(false), texts, context, sink);
  }

  @Override
  public boolean take(Line line) {
    return !Lines.blank(line) && input.take(line).isEmpty();
  }

  private Optional<Instant> time(Stamp stamp) {
    StampSurvey alone = new StampSurvey();
    alone.look(stamp);
    return new ShortClock(alone, context).time(stamp);
  }

  @Override
  public void finish() {
    input.finish();
    texts.finish(sink);
  }
}
