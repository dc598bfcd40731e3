package io.killtrail.ingest.journalfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a process says on standard error: read to its end, so that it never waits; little kept. */
final class Complaints {
  private static final int MOST = 2000;
  private static final int CHUNK = 4096;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread thread;

  private Complaints(InputStream stderr) {
    this.thread = Thread.ofVirtual().unstarted(() -> drain(stderr));
  }

  static Complaints of(Process process) {
    Complaints complaints = new Complaints(process.getErrorStream());
    complaints.thread.start();
    return complaints;
  }

  private void drain(InputStream stderr) {
    byte[] chunk = new byte[CHUNK];
    try (stderr) {
      for (int count = stderr.read(chunk); count >= 0; count = stderr.read(chunk)) {
        kept.write(chunk, 0, Math.min(count, MOST - kept.size()));
      }
    } catch (IOException e) {
      // The process was ended; what it said until then is kept.
    }
  }

  /** Waits for the end; the lines with semicolons between, empty when nothing was said. */
  Optional<String> text() throws InterruptedException {
    thread.join();
    String text = kept.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", "; ");
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
