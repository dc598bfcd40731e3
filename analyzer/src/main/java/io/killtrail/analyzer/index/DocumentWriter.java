package io.killtrail.analyzer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * The one writer of an index. Readers see nothing of it before {@link #commit}, and then all; what
 * was not committed when it is closed never was. Errors are {@link UncheckedIOException}s with a
 * message for people.
 */
final class DocumentWriter implements AutoCloseable {
  private final Path directory;
  private final IndexWriter writer;

  private DocumentWriter(Path directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens the index for writing; makes it, mode 0700, when it is not there.
   *
   * @throws IOException with a message for people when it is locked, newer, corrupt or not writable
   */
  static DocumentWriter open(Path directory, InstantSource clock) throws IOException {
    return open(directory, clock, UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param files what Lucene gets for the directory: tests let its disk be full
   */
  static DocumentWriter open(Path directory, InstantSource clock, UnaryOperator<Directory> files)
      throws IOException {
    IndexWriter writer = IndexDirectory.writer(directory, files);
    WriterNote.write(directory, clock.instant());
    return new DocumentWriter(directory, writer);
  }

  /** What was committed before. */
  FactIndexReader reader() throws IOException {
    return FactIndexReader.of(writer);
  }

  private interface Change {
    void make() throws IOException;
  }

  private void make(Change change) {
    try {
      change.make();
    } catch (IOException | AlreadyClosedException e) {
      throw new UncheckedIOException(
          IndexErrors.writing(directory, e, Optional.ofNullable(writer.getTragicException())));
    }
  }

  void add(Document document) {
    make(() -> writer.addDocument(document));
  }

  /** Takes the place of all documents with this term. */
  void replace(Term term, Document document) {
    make(() -> writer.updateDocument(term, document));
  }

  void delete(Term term) {
    make(() -> writer.deleteDocuments(term));
  }

  /** Deletes what was there before and matches. */
  void delete(Query query) {
    make(() -> writer.deleteDocuments(query));
  }

  /** Gives the room of deleted documents back, with the next commit. */
  void compact() {
    make(() -> writer.forceMergeDeletes(true));
  }

  void commit() {
    make(
        () -> {
          writer.setLiveCommitData(IndexDirectory.CURRENT.entrySet());
          writer.commit();
        });
  }

  /** Nothing counts that was given since the last commit, and nothing more can be given. */
  void rollback() {
    make(writer::rollback);
  }

  /** Whether documents can be given; not after a rollback, nor when writing has failed. */
  boolean isOpen() {
    return writer.isOpen();
  }

  @Override
  public void close() {
    WriterNote.remove(directory);
    make(writer::close);
  }
}
