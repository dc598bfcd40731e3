package io.killtrail.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.cli.Cli;
import io.killtrail.cli.environment.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SessionTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /** As cron and the service manager start it. */
  private Session session() {
    Environment known = Cli.ENVIRONMENT;
    Environment ascii =
        new Environment(
            known.variables(),
            known.clock(),
            known.zone(),
            known.home(),
            known.root(),
            known.terminal(),
            StandardCharsets.US_ASCII);
    return Session.of(InputStream.nullInputStream(), printed, new ByteArrayOutputStream(), ascii);
  }

  @Test
  void whatIsForProgramsIsUtf8WhateverTheLocaleSays() throws IOException {
    session().print(out -> out.append("naïve-café"));
    Session other = session();
    Writer data = other.data();
    data.append(" 💀");
    data.flush();
    other.flush();
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("naïve-café 💀");
  }

  @Test
  void textIsWhatTheLocaleSays() throws IOException {
    Session session = session();
    session.out().append("café");
    session.flush();
    assertThat(printed.toString(StandardCharsets.US_ASCII)).isEqualTo("caf?");
  }
}
