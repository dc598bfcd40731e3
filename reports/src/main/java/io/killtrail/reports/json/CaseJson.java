package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.Limit;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A case as an object of the contract. */
final class CaseJson {
  private final JsonOut json;
  private final PartsJson parts;
  private final RulesJson rules;

  CaseJson(JsonOut json) {
    this.json = json;
    this.parts = new PartsJson(json);
    this.rules = new RulesJson(json);
  }

  void write(Case each) throws IOException {
    json.object(
        () -> {
          verdict(each);
          people(each);
          deed(each);
          proof(each);
        });
  }

  private void verdict(Case each) throws IOException {
    json.text("id", each.id());
    json.strings("replaces", each.replaces());
    json.text("host", each.host());
    json.text("boot", each.boot());
    json.time("time", each.time());
    json.text("cause", each.cause().label());
    json.strings("flags", each.flags().stream().map(Flag::label).toList());
    json.truth("expected", each.expected());
    json.text("confidence", each.confidence().label());
    json.orNull("expected_by", each.expectedBy(), rules::expectedBy);
  }

  private void people(Case each) throws IOException {
    json.orNull("victim", Optional.of(each.victim()), parts::victim);
    json.array("victims", each.victims(), parts::victim);
    json.orNull("sender", each.sender(), parts::sender);
    json.orNull("requester", each.requester(), parts::inferred);
    json.orNull("origin", each.origin(), parts::inferred);
  }

  private void deed(Case each) throws IOException {
    json.orNull("signal", each.signal(), parts::signal);
    json.orNull("target", each.target(), parts::target);
    json.orNull("pid_file", each.pidFile(), parts::pidFile);
    json.object("exit", () -> exit(each.exit()));
    json.orNull("limit", each.limit(), this::limit);
  }

  private void exit(Exit exit) throws IOException {
    json.text("how", exit.how().map(how -> how.name().toLowerCase(Locale.ROOT)));
    json.number("status", exit.status());
    json.text("unit_result", exit.unitResult());
  }

  private void limit(Limit limit) throws IOException {
    json.object(
        () -> {
          json.text("setting", limit.setting());
          json.number("seconds", limit.seconds());
        });
  }

  private void proof(Case each) throws IOException {
    json.text("summary", each.summary());
    json.array("evidence", each.evidence(), this::evidence);
    json.array("alternatives", each.alternatives(), this::alternative);
    json.strings("advice", each.advice());
  }

  private void evidence(Evidence evidence) throws IOException {
    json.object(
        () -> {
          json.text("ref", evidence.ref());
          json.time("at", evidence.at());
          json.text("says", evidence.says());
        });
  }

  private void alternative(Alternative alternative) throws IOException {
    json.object(
        () -> {
          json.text("cause", alternative.cause().label());
          json.text("why_not", alternative.whyNot());
        });
  }
}
