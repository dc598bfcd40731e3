package io.killtrail.ingest.run;

import io.killtrail.ingest.InputBook;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.Decompression;
import io.killtrail.ingest.source.Expansion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a file before it was compressed, as rotation does a day later.
 *
 * @param whole whether that was all of it
 */
record Compressed(InputMark mark, boolean whole) {

  /** The mark that covers most of the plain content. */
  static Optional<Compressed> find(Path file, byte[] plainHead, InputBook book) {
    for (InputMark mark : candidates(plainHead, book)) {
      Optional<Compressed> found = compare(mark, file);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<InputMark> candidates(byte[] plainHead, InputBook book) {
    List<InputMark> marks = new ArrayList<>();
    for (int length : book.headLengths()) {
      if (length <= plainHead.length) {
        marks.addAll(book.beginningWith(ContentHead.of(Arrays.copyOf(plainHead, length))));
      }
    }
    marks.removeIf(mark -> mark.summary().outcome() == Outcome.FAILED);
    marks.sort(Comparator.<InputMark>comparingLong(mark -> read(mark).length()).reversed());
    return marks;
  }

  private static BlockDigests read(InputMark mark) {
    return mark.summary().custody().orElseThrow().blocks();
  }

  private static Optional<Compressed> compare(InputMark mark, Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = Decompression.open(raw, Expansion.ofFile())) {
      if (!BlockHasher.beginsWith(read(mark), plain)) {
        return Optional.empty();
      }
      boolean whole = mark.offset() == read(mark).length() && plain.read() < 0;
      return Optional.of(new Compressed(mark, whole)).filter(known -> whole || known.resumable());
    } catch (IOException e) {
      return Optional.empty(); // said when it is read
    }
  }

  private boolean resumable() {
    return mark.state().isPresent();
  }
}
