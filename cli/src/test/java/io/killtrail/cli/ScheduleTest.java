package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of an index that are made again and again, each at another time. */
class ScheduleTest {
  private static final String NEXT_DAY = "2026-11-22T06:00:00Z";
  private static final String LATER = "2026-11-23T06:00:00Z";
  private static final String COLLISION = "helperd[456]";

  @TempDir private Path directory;
  private Path index;

  @BeforeEach
  void ingestOneStory() {
    index = directory.resolve("index");
    ingest("sudden-death");
  }

  private void ingest(String sample) {
    String path = new Sample(sample).directory().toString();
    Cli.Result done = Cli.run("ingest", "--year", "2026", "--index", index.toString(), path);
    assertThat(done.exit()).as(done.err()).isZero();
  }

  private Cli.Result report(String now, String... more) {
    List<String> words = new ArrayList<>(List.of("report", "--index", index.toString()));
    words.addAll(List.of(more));
    return Cli.run(Cli.at(now), words.toArray(String[]::new));
  }

  private String told(String now, String... more) {
    Cli.Result result = report(now, more);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  @Test
  void theFirstReportTellsAllAndTheNextOnlyWhatCameSince() {
    assertThat(told(NEXT_DAY, "--since", "last")).contains(COLLISION);
    String next = told(LATER, "--since", "last");

    assertThat(next).doesNotContain(COLLISION).contains("asked for    since 2026-11-22 06:00:00");
    assertThat(next).contains("No case matches what was asked for.");
  }

  @Test
  void aDeathWhoseEvidenceCameLateIsToldThoughItIsOld() {
    told(NEXT_DAY, "--since", "last");
    ingest("sudo-sigkill");
    String next = told(LATER, "--since", "last");

    assertThat(next).doesNotContain(COLLISION).contains("queue-runner");
    assertThat(told("2026-11-24T06:00:00Z", "--since", "last")).doesNotContain("queue-runner");
  }

  @Test
  void missedRunsAreCaughtUp() {
    told("2026-11-20T06:00:00Z", "--since", "last");
    assertThat(told("2026-12-20T06:00:00Z", "--since", "last")).contains(COLLISION);
  }

  @Test
  void nothingIsPrintedAndNoFileWrittenWhenNothingIsNew() {
    Path file = directory.resolve("report.txt");
    assertThat(told(NEXT_DAY, "--new-only")).contains(COLLISION);
    assertThat(told(LATER, "--new-only")).isEmpty();
    assertThat(told(LATER, "--new-only", "-o", file.toString())).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatWasFlaggedBeforeFailsNoReportThatDoesNotTellIt() {
    assertThat(report(NEXT_DAY, "--new-only", "--fail-on", "flagged").exit()).isEqualTo(3);
    assertThat(report(LATER, "--new-only", "--fail-on", "flagged").exit()).isZero();
  }

  /** Without the journal it was nobody's unit. */
  @Test
  void aVerdictThatLateEvidenceChangesIsToldAgain() throws IOException {
    index = directory.resolve("other");
    Path sample = new Sample("sudden-death").directory();
    Cli.run("ingest", "--index", index.toString(), sample.resolve("audit.log").toString());
    told(NEXT_DAY, "--new-only");
    assertThat(told(NEXT_DAY, "--new-only")).isEmpty();
    Cli.run("ingest", "--index", index.toString(), sample.toString());

    assertThat(told(LATER, "--new-only")).contains("stale-pid-file-collision");
  }

  @Test
  void schedulesDoNotKnowOfEachOther() {
    told(NEXT_DAY, "--new-only", "--schedule", "mail");
    assertThat(told(NEXT_DAY, "--new-only", "--schedule", "mail")).isEmpty();
    assertThat(told(NEXT_DAY, "--new-only", "--schedule", "page")).contains(COLLISION);
    assertThat(told(NEXT_DAY)).as("no schedule").contains(COLLISION);
  }

  @Test
  void whatCouldNotBeWrittenIsToldByTheNext() throws IOException {
    Path nowhere = Files.createFile(directory.resolve("file")).resolve("report.txt");
    assertThat(report(NEXT_DAY, "--new-only", "-o", nowhere.toString()).exit()).isEqualTo(1);
    assertThat(told(LATER, "--new-only")).contains(COLLISION);
  }

  @Test
  void aScheduleThatIsDamagedSaysWhatToDo() throws IOException {
    told(NEXT_DAY, "--new-only");
    Path file = index.resolve("killtrail.schedule.default");
    for (String damage : List.of("", "yesterday\n", Files.readString(file) + "nonsense\n")) {
      Files.writeString(file, damage);
      Cli.Result result = report(LATER, "--new-only");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err())
          .isEqualTo(
              "killtrail: " + file + " is damaged; remove it, and the next report begins anew\n");
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(report(LATER, "--new-only").err()).contains("is damaged");
  }

  @Test
  void namesAreLettersDigitsAndALittleMore() {
    for (String name : List.of("", "../x", "a b", "a/b", "x".repeat(65))) {
      Cli.Result result = report(NEXT_DAY, "--schedule", name);
      assertThat(result.exit()).as(name).isEqualTo(2);
      assertThat(result.err()).contains("Invalid value for option '--schedule'");
    }
  }

  @Test
  void lastIsNoTimeForOtherCommands() {
    Cli.Result result = Cli.run("search", "--index", index.toString(), "--since", "last", "*");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("'last' is no time");
  }

  @Test
  void aFileBearsTheDateAndItsDirectoriesAreMade() {
    Path pattern = directory.resolve("reports/%Y/killtrail-%F.json");
    told(NEXT_DAY, "--format", "json", "-o", pattern.toString());
    assertThat(directory.resolve("reports/2026/killtrail-2026-11-22.json")).isNotEmptyFile();

    Path tables = directory.resolve("tables/%F");
    told(NEXT_DAY, "--format", "csv", "-o", tables + "/");
    assertThat(directory.resolve("tables/2026-11-22/cases.csv")).isNotEmptyFile();
  }

  @Test
  void aNameThatIsNoDateIsRefused() {
    Cli.Result result = report(NEXT_DAY, "-o", directory.resolve("100%.txt").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("is no part of a date").contains("%%");
  }

  @Test
  void aMailHasAHeaderAnEmptyLineAndLinesThatFit() {
    String mail = told(NEXT_DAY, "--mail-to", "root,ops@example.org", "--color", "always");
    assertThat(mail)
        .startsWith(
            """
            To: root, ops@example.org
            Subject: killtrail: 1 case: 1 flagged, 0 more not expected, 0 expected on web01
            Date: Sun, 22 Nov 2026 06:00:00 GMT
            """);
    assertThat(mail).contains("\n\n").contains(COLLISION).doesNotContain("\u001b");
    assertThat(mail.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
  }

  @Test
  void aMailIsText() {
    Cli.Result result = report(NEXT_DAY, "--mail-to", "root", "--format", "html");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--mail-to goes with --format text");
    assertThat(report(NEXT_DAY, "--mail-to", "a\nBcc: b").err()).contains("is no address");
  }

  @Test
  void anIndexWithASchedulePassesItsOwnCheck() {
    told(NEXT_DAY, "--since", "last");
    Cli.Result verified = Cli.run("index", "verify", "--index", index.toString());
    assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
  }
}
