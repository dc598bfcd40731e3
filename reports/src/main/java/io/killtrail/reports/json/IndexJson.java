package io.killtrail.reports.json;

import io.killtrail.analyzer.IndexSummary;
import io.killtrail.analyzer.custody.CheckedInput;
import io.killtrail.analyzer.index.IndexCheck;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.reports.text.IndexText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What an index holds, and whether it is sound, as JSON. */
public final class IndexJson {
  private IndexJson() {}

  /** Writes what it holds, schema {@code killtrail.index-info/1}. */
  public static void write(String directory, IndexSummary summary, Appendable out)
      throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.document(
        () -> {
          json.text("schema", "killtrail.index-info/1");
          json.text("index", directory);
          json.number("bytes", summary.bytes());
          json.array(
              "hosts", List.copyOf(summary.facts().keySet()), host -> host(host, summary, json));
          json.array("inputs", summary.inputs(), read -> input(read, json));
          json.counts("rejected", summary.rejected());
          json.array("gaps", summary.gaps(), gap -> gap(gap, json));
        });
  }

  private static void host(String host, IndexSummary summary, JsonOut json) throws IOException {
    json.object(
        () -> {
          json.text("host", named(host));
          json.counts("facts", summary.facts().get(host));
        });
  }

  private static Optional<String> named(String host) {
    return Optional.of(host).filter(name -> !name.isEmpty());
  }

  private static void input(IndexSummary.Read read, JsonOut json) throws IOException {
    IndexedInput input = read.input();
    json.object(
        () -> {
          json.strings("paths", List.copyOf(input.paths().keySet()));
          json.strings("former_paths", List.copyOf(input.former()));
          json.text("format", input.format().label());
          json.text("digest", input.digest());
          json.number("offset", read.offset());
          json.number("records", input.records());
          json.number("rejected", input.rejected());
          json.text("outcome", input.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          json.text("note", input.note());
          json.strings("hosts", List.copyOf(input.hosts().keySet()));
        });
  }

  private static void gap(IndexSummary.Gaps gap, JsonOut json) throws IOException {
    json.object(
        () -> {
          json.text("host", named(gap.host()));
          json.text("problem", gap.problem().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          json.number("times", gap.times());
          json.number("lost", gap.lost());
          json.time("first", gap.first());
          json.time("last", gap.last());
        });
  }

  /**
   * Writes whether it is sound, and its inputs are as they were; {@code killtrail.index-verify/1}.
   */
  public static void write(
      IndexCheck.Result result, Optional<List<CheckedInput>> inputs, Appendable out)
      throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.document(
        () -> {
          json.text("schema", "killtrail.index-verify/1");
          json.truth("sound", result.found() == 0);
          json.number("facts", result.facts());
          json.number("problems_found", result.found());
          json.strings("problems", result.problems());
          if (inputs.isPresent()) {
            json.array("inputs", inputs.get(), input -> checked(input, json));
          }
        });
  }

  private static void checked(CheckedInput input, JsonOut json) throws IOException {
    Optional<CheckedInput.Changed> changed =
        input.state() instanceof CheckedInput.Changed differs
            ? Optional.of(differs)
            : Optional.empty();
    json.object(
        () -> {
          json.text("path", input.path());
          json.text("now_at", input.at());
          json.text("state", IndexText.word(input.state()));
          json.text("digest", input.digest());
          json.number("bytes_read", input.length());
          json.number("block", block(changed));
          json.number("from", bytes(changed.map(CheckedInput.Changed::from)));
          json.number("to", bytes(changed.map(CheckedInput.Changed::to)));
        });
  }

  private static OptionalInt block(Optional<CheckedInput.Changed> changed) {
    return changed.map(differs -> OptionalInt.of(differs.block())).orElse(OptionalInt.empty());
  }

  private static OptionalLong bytes(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
