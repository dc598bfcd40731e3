package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLookTest {
  @TempDir private Path directory;

  @Test
  void aFileThatIsRotatedWhileItIsReadIsKnownByItsOwnBeginning() throws IOException {
    Path log = Files.writeString(directory.resolve("audit.log"), "the old log");
    FileLook look = FileLook.at(log);
    Path old = Files.move(log, directory.resolve("audit.log.1"));
    Files.writeString(log, "the new one");

    BlockHasher hasher = new BlockHasher();
    byte[] read = "the old log".getBytes(StandardCharsets.US_ASCII);
    hasher.update(read, 0, read.length);
    Custody custody = look.custody(hasher.soFar(), Optional.empty()).orElseThrow();

    assertThat(custody.head()).isEqualTo(ContentHead.of(old, ContentHead.LENGTH));
    assertThat(custody.fileKey()).isEqualTo(FileLook.at(old).key());
  }
}
