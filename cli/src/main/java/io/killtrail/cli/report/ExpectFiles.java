package io.killtrail.cli.report;

import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.reports.expect.ExpectFile;
import io.killtrail.reports.expect.ExpectFileException;
import io.killtrail.reports.expect.Expectations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files in which a site says what is meant there. */
final class ExpectFiles {
  private ExpectFiles() {}

  /** The rules of all of them, in the order in which they were named. */
  static Expectations read(List<Path> files) throws IOException, ExpectFileException {
    List<SiteRule> rules = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        rules.addAll(ExpectFile.read(file.toString(), in));
      }
    }
    return files.isEmpty() ? Expectations.none() : Expectations.of(rules);
  }
}
