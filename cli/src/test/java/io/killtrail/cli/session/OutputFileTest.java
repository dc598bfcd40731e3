package io.killtrail.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path directory;

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
