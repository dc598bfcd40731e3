package io.killtrail.ingest.journalfile;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.journal.JournalJsonReader;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads binary journals by way of {@link Journalctl}. */
public final class JournalFiles {
  private final Journalctl journalctl;

  public JournalFiles(Journalctl journalctl) {
    this.journalctl = journalctl;
  }

  /** Whether anything can be read at all. */
  public boolean readable() {
    return journalctl.installed();
  }

  /** What to do where there is no journalctl. */
  public static String elsewhere(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return "a binary journal, and journalctl is not installed here; run where it is: journalctl"
        + " --file "
        + FileName.shellWord(file)
        + " -o json --all > "
        + FileName.shellWord("./" + name + ".json");
  }

  /**
   * Reads files that belong together in one go.
   *
   * @param context what they are called together; offsets of records count in journalctl's output
   */
  public Reading read(List<Path> files, InputContext context, FactSink sink) {
    try {
      Process process = journalctl.start(files);
      try {
        return read(process, context, sink);
      } finally {
        process.destroy(); // when reading failed it has not ended
      }
    } catch (IOException e) {
      return Reading.failed(0, "journalctl: " + Reason.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reading.failed(0, "journalctl was interrupted");
    }
  }

  private static Reading read(Process process, InputContext context, FactSink sink)
      throws IOException, InterruptedException {
    Complaints complaints = Complaints.of(process);
    JournalJsonReader reader = new JournalJsonReader();
    ReadResult result;
    try (InputStream json = process.getInputStream()) {
      result = reader.read(json, context, sink);
    }
    reader.finish(sink);
    int status = process.waitFor();
    Optional<String> said = complaints.text().map(text -> "journalctl says: " + text);
    return status == 0
        ? new Reading(result.records(), said, true)
        : Reading.failed(
            result.records(),
            "journalctl ended with status " + status + said.map(text -> "; " + text).orElse(""));
  }
}
