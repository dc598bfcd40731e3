package io.killtrail.ingest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.fact.PidFileSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostImageTest {
  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(directory.resolve("image"));
  }

  private Path file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void link(String path, String target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
  }

  private HostImage open() throws IOException {
    return HostImage.open(root);
  }

  private List<String> logs() throws IOException {
    Path real = root.toRealPath();
    return open().logs().stream().map(file -> real.relativize(file).toString()).toList();
  }

  private List<String> pidFiles() throws IOException {
    return open().pidFiles().stream().map(ImagePidFile::path).toList();
  }

  @Nested
  class Logs {
    @Test
    void areThoseOfAuditdJournaldAndSyslogWithTheirRotatedOnes() throws IOException {
      List<String> wanted =
          List.of(
              "var/log/audit/audit.log",
              "var/log/audit/audit.log.1.gz",
              "var/log/journal/0123/system.journal",
              "run/log/journal/0123/user-1000.journal~",
              "var/log/auth.log",
              "var/log/dmesg.0",
              "var/log/kern.log.2.gz",
              "var/log/messages-20261121",
              "var/log/syslog");
      for (String path : wanted) {
        file(path, "x");
      }
      file("var/log/syslogic", "x");
      file("var/log/dpkg.log", "x");
      file("home/me/audit.log", "x");
      assertThat(logs()).containsExactlyElementsOf(wanted);
    }

    @Test
    void areFoundOnceHoweverManyLinksLeadThere() throws IOException {
      file("srv/logs/syslog", "x");
      link("var/log", "/srv/logs");
      link("srv/logs/messages", "syslog");
      assertThat(logs()).containsExactly("srv/logs/syslog");
    }

    @Test
    void thatAreNotThereAreSaidKindByKind() throws IOException {
      assertThat(open().missing())
          .hasSize(6)
          .anySatisfy(line -> assertThat(line).contains("/var/log/audit"))
          .anySatisfy(line -> assertThat(line).contains("/var/log/journal"))
          .anySatisfy(line -> assertThat(line).contains("PID files"));
    }
  }

  @Nested
  class Links {
    @Test
    void thatAreAbsoluteStayInside() throws IOException {
      Files.createDirectories(directory.resolve("outside"));
      Files.writeString(directory.resolve("outside/x.pid"), "1\n");
      link("run", directory.resolve("outside").toString());
      link("var/log/syslog", "/etc/passwd");
      link("etc/hostname", directory.resolve("outside/x.pid").toString());
      assertThat(logs()).isEmpty();
      assertThat(pidFiles()).isEmpty();
      assertThat(open().host()).isEmpty();
    }

    @Test
    void upwardsEndAtTheRoot() throws IOException {
      Files.writeString(directory.resolve("secret"), "1\n");
      link("run/x.pid", "../../secret");
      link("run/y.pid", "../../../../../../etc/passwd");
      file("etc/systemd/system/a.service", "[Service]\nPIDFile=/../../secret\n");
      assertThat(pidFiles()).isEmpty();
      file("secret", "2\n");
      assertThat(pidFiles()).containsExactly("/secret");
    }

    @Test
    void inCirclesLeadNowhere() throws IOException {
      link("run", "/var/run");
      link("var/run", "/run");
      link("var/log", ".");
      link("var/lib/a/b.pid", "b.pid");
      link("var/lib/a/up", "..");
      file("var/lib/a/c.pid", "1");
      assertThat(pidFiles()).containsExactly("/var/lib/a/c.pid");
    }

    @Test
    void neverOpenPipes() throws IOException, InterruptedException {
      Files.createDirectories(root.resolve("run"));
      String pipe = root.resolve("run/x.pid").toString();
      assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
      link("etc/hostname", "/run/x.pid");
      assertThat(pidFiles()).isEmpty();
      assertThat(open().host()).isEmpty();
    }
  }

  @Nested
  class PidFileLocations {
    @Test
    void areRunAndTheStateOfDaemonsByThePathsOfTheHost() throws IOException {
      file("run/a/b/c/x.pid", "1");
      file("run/sshd.pid", "1");
      file("var/lib/d/e/y.pid", "1");
      file("var/lib/d/e/f/too-deep.pid", "1");
      file("tmp/z.pid", "1");
      link("var/run", "/run");
      assertThat(pidFiles())
          .containsExactly("/run/a/b/c/x.pid", "/run/sshd.pid", "/var/lib/d/e/y.pid");
    }

    @ParameterizedTest
    @CsvSource({
      "/opt/app/pid, app.service, /opt/app/pid",
      "%t/app/pid, app.service, /run/app/pid",
      "app/number, app.service, /run/app/number",
      "/opt/%n, app.service, /opt/app.service",
      "/opt/%p-%i, app@one.service, /opt/app-one",
      "/opt/%p/%N%%, app.service, /opt/app/app%",
      "/var/run/app.number, app.service, /run/app.number",
    })
    void areWhereUnitsSay(String value, String unit, String path) throws IOException {
      link("var/run", "/run");
      file(path.substring(1), "350\n");
      file("usr/lib/systemd/system/" + unit, "[Unit]\n[Service]\n# x\nPIDFile = " + value + "\n");
      assertThat(pidFiles()).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "etc/systemd/system",
          "etc/systemd/system.control",
          "usr/local/lib/systemd/system",
          "usr/lib/systemd/system",
          "run/systemd/generator.late"
        })
    void areWhereUnitsSayWhereverTheyLie(String directory) throws IOException {
      link("lib", "usr/lib");
      file("opt/pid", "350\n");
      file(directory + "/app.service", "[Service]\nPIDFile=/opt/pid\n");
      assertThat(pidFiles()).containsExactly("/opt/pid");
      assertThat(open().pidFiles().getFirst().unit()).hasValue("app.service");
    }

    @Test
    void mayStandInDropInsToo() throws IOException {
      file("etc/systemd/system/app.service.d/pid.conf", "[Service]\nPIDFile=\nPIDFile=/opt/pid\n");
      file("opt/pid", "350\n");
      assertThat(pidFiles()).containsExactly("/opt/pid");
    }

    @Test
    void areNotGuessedFromSpecifiersThatDependOnMore() throws IOException {
      link("etc/systemd/system/masked.service", "/dev/null");
      file("etc/systemd/system/a@.service", "[Service]\nPIDFile=/opt/%i\n");
      file("etc/systemd/system/b.service", "[Service]\nPIDFile=%h/x\nPIDFile=/opt/%\n");
      file("opt/x", "1");
      assertThat(pidFiles()).isEmpty();
    }
  }

  @Nested
  class PidFileContents {
    private PidFileSeen seen(String content) throws IOException {
      Path file = file("run/x.pid", content);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-21T02:13:43.844Z")));
      return open().pidFiles().getFirst().read(Optional.of("web01"), Optional.of("web01"));
    }

    @ParameterizedTest
    @CsvSource(
        ignoreLeadingAndTrailingWhitespace = false,
        value = {"350", " 350 ", "350\\n", "\\n350\\n0\\n1\\n", "350 helperd", "\\t350"})
    void holdTheirFirstNumber(String content) throws IOException {
      String text = content.replace("\\n", "\n").replace("\\t", "\t");
      assertThat(seen(text).number()).isEqualTo(OptionalInt.of(350));
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "-1", "pid=350", "99999999999"})
    void holdNoneOfAProcess(String content) throws IOException {
      assertThat(seen(content).number()).isEmpty();
    }

    @Test
    void areReadInTheirBeginningOnly() throws IOException {
      PidFileSeen seen = seen("350\n" + "x".repeat(1 << 20));
      assertThat(seen.number()).isEqualTo(OptionalInt.of(350));
      assertThat(seen.provenance().raw().getFirst().latin1()).hasSize(4096);
    }

    @Test
    void countFromTheBeginningWhenTheirAgeIsNone() throws IOException {
      Path file = file("run/x.pid", "350\n");
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1960-01-01T00:00:00Z")));
      PidFileSeen seen = open().pidFiles().getFirst().read(Optional.empty(), Optional.empty());
      assertThat(seen.number()).hasValue(350);
      assertThat(seen.modified()).isEmpty();
      assertThat(seen.provenance().time()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void wereSeenWhenTheyWereModified() throws IOException {
      PidFileSeen seen = seen("350\n");
      assertThat(seen.by()).isEqualTo(PidFileSeen.By.SNAPSHOT);
      assertThat(seen.path()).isEqualTo("/run/x.pid");
      assertThat(seen.modified()).hasValue(Instant.parse("2026-11-21T02:13:43.844Z"));
      assertThat(seen.provenance().time()).isEqualTo(seen.modified().orElseThrow());
      assertThat(seen.provenance().id().text())
          .isEqualTo("snapshot:image@web01/1795227223/350//run/x.pid");
    }
  }

  @Nested
  class Settings {
    @Test
    void ofTheHostCountWhereTheUserSaidNothing() throws IOException {
      file("etc/hostname", "# name\nweb01\n");
      link("etc/localtime", "/usr/share/zoneinfo/Europe/Berlin");
      IngestOptions completed = open().complete(IngestOptions.NONE);
      assertThat(completed.host()).hasValue("web01");
      assertThat(completed.sourceZone()).hasValue(ZoneId.of("Europe/Berlin"));
      IngestOptions said =
          new IngestOptions(
              Optional.of("other"), IngestOptions.NONE.year(), Optional.of(ZoneId.of("UTC")));
      assertThat(open().complete(said)).isEqualTo(said);
    }

    @Test
    void haveTheZoneOfTimezoneWhereLocaltimeIsNoLink() throws IOException {
      file("etc/localtime", "TZif");
      file("etc/timezone", "Asia/Tokyo\n");
      assertThat(open().zone()).hasValue(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void thatAreNonsenseDoNotCount() throws IOException {
      file("etc/hostname", "\u001b[2J\n");
      link("etc/localtime", "../usr/share/zoneinfo/Mars/Base");
      assertThat(open().host()).isEmpty();
      assertThat(open().zone()).isEmpty();
    }
  }

  @Test
  void mustBeADirectory() throws IOException {
    Path file = file("x", "");
    assertThatThrownBy(() -> HostImage.open(file)).hasMessageContaining("not a directory");
    assertThatThrownBy(() -> HostImage.open(root.resolve("none")))
        .hasMessageContaining("no such directory");
  }
}
