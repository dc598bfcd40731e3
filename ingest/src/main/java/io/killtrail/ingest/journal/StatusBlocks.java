package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.source.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The blocks of one input of {@code systemctl status}. */
final class StatusBlocks {
  /** An input with more blocks is no status of a real host; the rest go untold. */
  private static final int MOST = 10_000;

  private final InputContext context;
  private final FactSink sink;
  private final List<StatusBlock> blocks = new ArrayList<>();
  private Optional<String> host;
  private Optional<String> unit = Optional.empty();

  StatusBlocks(InputContext context, FactSink sink) {
    this.context = context;
    this.sink = sink;
    this.host = context.options().host();
  }

  void line(Line line) {
    String text = Lines.text(line);
    Optional<String> named = StatusLine.unit(text);
    if (named.isPresent()) {
      unit = named;
    } else if (StatusLine.isState(text)) {
      state(text.strip(), line);
    } else if (!blocks.isEmpty() && text.startsWith(" ")) {
      blocks.getLast().detail(text.strip(), line);
    } else if (host.isEmpty()) {
      host = ShortLine.parse(text).flatMap(ShortLine::host);
    }
  }

  /** Without a time nothing can be told of the state. */
  private void state(String text, Line line) {
    int since = text.indexOf(" since ");
    Optional<Instant> time =
        since < 0
            ? Optional.empty()
            : StampParser.read(text, since + " since ".length())
                .flatMap(read -> time(read.stamp()));
    if (time.isPresent() && blocks.size() < MOST) {
      RawRecord raw = new RawRecord(context.path(), line.offset(), line.latin1());
      blocks.add(new StatusBlock(context.path(), unit, text, time.get(), raw));
    }
    unit = Optional.empty();
  }

  private Optional<Instant> time(Stamp stamp) {
    return switch (stamp) {
      case Stamp.Full full -> Optional.of(full.at());
      case Stamp.Zoneless local ->
          Optional.of(
              local.at().atZone(context.options().sourceZone().orElse(ZoneOffset.UTC)).toInstant());
      case Stamp.Yearless none -> Optional.empty();
    };
  }

  int count() {
    return blocks.size();
  }

  /** The journal lines that follow name the host, so that facts come last. */
  void finish() {
    blocks.forEach(block -> block.tell(host, sink));
  }
}
