package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.Story;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTroubleTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T02:22:16.868Z"));

  private static final List<Fact> FIRST =
      new Story("web01").at("02:22:00").kill(process(5, "a", "/a"), 6, 15).facts();
  private static final List<Fact> SECOND =
      new Story("web01").at("02:23:00").kill(process(7, "b", "/b"), 8, 15).facts();

  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void nameTheIndex() {
    directory = temp.resolve("index");
  }

  private void write(List<Fact> facts) throws IOException {
    try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
      facts.forEach(writer::fact);
    }
  }

  private long count() throws Exception {
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return reader.count("*");
    }
  }

  @Nested
  class ASecondWriter {
    @Test
    void isToldWhoWritesAndSinceWhen() throws IOException {
      try (FactIndexWriter first = FactIndexWriter.open(directory, CLOCK)) {
        assertThat(first.rejections()).isZero();
        assertThatThrownBy(() -> FactIndexWriter.open(directory, CLOCK))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("is being written by another killtrail")
            .hasMessageContaining(
                "(process "
                    + ProcessHandle.current().pid()
                    + ", since 2026-11-21T02:22:16Z); it can be read meanwhile");
      }
    }

    @Test
    void isToldTheSameWhereTheNoteIsGoneOrOdd() throws IOException {
      try (FactIndexWriter first = FactIndexWriter.open(directory, CLOCK)) {
        assertThat(first.rejections()).isZero();
        for (String note : List.of("", "x", "1 yesterday", "x 2026-11-21T02:22:16Z")) {
          Files.writeString(directory.resolve("killtrail.writer"), note);
          assertThatThrownBy(() -> FactIndexWriter.open(directory, CLOCK))
              .hasMessageContaining("another killtrail; it can be read");
        }
      }
    }

    @Test
    void takesOverWhatADeadProcessLeft() throws Exception {
      write(FIRST);
      Files.writeString(directory.resolve("killtrail.writer"), "1 2026-11-21T02:22:16Z\n");

      write(SECOND);

      assertThat(count()).isEqualTo(2);
      assertThat(directory.resolve("killtrail.writer")).doesNotExist();
    }
  }

  @Test
  void readersSeeTheLastCommitWhileThereIsAWriter() throws Exception {
    write(FIRST);
    try (FactIndexReader before = FactIndexReader.open(directory)) {
      try (FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK)) {
        SECOND.forEach(writer::fact);
        assertThat(count()).isEqualTo(1);
      }
      assertThat(before.count("*")).isEqualTo(1);
    }
    assertThat(count()).isEqualTo(2);
  }

  @Nested
  class AFullDisk {
    /** A disk that takes nothing more. */
    private static final class Full extends FilterDirectory {
      Full(Directory in) {
        super(in);
      }

      @Override
      public IndexOutput createOutput(String name, IOContext context) throws IOException {
        throw new IOException("No space left on device");
      }
    }

    @Test
    void isSaidAndLeavesTheLastCommitToGoOnFrom() throws Exception {
      write(FIRST);
      FactIndexWriter writer =
          FactIndexWriter.open(directory, CLOCK, FactIndexWriter.BETWEEN_COMMITS, Full::new);

      assertThatThrownBy(() -> SECOND.forEach(writer::fact))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessage(
              "no space is left for the index "
                  + directory
                  + "; make room; the index is as at its last commit, and the same command goes on"
                  + " from there");
      assertThatThrownBy(writer::close).cause().hasMessageContaining("no space is left");
      assertThat(count()).isEqualTo(1);
      write(SECOND);
      assertThat(count()).isEqualTo(2);
    }
  }

  @Nested
  class AnIndexThatIsRemovedWhileItIsWritten {
    private void remove() throws IOException {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }

    @Test
    void isSaidToBeGone() throws Exception {
      FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK);
      writer.fact(FIRST.getFirst());
      remove();
      Files.delete(directory);

      assertThatThrownBy(writer::close)
          .cause()
          .hasMessageContaining("the index " + directory + " was removed while it was written")
          .hasMessageContaining("the same command makes it anew");
      write(FIRST);
      assertThat(count()).isEqualTo(1);
    }

    @Test
    void isNotTakenForAnEmptyOneInItsPlace() throws Exception {
      FactIndexWriter writer = FactIndexWriter.open(directory, CLOCK);
      writer.fact(FIRST.getFirst());
      remove();

      assertThatThrownBy(writer::close)
          .cause()
          .hasMessageContaining("were removed or replaced while it was written");
    }
  }

  @Test
  void anIndexOfANewerVersionIsSaidToBeNewer() throws Exception {
    write(FIRST);
    try (FSDirectory files = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(new KeywordAnalyzer()))) {
      writer.setLiveCommitData(Map.of("killtrail.format", "10").entrySet());
      writer.commit();
    }

    assertThatThrownBy(() -> FactIndexReader.open(directory))
        .hasMessageContaining("another version of killtrail, a newer one: use that");
  }
}
