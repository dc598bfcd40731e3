package io.killtrail.cli;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A session whose output can be looked at. */
public final class Printed {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Session session;

  public Printed(Environment environment) {
    this.session = Session.of(InputStream.nullInputStream(), out, err, environment);
  }

  public Session session() {
    return session;
  }

  public byte[] bytes() throws IOException {
    session.flush();
    return out.toByteArray();
  }

  public String out() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public String err() throws IOException {
    session.flush();
    return err.toString(StandardCharsets.UTF_8);
  }
}
