package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The directory of an index: rights, lock, format version. */
final class IndexDirectory {
  /** Kept in the commit: an index written with other versions is refused. */
  static final Map<String, String> CURRENT =
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

  private static <T> T inWords(Path directory, String deed, Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      throw IndexErrors.opening(directory, deed, e);
    }
  }

  static IndexWriter writer(Path directory, UnaryOperator<Directory> files) throws IOException {
    return inWords(directory, "written", () -> openWriter(directory, files));
  }

  private static IndexWriter openWriter(Path directory, UnaryOperator<Directory> files)
      throws IOException {
    create(directory);
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setRAMBufferSizeMB(BUFFER_MIB)
            .setMergeScheduler(new QuietMerges())
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(files.apply(FSDirectory.open(directory)), config);
    try {
      checkFormat(directory, writer.getLiveCommitData());
    } catch (IOException e) {
      writer.rollback();
      throw e;
    }
    return writer;
  }

  /** A merge that fails ends the writer, whose next deed tells why; its thread need not. */
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable thrown) {}
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

  static boolean holdsIndex(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Directory files = FSDirectory.open(directory)) {
      return DirectoryReader.indexExists(files);
    }
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
        throw otherVersion(directory, isNewer(entry.getValue(), current));
      }
    }
  }

  private static IOException otherVersion(Path directory, boolean newer) {
    return new IOException(
        "the index "
            + directory
            + " was written by another version of killtrail"
            + (newer
                ? ", a newer one: use that, or ingest the logs anew into a new directory"
                : "; ingest the logs anew into a new directory"));
  }

  private static boolean isNewer(String found, String current) {
    return found.length() > current.length()
        || (found.length() == current.length() && found.compareTo(current) > 0);
  }
}
