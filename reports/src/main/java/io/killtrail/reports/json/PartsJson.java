package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import java.io.IOException;

/** The objects that cases and near misses share. */
final class PartsJson {
  private final JsonOut json;

  PartsJson(JsonOut json) {
    this.json = json;
  }

  void victim(Victim victim) throws IOException {
    json.object(
        () -> {
          json.number("pid", victim.pid());
          json.text("comm", victim.comm());
          json.text("exe", victim.exe());
          json.text("unit", victim.unit());
          json.strings("chain", victim.chain());
        });
  }

  /** The recorded sender. */
  void sender(Party party) throws IOException {
    json.object(() -> fields(party));
  }

  /** One that was found out, and so has a confidence of its own. */
  void inferred(Party party) throws IOException {
    json.object(
        () -> {
          fields(party);
          json.text("confidence", party.confidence().label());
        });
  }

  private void fields(Party party) throws IOException {
    json.number("pid", party.pid());
    json.number("ppid", party.ppid());
    json.text("comm", party.comm());
    json.text("exe", party.exe());
    json.text("command", party.command());
    json.number("auid", party.auid());
    json.text("auid_name", party.auidName());
    json.number("uid", party.uid());
    json.text("tty", party.tty());
    json.number("session", party.session());
    json.text("unit", party.unit());
    json.strings("chain", party.chain());
  }

  void signal(Signal signal) throws IOException {
    json.object(
        () -> {
          json.number("number", signal.number());
          json.text("name", signal.name());
        });
  }

  void target(Target target) throws IOException {
    json.object(
        () -> {
          json.text("addressed", target.addressed().label());
          json.number("number", target.number());
        });
  }

  void pidFile(PidFile file) throws IOException {
    json.object(
        () -> {
          json.text("path", file.path());
          json.number("number", file.number());
          json.time("modified", file.modified());
          json.time("stale_since", file.staleSince());
          json.text("matched", file.matched().label());
          json.orNull("odds", file.odds(), this::odds);
        });
  }

  void odds(PidFile.Odds odds) throws IOException {
    json.object(
        () -> {
          json.number("boots_seen", odds.bootsSeen());
          json.number("boots_taken", odds.bootsTaken());
          json.number("nearby_taken", odds.nearbyTaken());
        });
  }
}
