package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the kernel's log as dmesg or a serial console shows it: {@code [ 25.616052] audit:
 * type=1300 audit(1795228067.608:484): ...}. Audit records have a date of their own; other lines
 * have it with {@code dmesg -T}, or from the audit records beside them.
 */
public final class KernelLogReader implements FormatReader {
  private final WrittenAudit audit = new WrittenAudit();

  public KernelLogReader() {}

  /** Whether the line, one char a byte, begins with a stamp of this form. */
  public static boolean recognises(String latin1) {
    return latin1.startsWith("[") && KernelLine.parse(latin1).isPresent();
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    KernelSayings sayings = new KernelSayings(context, sink);
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      Optional<KernelLine> read = KernelLine.parse(Lines.text(line));
      if (audit.read(sayings.whole(line), sayings.undated(line), sink)) {
        records++;
        read.ifPresent(stamped -> sayings.dated(line, stamped));
      } else if (read.isPresent()) {
        sayings.say(line, read.get());
      }
    }
    audit.endInput(sink);
    return new ReadResult(records + sayings.finish(), sayings.note());
  }

  @Override
  public void finish(FactSink sink) {
    audit.finish(sink);
  }
}
