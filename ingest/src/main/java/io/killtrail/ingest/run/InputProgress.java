package io.killtrail.ingest.run;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.detect.FormatDetector;
import io.killtrail.ingest.source.BrokenCompressionException;
import io.killtrail.ingest.source.Digest;
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

  void digest(Digest content) {
    digest = Optional.of(content.sha256());
    left = content.length();
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
  }

  InputSummary summary(RejectionCounter rejections) {
    if (outcome == Outcome.READ) {
      rejections.unread().ifPresent(left -> end(Outcome.FAILED, left));
    }
    return new InputSummary(
        found.name(), found.root(), format, digest, records, rejections.rejected(), outcome, note);
  }
}
