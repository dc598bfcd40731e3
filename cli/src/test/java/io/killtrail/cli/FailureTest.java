package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.cli.environment.Terminal;
import io.killtrail.cli.session.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final Printed printed = new Printed(Cli.ENVIRONMENT);

  @Test
  void namesTheFileAndTheReason() throws IOException {
    Failure.tell(new NoSuchFileException("/a"), printed.session());
    Failure.tell(new AccessDeniedException("/b"), printed.session());
    assertThat(printed.err())
        .isEqualTo("killtrail: /a: no such file or directory\nkilltrail: /b: permission denied\n");
  }

  @Test
  void tellsWhatCouldNotBeWrittenInTheMiddleOfTheWork() throws IOException {
    UncheckedIOException thrown = new UncheckedIOException(new IOException("no space is left"));
    assertThat(Failure.tell(thrown, printed.session())).isEqualTo(ExitStatus.FAILED);
    assertThat(printed.err()).isEqualTo("killtrail: no space is left\n");
  }

  @Test
  void callsAQueryThatCannotBeReadWrongUsage() throws IOException {
    QuerySyntaxException wrong =
        new QuerySyntaxException("closing bracket missing", "(a", OptionalInt.of(2));
    assertThat(Failure.tell(wrong, printed.session())).isEqualTo(ExitStatus.USAGE);
    assertThat(printed.err())
        .isEqualTo(
            """
            killtrail: closing bracket missing
              (a
                ^
            killtrail search --fields lists all fields.
            """);
  }

  @Test
  void showsOfALongQueryWhatLiesAroundThePlaceAndMakesItHarmless() throws IOException {
    String query = "x".repeat(100) + "\u001b[2J:1" + "y".repeat(100);
    Failure.tell(new QuerySyntaxException("no", query, OptionalInt.of(100)), printed.session());
    List<String> lines = printed.err().lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(80).contains("...xxx").doesNotContain("\u001b");
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("\\x1b"));
  }

  @Test
  void showsNoStackTraceUnlessAsked() throws IOException {
    assertThat(Failure.tell(new IllegalStateException("oops"), printed.session()))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(printed.err().lines()).hasSize(1);
    Printed asked = new Printed(Cli.environment(Map.of("KILLTRAIL_TRACE", "1"), Terminal.NONE));
    Failure.tell(new IllegalStateException("oops"), asked.session());
    assertThat(asked.err()).contains("\tat io.killtrail.cli.FailureTest");
  }

  @Test
  void weighsFlaggedCasesMoreThanMissingInputs() {
    assertThat(ExitStatus.FLAGGED.and(ExitStatus.PARTLY)).isEqualTo(ExitStatus.FLAGGED);
    assertThat(ExitStatus.PARTLY.and(ExitStatus.DONE)).isEqualTo(ExitStatus.PARTLY);
    assertThat(ExitStatus.DONE.and(ExitStatus.FAILED)).isEqualTo(ExitStatus.FAILED);
  }
}
