package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli.Result;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ShowTest {
  private static final Pattern REF = Pattern.compile("\"ref\":\\s*\"([^\"]+)\"");
  private static final Pattern CASE = Pattern.compile("\"id\":\\s*\"([0-9a-f]{16})\"");

  @AutoClose private static final SamplesIndex INDEX = new SamplesIndex();

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    pattern.matcher(text).results().map((MatchResult hit) -> hit.group(1)).forEach(found::add);
    return found;
  }

  @Test
  void whateverIsPrintedAsAReferenceCanBeShown() {
    Set<String> refs = all(REF, INDEX.run("report", "--format", "json").out());
    refs.addAll(all(REF, INDEX.run("search", "*", "--limit", "10000", "--format", "json").out()));
    refs.addAll(
        all(
            REF,
            INDEX
                .run(
                    "timeline",
                    "--host",
                    "web01",
                    "--around",
                    "2026-11-21T02:22Z",
                    "--format",
                    "json",
                    "--within",
                    "1d")
                .out()));
    assertThat(refs).hasSizeGreaterThan(100);
    Result result = INDEX.run(words("show", refs));
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
  }

  @Test
  void ofACaseTheRecordsOfAllItsEvidenceAreShown() {
    for (String id : all(CASE, INDEX.run("report", "--format", "json").out())) {
      Set<String> refs = all(REF, INDEX.run("why", id, "--format", "json").out());
      assertThat(refs).isNotEmpty();
      assertThat(INDEX.run("show", id).out()).isEqualTo(INDEX.run(words("show", refs)).out());
    }
  }

  @Test
  void rawRecordsOfACaseAreTheLinesOfTheEvidence() throws IOException {
    assertThat(INDEX.run("show", "--raw", "c902f26742611d73").out().lines())
        .contains(
            "type=OBJ_PID msg=audit(1795227736.868:68): opid=281 oauid=-1 ouid=0 oses=-1"
                + " obj=unconfined ocomm=\"pool-46-worker\"");
  }

  @Test
  void whatNothingHasIsSaid() {
    Result result = INDEX.run("show", "feedfeedfeedfeed", "nothing");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .contains("has the reference feedfeedfeedfeed")
        .contains("has the reference nothing");
  }

  private static String[] words(String command, Set<String> refs) {
    Set<String> words = new LinkedHashSet<>(Set.of(command));
    words.addAll(refs);
    return words.toArray(String[]::new);
  }
}
