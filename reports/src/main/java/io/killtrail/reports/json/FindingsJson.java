package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import java.io.IOException;
import java.util.Optional;

/** Everything of a report that is no case. */
final class FindingsJson {
  private final JsonOut json;
  private final PartsJson parts;

  FindingsJson(JsonOut json) {
    this.json = json;
    this.parts = new PartsJson(json);
  }

  void write(Analysis analysis) throws IOException {
    json.array("presumed_groups", analysis.presumedGroups(), this::group);
    json.array("restart_loops", analysis.restartLoops(), this::loop);
    json.array("near_misses", analysis.nearMisses(), this::nearMiss);
    json.array("coverage", analysis.coverage(), this::problem);
    json.array("inputs", analysis.inputs(), this::input);
  }

  private void group(PresumedGroup group) throws IOException {
    json.object(
        () -> {
          json.text("sender_exe", group.senderExe());
          json.text("signal", group.signal().name());
          json.text("victim_comm", group.victimComm());
          json.number("count", group.count());
          json.time("first", group.first());
          json.time("last", group.last());
        });
  }

  private void loop(RestartLoop loop) throws IOException {
    json.object(
        () -> {
          json.text("host", loop.host());
          json.text("unit", loop.unit());
          json.number("restarts", loop.restarts());
          json.number("status", loop.status());
          json.number("interval_seconds", loop.interval().toSeconds());
          json.time("first", loop.first());
          json.time("last", loop.last());
          json.text("advice", loop.advice());
        });
  }

  private void nearMiss(NearMiss miss) throws IOException {
    json.object(
        () -> {
          json.text("host", miss.host());
          json.time("time", miss.time());
          json.orNull("sender", Optional.of(miss.sender()), parts::sender);
          json.orNull("signal", Optional.of(miss.signal()), parts::signal);
          json.orNull("target", Optional.of(miss.target()), parts::target);
          json.text("result", miss.result().label());
          json.orNull("pid_file", Optional.of(miss.pidFile()), parts::pidFile);
          json.text("summary", miss.summary());
        });
  }

  void problem(CoverageProblem problem) throws IOException {
    json.object(
        () -> {
          json.text("host", problem.host());
          json.time("from", problem.from());
          json.time("to", problem.to());
          json.text("problem", problem.problem());
          json.text("affects", problem.affects());
        });
  }

  private void input(InputRead input) throws IOException {
    json.object(
        () -> {
          json.text("path", input.path());
          json.text("format", input.format());
          json.text("digest", input.digest());
          json.number("records", input.records());
          json.number("rejected", input.rejected());
          json.text("note", input.note());
        });
  }
}
