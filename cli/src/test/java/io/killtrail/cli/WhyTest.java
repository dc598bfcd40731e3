package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli.Result;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyTest {
  @AutoClose private static final SamplesIndex INDEX = new SamplesIndex();

  private static String told(String... words) {
    return INDEX.printed(words);
  }

  @Test
  void aUnitStandsForItsLatestDeathAndTheOthersAreCounted() {
    assertThat(told("why", "appd"))
        .startsWith("2026-11-21 02:22:23.484 UTC  web01  appd.service  stale-pid-file-collision")
        .contains("1 more death: killtrail why appd --all tells them")
        .isEqualTo(told("why", "appd.service").replace("why appd.service", "why appd"));
  }

  @Test
  void theStoryGoesFromThePidFileOverTheBootToTheEndEachStepWithItsReference() {
    String story = told("why", "c902f26742611d73");
    assertThat(steps(story))
        .containsExactly(
            "process",
            "pid-file",
            "boot",
            "pid-file",
            "thread",
            "signal",
            "signal",
            "exit",
            "unit",
            "unit",
            "unit",
            "unit");
    assertThat(story)
        .containsSubsequence(
            "process 350 (helperd) had the number when the file was written",
            "/var/lib/helperd/helperd.pid held 350, last written 2026-11-21T02:13:43.844Z",
            "the host booted: boot 2b83f51991ac42c386393666cd7407d1",
            "350 was thread \"pool-46-worker\" of process 281",
            "to send 0 to number 350",
            "audit:1795227736.856:67",
            "to send SIGTERM to number 350",
            "audit:1795227736.868:68",
            "appd.service: main process exited with status 143",
            "appd.service: failed with result exit-code",
            "appd.service: start job began",
            "WHAT ELSE IT COULD HAVE BEEN",
            "user: the sender belongs to no login session",
            "WHAT TO DO",
            "should not use a PID file");
  }

  private static List<String> steps(String story) {
    return story
        .lines()
        .filter(line -> line.matches(" *\\d+  2026-.* UTC  [a-z-]+"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  @Test
  void whoAskedIsAStepOfTheStory() {
    assertThat(told("why", "queue-runner", "--at", "2026-11-21T02:15:31"))
        .containsSubsequence("ran: /usr/bin/sh -c", "systemctl stop", "to send SIGTERM");
  }

  @ParameterizedTest
  @CsvSource({
    "281, 2026-11-21 02:22:16.868 UTC  web01  appd.service",
    "350, '350 was no process that ended, but a thread of one:'",
    "456, '456 was nobody''s victim; it sent the signal:'",
    "invoice, 'invoice: invoice-batch.service'",
    "c902, 2026-11-21 02:22:16.868 UTC  web01  appd.service",
  })
  void aNumberANameOrTheirBeginningIsUnderstood(String whose, String begins) {
    assertThat(told("why", whose)).startsWith(begins);
  }

  @Test
  void theDeathNearestToATimeIsTold() {
    assertThat(told("why", "appd", "--at", "2026-11-21 02:22:17")).contains("c902f26742611d73");
    assertThat(told("why", "appd", "--at", "2027-01-01")).contains("5a8226be758cf3df");
    assertThat(told("why", "appd", "--all"))
        .containsSubsequence("c902f26742611d73", "5a8226be758cf3df")
        .doesNotContain("more death");
  }

  @ParameterizedTest
  @CsvSource({
    "apdp, did you mean appd?",
    "zzzz, no evidence names a unit zzzz",
    "user, several units begin with user: user-1000.slice, user-runtime-dir@1000.service",
    "ffff, no case has the id ffff",
    "4000000, no death is known that process 4000000 died or caused",
  })
  void whoIsMistakenIsToldWhatThereIs(String whose, String told) {
    Result result = INDEX.run("why", whose);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(told);
  }

  @Test
  void onlyDeathsOnTheHostThatWasNamedAreTold() {
    assertThat(INDEX.run("why", "appd", "--host", "web02").err())
        .contains("no death of appd.service is known on web02");
    assertThat(told("why", "appd", "--host", "web01")).contains("5a8226be758cf3df");
  }

  @Test
  void jsonIsAListOfCasesByTheSchemaOfReports() throws IOException {
    String cases = told("why", "appd", "--all", "--format", "json");
    Told report = Told.parse(INDEX.run("report", "--unit", "appd", "--format", "json").out());
    Told list = Told.parse("{\"cases\":" + cases + "}");
    assertThat(list.list("cases")).hasSize(2);
    assertThat(list.at("cases")).isEqualTo(report.at("cases"));
  }
}
