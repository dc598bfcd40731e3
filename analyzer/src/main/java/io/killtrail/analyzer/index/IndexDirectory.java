package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The directory of an index: rights, lock, format version; errors in words. */
final class IndexDirectory {
  /** Kept in the commit: an index written with other versions is refused. */
  private static final Map<String, String> CURRENT =
      Map.of(
          "killtrail.format",
          KillIndexSchema.FORMAT,
          "killtrail.codec",
          Integer.toString(FactCodec.VERSION));

  /** Of documents before they are flushed: few big segments without a big heap. */
  private static final double BUFFER_MIB = 48;

  private IndexDirectory() {}

  private interface Opening<T> {
    T open() throws IOException;
  }

  static IndexWriter writer(Path directory) throws IOException {
    return inWords(directory, "written", () -> openWriter(directory));
  }

  private static IndexWriter openWriter(Path directory) throws IOException {
    create(directory);
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setRAMBufferSizeMB(BUFFER_MIB)
            .setMergeScheduler(new ConcurrentMergeScheduler())
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(FSDirectory.open(directory), config);
    try {
      checkFormat(directory, writer.getLiveCommitData());
    } catch (IOException e) {
      writer.rollback();
      throw e;
    }
    return writer;
  }

  /** Lucene's errors as a person would put them. */
  private static <T> T inWords(Path directory, String deed, Opening<T> opening) throws IOException {
    String index = "the index " + directory;
    try {
      return opening.open();
    } catch (LockObtainFailedException e) {
      throw new IOException(index + " is being written by another killtrail", e);
    } catch (IndexNotFoundException e) {
      throw new IOException("there is no index in " + directory + " yet", e);
    } catch (AccessDeniedException e) {
      throw new IOException(index + " may not be " + deed + " by this user", e);
    } catch (IndexFormatTooNewException
        | IndexFormatTooOldException
        | CorruptIndexException
        | NoSuchFileException
        | EOFException e) {
      throw new IOException(index + " is damaged or of another format: " + e.getMessage(), e);
    }
  }

  private static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  static void commit(IndexWriter writer) throws IOException {
    writer.setLiveCommitData(CURRENT.entrySet());
    writer.commit();
  }

  static DirectoryReader reader(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      throw new IOException(
          "there is no index at " + directory + "; make one with: killtrail ingest PATH...");
    }
    if (!Files.isReadable(directory)) {
      throw new IOException("the index " + directory + " may not be read by this user");
    }
    return inWords(directory, "read", () -> openReader(directory));
  }

  private static DirectoryReader openReader(Path directory) throws IOException {
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(directory));
    try {
      checkFormat(directory, reader.getIndexCommit().getUserData().entrySet());
    } catch (IOException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  private static void checkFormat(Path directory, Iterable<Map.Entry<String, String>> data)
      throws IOException {
    if (data == null) {
      return;
    }
    for (Map.Entry<String, String> entry : data) {
      String current = CURRENT.get(entry.getKey());
      if (current != null && !current.equals(entry.getValue())) {
        throw new IOException(
            "the index "
                + directory
                + " was written by another version of killtrail; ingest the logs anew into a new directory");
      }
    }
  }
}
