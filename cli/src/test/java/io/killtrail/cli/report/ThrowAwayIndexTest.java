package io.killtrail.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.killtrail.cli.Cli;
import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowAwayIndexTest {
  @TempDir private Path directory;

  @Test
  void isPrivateAndGoneAfterwards() throws IOException {
    Environment environment =
        Cli.environment(Map.of("TMPDIR", directory.toString()), Terminal.NONE);
    Path kept;
    try (ThrowAwayIndex index = ThrowAwayIndex.create(environment)) {
      kept = index.directory();
      assertThat(kept.getParent()).isEqualTo(directory);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rwx------");
      Files.createDirectory(kept.resolve("sub"));
      Files.writeString(kept.resolve("sub/segment"), "x");
    }
    assertThat(kept).doesNotExist();
  }

  @Test
  void saysWhereItCannotBe() {
    Environment nowhere = Cli.environment(Map.of("TMPDIR", "/nonexistent"), Terminal.NONE);
    assertThatIOException().isThrownBy(() -> ThrowAwayIndex.create(nowhere));
  }
}
