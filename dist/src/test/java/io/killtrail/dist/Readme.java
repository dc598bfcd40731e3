package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

/** The example of the README: what to run, and what it prints. */
record Readme(String arguments, String output) {
  static Readme read() throws IOException {
    String page = Files.readString(Distribution.ROOT.resolve("README.md"));
    String arguments = "analyze samples/sudden-death";
    assertThat(page).contains("bin/killtrail " + arguments);
    int begin = page.indexOf("FLAGGED");
    String output = page.substring(begin, page.indexOf("\n```", begin));
    assertThat(output.lines()).hasSizeGreaterThan(15);
    return new Readme(arguments, output);
  }
}
