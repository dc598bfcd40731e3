package io.killtrail.cli;

import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.OutputClosedException;
import io.killtrail.cli.session.QueryPointer;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.expect.ExpectFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what was thrown into a message for people and an exit status. */
final class Failure {
  private static final String TRACE = "KILLTRAIL_TRACE";

  private static final String SEARCH_FIELDS = "killtrail search --fields lists all fields.";
  private static final String CASE_FIELDS =
      "The fields of cases are the columns of --format csv; killtrail-report(1) lists them.";

  private Failure() {}

  static ExitStatus tell(Throwable thrown, Session session) {
    if (thrown instanceof OutputClosedException) {
      return ExitStatus.DONE;
    }
    session.complain(message(thrown));
    if (thrown instanceof QuerySyntaxException query) {
      QueryPointer.print(query, SEARCH_FIELDS, session);
    }
    if (thrown instanceof ExpectFileException file) {
      QueryPointer.print(file.fault(), CASE_FIELDS, session);
    }
    if (session.environment().variable(TRACE).isPresent()) {
      thrown.printStackTrace(session.err());
    }
    boolean wrongUse =
        thrown instanceof QuerySyntaxException || thrown instanceof ExpectFileException;
    return wrongUse ? ExitStatus.USAGE : ExitStatus.FAILED;
  }

  private static String message(Throwable thrown) {
    return switch (thrown) {
      case QuerySyntaxException query -> query.getMessage();
      case ExpectFileException file -> file.getMessage();
      case IOException io -> message(io);
      case UncheckedIOException io -> message(io.getCause());
      case OutOfMemoryError full ->
          "out of memory; KILLTRAIL_JAVA_OPTS=-Xmx2g, or more, gives more of it";
      default -> "internal error: " + thrown + "; with " + TRACE + "=1 set it says where";
    };
  }

  /** Java's file exceptions have the path for message, or nothing. */
  private static String message(IOException io) {
    return switch (io) {
      case NoSuchFileException file -> file.getFile() + ": no such file or directory";
      case AccessDeniedException file -> file.getFile() + ": permission denied";
      case FileSystemException file ->
          file.getFile() + ": " + (file.getReason() == null ? "failed" : file.getReason());
      default -> io.getMessage() == null ? io.toString() : io.getMessage();
    };
  }
}
