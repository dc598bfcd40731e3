package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is told of real boots, held against what was written down when they ran: by the checker that
 * lies with them, which also counts how often each degree of confidence is right.
 */
class CapturedVerdictsTest {
  private static final Path CAPTURES =
      Sample.ROOT.resolve(
          Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"));
  private static final Path CHECKER = CAPTURES.resolve("check_verdicts.py");
  private static final String TRUTH = "truth.jsonl";

  @TempDir private static Path directory;

  /** How the checker ended and what it said. */
  private record Judgement(int exit, String said) {
    /** How many cases of this confidence were right, and how many there were. */
    Grade grade(String confidence) {
      Matcher counts = Pattern.compile(confidence + " (\\d+)/(\\d+)").matcher(said);
      assertThat(counts.find()).as(said).isTrue();
      return new Grade(Integer.parseInt(counts.group(1)), Integer.parseInt(counts.group(2)));
    }
  }

  private record Grade(int right, int all) {
    Grade and(Grade other) {
      return new Grade(right + other.right, all + other.all);
    }
  }

  @BeforeAll
  static void capturesAndPythonAreThere() throws Exception {
    assumeTrue(Files.isRegularFile(CHECKER), CHECKER + " is not there");
    assumeTrue(hasPython(), "python3 is not there");
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return run("python3", "--version").exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyBootIsToldAsItWas() throws IOException {
    return boots().stream()
        .map(
            boot ->
                dynamicTest(
                    CAPTURES.relativize(boot).toString(),
                    () -> {
                      Judgement judgement = judge(boot);
                      assertThat(judgement.exit()).as(judgement.said()).isZero();
                    }));
  }

  @Test
  void whatIsProvenIsAlwaysRightAndWhatIsLikelyNearlyAlways() throws Exception {
    Grade proven = new Grade(0, 0);
    Grade likely = new Grade(0, 0);
    for (Path boot : boots()) {
      Judgement judgement = judge(boot);
      proven = proven.and(judgement.grade("proven"));
      likely = likely.and(judgement.grade("likely"));
    }

    assertThat(proven.all()).isPositive();
    assertThat(proven.right()).isEqualTo(proven.all());
    assertThat(likely.all()).isPositive();
    assertThat(likely.right() * 10).isGreaterThanOrEqualTo(likely.all() * 9);
  }

  private static List<Path> boots() throws IOException {
    try (Stream<Path> files = Files.walk(CAPTURES, 3)) {
      return files
          .filter(file -> file.endsWith(TRUTH) && CAPTURES.relativize(file).getNameCount() == 3)
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static Judgement judge(Path boot) throws IOException, InterruptedException {
    String name = CAPTURES.relativize(boot).toString().replace('/', '-');
    Path report = directory.resolve(name + ".json");
    if (!Files.exists(report)) {
      Path evidence = directory.resolve(name);
      copyWithoutTruth(boot, evidence);
      String[] command = {
        "analyze", evidence.toString(), "--format", "json", "-o", report.toString()
      };
      assertThat(Cli.run(command).exit()).isZero();
    }
    return run("python3", CHECKER.toString(), boot.resolve(TRUTH).toString(), report.toString());
  }

  private static void copyWithoutTruth(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.endsWith(TRUTH)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static Judgement run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Judgement(process.exitValue(), Files.readString(said));
  }
}
