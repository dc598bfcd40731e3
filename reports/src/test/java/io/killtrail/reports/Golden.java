package io.killtrail.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with files under {@code golden/}; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
  private Golden() {}

  public static void check(String name, String actual) throws IOException {
    Path file = Path.of(System.getProperty("killtrail.root"), "reports/src/test/resources/golden");
    file = file.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
