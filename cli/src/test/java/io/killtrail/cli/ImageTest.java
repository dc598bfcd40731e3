package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of a sample where it lies on a host. */
class ImageTest {
  private static final Path SAMPLE = new Sample("sudden-death").directory();
  private static final String PID_FILE = "var/lib/helperd/helperd.pid";

  @TempDir Path image;

  @BeforeEach
  void lay() throws IOException {
    copy("audit.log", "var/log/audit/audit.log");
    // As text, since no binary journal can be made everywhere.
    copy("journal.json", "var/log/journal/3f2a6c5e/journal.json");
    Files.writeString(Files.createDirectories(image.resolve("etc")).resolve("hostname"), "web01\n");
    Path file = image.resolve(PID_FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "350\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-21T02:13:43.844Z")));
  }

  private void copy(String name, String path) throws IOException {
    Path to = image.resolve(path);
    Files.createDirectories(to.getParent());
    Files.copy(SAMPLE.resolve(name), to);
  }

  private String root() {
    return image.toString();
  }

  @Test
  void givesTheVerdictOfTheSampleAsFarAsItShowsWithoutThreads() throws IOException {
    Cli.Result result = Cli.run("analyze", "--root", root(), "--format", "json");
    assertThat(result.exit()).isZero();
    Told death = Told.parse(result.out()).caseOf("stale-pid-file");
    assertThat(death.at("confidence")).isEqualTo("likely");
    assertThat(death.at("flags")).isEqualTo("[stale-pid-file-collision, unexpected-143]");
    assertThat(death.at("victim.pid")).isEqualTo("281");
    assertThat(death.at("pid_file.path")).isEqualTo("/" + PID_FILE);
    assertThat(death.at("pid_file.number")).isEqualTo("350");
    assertThat(death.at("evidence")).contains("snapshot:image@web01/1795227223/350//" + PID_FILE);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(Cli.run("analyze", "--root", root()).err().replace(root(), "IMAGE").lines())
        .containsExactly(
            "killtrail: IMAGE: no syslog files (messages, syslog, kern.log, auth.log, ...) in"
                + " /var/log",
            "killtrail: IMAGE: no zone in /etc/localtime and /etc/timezone");
  }

  @Test
  void addsNothingTheSecondTime(@TempDir Path directory) {
    String index = directory.resolve("index").toString();
    Cli.run("ingest", "--index", index, "--root", root());
    assertThat(Cli.run("ingest", "--index", index, "--root", root()).out())
        .isEqualTo("read before            3 inputs  skipped\n");
  }

  @Test
  void mustBeADirectory() {
    Cli.Result result = Cli.run("analyze", "--root", root() + "/none");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("killtrail: " + root() + "/none: no such directory\n");
  }
}
