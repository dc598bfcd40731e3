package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What PID files are now, for programs. */
public final class PidFilesJson {
  private static final String SCHEMA = "killtrail.pidfiles/1";

  private final JsonOut json;

  private PidFilesJson(JsonOut json) {
    this.json = json;
  }

  /**
   * Writes {@code {"schema":…,"captured":…,"host":…,"pid_files":[…]}}; unknown values are null.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(
      Instant captured, Optional<String> host, List<PidFileStanding> files, Appendable out)
      throws IOException {
    JsonOut json = JsonOut.to(out, true);
    PidFilesJson writer = new PidFilesJson(json);
    json.document(
        () -> {
          json.text("schema", SCHEMA);
          json.time("captured", captured);
          json.text("host", host);
          json.array("pid_files", files, writer::file);
        });
  }

  private void file(PidFileStanding file) throws IOException {
    json.object(
        () -> {
          json.text("path", file.path());
          json.number("number", file.number());
          json.text("state", file.state().map(PidFileStanding.State::label));
          json.text("reason", file.reason());
          json.time("modified", file.modified());
          json.text("unit", file.unit());
          json.orNull("holder", file.holder(), this::holder);
          json.time("stale_since", file.staleSince());
          json.orNull("next_boot", file.nextBoot(), this::nextBoot);
        });
  }

  private void holder(Holder holder) throws IOException {
    json.object(
        () -> {
          json.number("pid", holder.pid());
          json.text("comm", holder.comm());
          json.text("exe", holder.exe());
          json.text("unit", holder.unit());
          json.time("started", holder.started());
          json.number("tid", holder.tid());
          json.text("thread", holder.thread());
        });
  }

  private void nextBoot(NextBoot next) throws IOException {
    json.object(
        () -> {
          json.truth("removed", next.removed());
          json.orNull("odds", next.odds(), new PartsJson(json)::odds);
          json.number("early_highest", next.earlyHighest());
        });
  }
}
