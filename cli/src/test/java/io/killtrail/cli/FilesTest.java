package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.environment.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir private Path directory;

  @Nested
  class AnOutputFile {
    @Test
    void isReplacedWhole() throws IOException {
      Path file = Files.writeString(directory.resolve("r.txt"), "old");
      OutputFile.write(file, out -> out.append("new"));
      assertThat(file).hasContent("new");
      assertThat(directory).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void staysAsItWasWhenWritingFails() throws IOException {
      Path file = Files.writeString(directory.resolve("r.txt"), "old");
      assertThatIOException()
          .isThrownBy(
              () ->
                  OutputFile.write(
                      file,
                      out -> {
                        out.append("half");
                        throw new IOException("boom");
                      }))
          .withMessage("boom");
      assertThat(file).hasContent("old");
      try (var files = Files.list(directory)) {
        assertThat(files).containsExactly(file);
      }
    }

    @Test
    void followsALink() throws IOException {
      Path file = Files.writeString(directory.resolve("r.txt"), "old");
      Path link = Files.createSymbolicLink(directory.resolve("link"), file);
      OutputFile.write(link, out -> out.append("new"));
      assertThat(file).hasContent("new");
      assertThat(link).isSymbolicLink();
    }

    @Test
    void canBeADevice() throws IOException {
      OutputFile.write(Path.of("/dev/null"), out -> out.append("gone"));
      assertThat(Path.of("/dev/null.part")).doesNotExist();
    }
  }

  @Nested
  class AThrowAwayIndex {
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
}
