package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.source.ContentHead;
import io.killtrail.ingest.source.LastBreak;
import java.io.IOException;

/** What hangs on the last entry of a file, which may have been cut while it was written. */
record Tail(InputProgress input, FileLook file, RejectionCounter counter) {
  private static final byte[] LINE = {'\n'};
  private static final byte[] PARAGRAPH = {'\n', '\n'};

  /** The last entry of the file may go on: until then it counts as it is. */
  void watch() throws IOException {
    long end = lastBreak(file.size());
    if (end < file.size()) {
      FactId id = id(file.head(file.size()), file.size());
      counter.redirect(sink -> new TornTail(sink, input.name(), end, id));
    }
  }

  /** The file has grown, and is read from its beginning once more. */
  void readAgain(Earlier earlier) throws IOException {
    long end = lastBreak(read(earlier.mark()).blocks().length());
    takeBack(earlier.mark(), end);
    counter.redirect(sink -> new SeenBefore(sink, input.name(), end));
  }

  /** The entry that began at this offset was cut, and is read again. */
  void takeBack(InputMark mark, long offset) {
    counter.book().retractRejection(input.name(), offset);
    counter.book().retractRejection(mark.summary().path(), offset); // its name before
    counter.withdraw(id(read(mark)));
  }

  /** Under this id stands what an input said when it ended within an entry. */
  static FactId id(Custody read) {
    return id(read.head(), read.blocks().length());
  }

  private static FactId id(ContentHead head, long length) {
    return new FactId("torn:" + head.sha256() + ":" + length);
  }

  private static Custody read(InputMark mark) {
    return mark.summary().custody().orElseThrow();
  }

  private long lastBreak(long end) throws IOException {
    boolean paragraphs = input.format() == InputFormat.JOURNAL_EXPORT;
    return LastBreak.before(file.path(), end, paragraphs ? PARAGRAPH : LINE);
  }
}
