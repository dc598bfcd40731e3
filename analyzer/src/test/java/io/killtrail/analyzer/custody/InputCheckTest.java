package io.killtrail.analyzer.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.custody.CheckedInput.Changed;
import io.killtrail.analyzer.custody.CheckedInput.Gone;
import io.killtrail.analyzer.custody.CheckedInput.Grown;
import io.killtrail.analyzer.custody.CheckedInput.NoFile;
import io.killtrail.analyzer.custody.CheckedInput.Unchanged;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ContentHead;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCheckTest {
  /** Three blocks, the last of them one byte. */
  private static final int SIZE = 2 * BlockDigests.BLOCK + 1;

  @TempDir private Path directory;
  private Path log;
  private IndexedInput input;

  @BeforeEach
  void readTheLog() throws IOException {
    log = directory.resolve("audit.log");
    byte[] content = new byte[SIZE];
    Arrays.fill(content, (byte) 'x');
    Files.write(log, content);
    BlockHasher hasher = new BlockHasher();
    hasher.update(content, 0, SIZE);
    String key = Objects.toString(Files.getAttribute(log, "fileKey"), "");
    input =
        input(
            log.toString(),
            Optional.of(
                new Custody(
                    ContentHead.of(log, ContentHead.LENGTH),
                    hasher.soFar(),
                    Instant.EPOCH,
                    key,
                    Optional.empty())));
  }

  private static IndexedInput input(String path, Optional<Custody> custody) {
    TreeMap<String, String> paths = new TreeMap<>();
    paths.put(path, path);
    return new IndexedInput(
        paths,
        new TreeSet<>(),
        InputFormat.AUDIT_LOG,
        custody.map(read -> read.blocks().digest()),
        custody,
        1,
        0,
        InputSummary.Outcome.READ,
        Optional.empty(),
        new TreeMap<>());
  }

  private CheckedInput check() {
    return InputCheck.of(input).getFirst();
  }

  private void overwrite(long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.seek(at);
      file.write('y');
    }
  }

  @Test
  void aFileThatNobodyTouchedIsUnchanged() {
    assertThat(check().state()).isEqualTo(new Unchanged());
    assertThat(check().length()).isEqualTo(SIZE);
    assertThat(check().at()).isEmpty();
  }

  @Test
  void aLogThatWasWrittenOnHasGrown() throws IOException {
    Files.writeString(log, "more", StandardOpenOption.APPEND);

    assertThat(check().state()).isEqualTo(new Grown(SIZE + 4));
    assertThat(check().state().fine()).isTrue();
  }

  @Test
  void aByteThatChangedIsToldByItsBlock() throws IOException {
    overwrite(BlockDigests.BLOCK + 17L);

    assertThat(check().state())
        .isEqualTo(new Changed(1, BlockDigests.BLOCK, 2L * BlockDigests.BLOCK - 1, 1));
    assertThat(check().state().fine()).isFalse();
  }

  @Test
  void theLastBlockEndsWhereReadingEnded() throws IOException {
    overwrite(SIZE - 1L);

    assertThat(check().state()).isEqualTo(new Changed(2, SIZE - 1L, SIZE - 1L, 1));
  }

  @Test
  void aFileThatWasCutIsChangedFromThereOn() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(5000);
    }

    assertThat(check().state()).isEqualTo(new Changed(0, 0, BlockDigests.BLOCK - 1L, 3));
  }

  @Test
  void theSameFileWithAnotherBeginningIsChanged() throws IOException {
    overwrite(0);

    assertThat(check().state()).isEqualTo(new Changed(0, 0, BlockDigests.BLOCK - 1L, 1));
  }

  @Test
  void aFileThatWasRemovedIsGone() throws IOException {
    Files.delete(log);

    assertThat(check().state()).isEqualTo(new Gone(false));
  }

  @Test
  void anotherFileOfItsNameIsNotTakenForIt() throws IOException {
    Files.delete(log);
    Files.writeString(directory.resolve("keeps the inode busy"), "z");
    Files.writeString(log, "another day, another log");

    assertThat(check().state()).isEqualTo(new Gone(true));
  }

  @Test
  void aLogThatWasRotatedIsFoundUnderItsNewName() throws IOException {
    Files.move(log, directory.resolve("audit.log.1"));
    Files.writeString(log, "another day, another log");

    assertThat(check().state()).isEqualTo(new Unchanged());
    assertThat(check().at()).contains(directory.resolve("audit.log.1").toString());
  }

  @Test
  void whatCameThroughAPipeCannotBeCheckedAndIsNoFault() {
    CheckedInput piped = InputCheck.of(input("-", Optional.empty())).getFirst();

    assertThat(piped.state()).isEqualTo(new NoFile());
    assertThat(piped.state().fine()).isTrue();
  }
}
