package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.QuerySyntaxException;
import io.killtrail.cli.environment.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
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
    QuerySyntaxException wrong = new QuerySyntaxException("closing bracket missing");
    assertThat(Failure.tell(wrong, printed.session())).isEqualTo(ExitStatus.USAGE);
    assertThat(printed.err()).isEqualTo("killtrail: closing bracket missing\n");
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
