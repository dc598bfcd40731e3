package io.killtrail.cli.session;

import io.killtrail.ingest.run.Ingester;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far reading is, and vanishes at the end. */
public final class ProgressBar implements Ingester.Progress, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final double MEGABYTE = 1_000_000;
  private static final double SECOND = 1e9;
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter terminal;
  private final boolean shown;
  private final LongSupplier nanos;
  private final long began;
  private long drawn;

  ProgressBar(PrintWriter terminal, boolean shown, LongSupplier nanos) {
    this.terminal = terminal;
    this.shown = shown;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.drawn = began;
  }

  /** Shown where standard error is a terminal. */
  public static ProgressBar on(Session session) {
    return new ProgressBar(session.err(), session.environment().terminal().err(), System::nanoTime);
  }

  @Override
  public void bytes(long done, long total) {
    if (!shown) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - drawn >= REDRAW_NANOS) {
      drawn = now;
      terminal.print(ERASE + line(done, total, (now - began) / SECOND));
      terminal.flush();
    }
  }

  private static String line(long done, long total, double seconds) {
    double megabytes = done / MEGABYTE;
    String part =
        total > 0 && done <= total
            ? String.format(Locale.ROOT, "%3d %%", 100 * done / total)
            : String.format(Locale.ROOT, "%.0f MB", megabytes);
    return String.format(Locale.ROOT, "reading  %s  %.0f MB/s", part, megabytes / seconds);
  }

  @Override
  public void close() {
    if (drawn != began) {
      terminal.print(ERASE);
      terminal.flush();
    }
  }
}
