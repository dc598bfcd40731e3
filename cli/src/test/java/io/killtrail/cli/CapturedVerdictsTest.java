package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Path CHECKER = Captures.DIRECTORY.resolve("check_verdicts.py");

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
    return Captures.boots().stream()
        .map(
            boot ->
                dynamicTest(
                    Captures.name(boot),
                    () -> {
                      Judgement judgement = judge(boot);
                      assertThat(judgement.exit()).as(judgement.said()).isZero();
                    }));
  }

  @Test
  void whatIsProvenIsAlwaysRightAndWhatIsLikelyNearlyAlways() throws Exception {
    Grade proven = new Grade(0, 0);
    Grade likely = new Grade(0, 0);
    for (Path boot : Captures.boots()) {
      Judgement judgement = judge(boot);
      proven = proven.and(judgement.grade("proven"));
      likely = likely.and(judgement.grade("likely"));
    }

    assertThat(proven.all()).isPositive();
    assertThat(proven.right()).isEqualTo(proven.all());
    assertThat(likely.all()).isPositive();
    assertThat(likely.right() * 10).isGreaterThanOrEqualTo(likely.all() * 9);
  }

  private static Judgement judge(Path boot) throws IOException, InterruptedException {
    String name = Captures.name(boot);
    Path report = directory.resolve(name + ".json");
    if (!Files.exists(report)) {
      Path evidence = directory.resolve(name);
      Captures.copyWithoutTruth(boot, evidence);
      String[] command = {
        "analyze", evidence.toString(), "--format", "json", "-o", report.toString()
      };
      assertThat(Cli.run(command).exit()).isZero();
    }
    return run(
        "python3", CHECKER.toString(), boot.resolve(Captures.TRUTH).toString(), report.toString());
  }

  private static Judgement run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Judgement(process.exitValue(), Files.readString(said));
  }
}
