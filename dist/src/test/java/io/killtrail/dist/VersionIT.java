package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version stands in one place, the parent pom, and all else follows it. */
class VersionIT {
  private static final String VERSION = Distribution.VERSION;

  @TempDir private Path directory;

  @Test
  void theCommandTellsIt() throws Exception {
    Tool done = Unpacked.in(directory).killtrail(Map.of(), "--version");
    assertThat(done).isEqualTo(new Tool(0, "killtrail " + VERSION + "\n", ""));
  }

  @Test
  void theArchivesAreNamedForIt() {
    assertThat(Distribution.TAR).isNotEmptyFile();
    assertThat(Distribution.DEB).isNotEmptyFile();
  }

  @Test
  void thePackageIsOfIt() throws Exception {
    DebFile deb = DebFile.read(Distribution.DEB);
    assertThat(deb.field("Version")).isEqualTo(VERSION);
    String packed = deb.data().get("/usr/share/doc/killtrail/changelog.gz").text();
    byte[] bytes = packed.getBytes(StandardCharsets.ISO_8859_1);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String changelog = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(changelog).startsWith("killtrail (" + VERSION + ") ").contains(released());
    }
  }

  private static String released() {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xxxx", Locale.ROOT)
        .format(Instant.parse(System.getProperty("killtrail.time")).atOffset(ZoneOffset.UTC));
  }

  @Test
  void theBillOfMaterialsIsOfIt() throws Exception {
    if (Files.exists(Distribution.SBOM)) {
      assertThat(Files.readString(Distribution.SBOM))
          .contains("pkg:maven/io.killtrail/killtrail-cli@" + VERSION + "?");
    }
  }
}
