package io.killtrail.ingest.run;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.BrokenCompressionException;
import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.util.Optional;

/** What is known so far of an input that is being read. */
final class InputProgress {
  private final Found found;
  private final Meter meter;
  private InputFormat format = InputFormat.UNKNOWN;
  private Optional<String> digest = Optional.empty();
  private Optional<Custody> custody = Optional.empty();
  private Optional<String> marked = Optional.empty();
  private Outcome outcome = Outcome.FAILED;
  private Optional<String> note = Optional.empty();
  private long records;
  private long left;
  private boolean waiting;

  InputProgress(Found found, Meter meter) {
    this.found = found;
    this.meter = meter;
  }

  Found found() {
    return found;
  }

  String name() {
    return found.name();
  }

  InputFormat format() {
    return format;
  }

  /** By its first bytes. */
  InputFormat detect(byte[] head) {
    format = found.named() ? FormatDetector.detectNamed(head) : FormatDetector.detect(head);
    return format;
  }

  /** So many bytes of it will be read, or passed over. */
  void expectRead(long bytes) {
    left = bytes;
  }

  /** What is known of it from an earlier run. */
  void knew(InputMark mark) {
    format = mark.summary().format();
    digest = mark.summary().digest();
    custody = mark.summary().custody();
    marked = digest;
  }

  /** What was read of it so far. */
  void read(FileLook file, BlockDigests blocks) throws IOException {
    Optional<String> now = Optional.of(blocks.digest()).filter(text -> blocks.length() > 0);
    Optional<String> before = marked.filter(text -> !now.equals(marked));
    digest = now.or(() -> Optional.of(BlockDigests.NONE.digest()));
    custody = file.custody(blocks, before);
  }

  /** It is kept as it is now. */
  void marked() {
    marked = digest;
  }

  Optional<String> digest() {
    return digest;
  }

  /** It is looked at, and will be read later, together with others. */
  void defer() {
    waiting = true;
  }

  boolean deferred() {
    return waiting;
  }

  /** A file was found within this one. */
  void expect(Found within) {
    meter.expect(Ingester.size(within));
  }

  void count(long bytes) {
    left -= bytes;
    meter.add(bytes);
  }

  /** What was not read will not be read. */
  void countRest() {
    count(left);
  }

  /** What was found up to here. */
  void read(ReadResult result) {
    records = result.records();
    note = result.note();
    outcome = Outcome.READ;
  }

  void end(Outcome how) {
    outcome = how;
  }

  void end(Outcome how, String why) {
    outcome = how;
    note = Optional.of(why);
  }

  /**
   * What was found in a directory and shows no sign of being evidence does not spoil the run when
   * its content cannot be decompressed.
   */
  void fail(IOException e) {
    boolean odd = e instanceof BrokenCompressionException;
    boolean matters = found.named() || format != InputFormat.UNKNOWN || !odd;
    end(matters ? Outcome.FAILED : Outcome.NOT_EVIDENCE, Reason.of(e));
    digest = digest.filter(read -> custody.isPresent()); // of nothing, it would tell nothing
  }

  /** Whether all of it was read, now or before. */
  boolean isRead() {
    return outcome == Outcome.READ || outcome == Outcome.KNOWN;
  }

  InputSummary summary(RejectionCounter rejections) {
    if (outcome == Outcome.READ) {
      rejections.unread().ifPresent(left -> end(Outcome.FAILED, left));
    }
    return new InputSummary(
        found.name(),
        found.root(),
        format,
        digest,
        custody,
        records,
        rejections.rejected(),
        outcome,
        note);
  }
}
