package io.killtrail.ingest.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewTest {
  private static final String STATUS = "enabled 1\nfailure 1\npid 7\nbacklog_limit 64\nlost 0\n";

  @TempDir private Path directory;

  @Test
  void aStatusInADirectoryIsToldByItsName() throws IOException {
    Files.writeString(directory.resolve("audit-of-monday.txt"), STATUS);
    assertThat(SavedView.open(directory).auditStatus()).isInstanceOf(Sight.Hidden.class);
    Files.writeString(directory.resolve("auditctl-s.txt"), STATUS);
    assertThat(SavedView.open(directory).auditStatus().shown()).contains(STATUS);
  }

  @Test
  void aFileThatTheUserNamesIsReadWhateverItIsCalled() throws IOException {
    Path file = Files.writeString(directory.resolve("audit-of-monday.txt"), STATUS);
    assertThat(SavedView.open(file).auditStatus().shown()).contains(STATUS);
  }
}
