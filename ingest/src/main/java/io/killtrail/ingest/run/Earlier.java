package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a file before.
 *
 * @param hasher has digested what was read
 */
record Earlier(InputMark mark, BlockHasher hasher, FileLook file) {

  /** The mark that covers most of the file, under whatever name it was made. */
  static Optional<Earlier> find(Found found, FileLook file, InputBook book) throws IOException {
    List<InputMark> marks = new ArrayList<>();
    for (int length : book.headLengths()) {
      if (length <= file.size()) {
        marks.addAll(book.beginningWith(ContentHead.of(file.path(), length)));
      }
    }
    marks.sort(Comparator.comparingLong(Earlier::covered).reversed());
    for (InputMark mark : marks) {
      Optional<BlockHasher> hasher =
          covered(mark) <= file.size() ? compare(mark, found, file) : Optional.empty();
      if (hasher.isPresent()) {
        return Optional.of(new Earlier(mark, hasher.get(), file));
      }
    }
    return containing(found, file, marks);
  }

  /**
   * A copy of a log that lies beside it and holds less than was read of the log: logrotate made it
   * before it truncated the log. What it holds is known. What stands in the log's own place is no
   * copy: somebody may have edited it.
   */
  private static Optional<Earlier> containing(Found found, FileLook file, List<InputMark> marks)
      throws IOException {
    for (InputMark mark : marks) {
      Custody read = mark.summary().custody().orElseThrow();
      if (file.size() < covered(mark)
          && file.beginning().length() == ContentHead.LENGTH
          && !read.fileKey().equals(file.key())
          && !mark.summary().path().equals(found.name())
          && Discovery.sameSet(found.path(), Path.of(mark.summary().path()))
          && BlockHasher.behindAll(read.blocks().full(file.size()), file.path()).isPresent()) {
        return Optional.of(new Earlier(mark, new BlockHasher(), file));
      }
    }
    return Optional.empty();
  }

  private static long covered(InputMark mark) {
    return mark.summary().custody().map(custody -> custody.blocks().length()).orElse(0L);
  }

  /** Of the file itself the last block tells whether it only grew; of a copy all do. */
  private static Optional<BlockHasher> compare(InputMark mark, Found found, FileLook file)
      throws IOException {
    Custody read = mark.summary().custody().orElseThrow();
    boolean same = read.fileKey().equals(file.key()) || mark.summary().path().equals(found.name());
    return same
        ? BlockHasher.behind(read.blocks(), file.path())
        : BlockHasher.behindAll(read.blocks(), file.path());
  }

  /** Whether there is nothing in it that was not read. */
  boolean whole() {
    boolean contained = covered(mark) > file.size();
    boolean read = covered(mark) == file.size() && mark.offset() == file.size();
    return (contained || read) && complete();
  }

  /** Whether all that was there was read. */
  boolean complete() {
    return mark.summary().outcome() != Outcome.FAILED;
  }

  /** Whether reading can go on where it stopped. */
  boolean resumable() {
    return mark.state().isPresent();
  }
}
