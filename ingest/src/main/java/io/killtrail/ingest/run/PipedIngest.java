package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.LinePipe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads standard input when that is all there is to read. Nobody says whether it will end: it is
 * read as a file at its end, or as it comes when it is an audit log that goes on, as auditd gives
 * it to its plugins.
 */
public final class PipedIngest {
  /** Who pipes a file is done by then. */
  private static final Duration FILE = Duration.ofSeconds(3);

  /** No more is kept aside to find out. */
  private static final int MOST = 16 << 20;

  private static final Duration PASS = Duration.ofMillis(200);

  private final IngestOptions options;
  private final FactSink sink;
  private final BooleanSupplier stopping;
  private final InstantSource clock;
  private final boolean waits;

  /**
   * Nothing is read yet.
   *
   * @param waits whether the writer may be kept waiting; else lines are dropped, and counted
   * @param stopping asked several times a second; when true, the input counts as ended
   */
  public PipedIngest(
      IngestOptions options,
      FactSink sink,
      BooleanSupplier stopping,
      InstantSource clock,
      boolean waits) {
    this.options = options;
    this.sink = sink;
    this.stopping = stopping;
    this.clock = clock;
    this.waits = waits;
  }

  /**
   * Reads until the writer ends or somebody asks to stop.
   *
   * @param whole reads an input that has an end
   */
  public List<InputSummary> ingest(InputStream in, Ingester whole) throws InterruptedException {
    LinePipe pipe = waits ? LinePipe.patient(in) : LinePipe.from(in, clock);
    byte[] begun = beginning(pipe);
    if (!pipe.ended() && !stopping.getAsBoolean() && goesOn(begun)) {
      return List.of(new StreamIngest(options, sink, stopping, clock).ingest(pipe, begun));
    }
    InputStream rest = pipe.stream(stopping);
    return whole.ingest(
        List.of(Path.of(StandardInput.NAME)),
        new SequenceInputStream(new ByteArrayInputStream(begun), rest));
  }

  /** What comes soon, at least something unless it has ended. */
  private byte[] beginning(LinePipe pipe) throws InterruptedException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    Duration left = FILE;
    while (left.isPositive() && begun.size() < MOST && !pipe.ended() && !stopping.getAsBoolean()) {
      begun.writeBytes(pipe.next(PASS));
      left = begun.size() == 0 ? left : left.minus(PASS);
    }
    return begun.toByteArray();
  }

  /** Whether it is an audit log of which nothing was read before. */
  private boolean goesOn(byte[] begun) {
    byte[] head = Arrays.copyOf(begun, Math.min(begun.length, FormatDetector.HEAD));
    return FormatDetector.detectNamed(head) == InputFormat.AUDIT_LOG
        && sink.book().headLengths().stream()
            .filter(length -> length <= head.length)
            .map(length -> ContentHead.of(Arrays.copyOf(head, length)))
            .allMatch(known -> sink.book().beginningWith(known).isEmpty());
  }
}
