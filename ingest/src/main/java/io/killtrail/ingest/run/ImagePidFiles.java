package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.image.HostImage;
import io.killtrail.ingest.image.ImagePidFile;
import io.killtrail.ingest.source.Digest;
import io.killtrail.ingest.source.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PID files of an image, which are one input together, named by the image. */
final class ImagePidFiles {
  private final HostImage image;
  private final Optional<String> host;
  private final RejectionCounter sink;

  ImagePidFiles(HostImage image, Optional<String> host, FactSink sink) {
    this.image = image;
    this.host = host;
    this.sink = new RejectionCounter(sink);
  }

  InputSummary ingest() {
    List<PidFileSeen> seen = new ArrayList<>();
    image.pidFiles().forEach(file -> read(file).ifPresent(seen::add));
    String digest = digest(seen);
    Outcome outcome = Outcome.NOT_EVIDENCE;
    if (!image.pidFiles().isEmpty()) {
      outcome = sink.known(digest) ? Outcome.KNOWN : Outcome.READ;
    }
    if (outcome == Outcome.READ) {
      seen.forEach(sink::fact);
    }
    InputSummary summary = summary(outcome, digest, seen.size());
    sink.finished(summary);
    return summary;
  }

  private Optional<PidFileSeen> read(ImagePidFile file) {
    try {
      return Optional.of(file.read(image.host(), host));
    } catch (IOException e) {
      sink.rejected(new Rejection(file.file().toString(), 0, Reason.of(e), ""));
      return Optional.empty();
    }
  }

  /** Of like contents in other files, or of another age, the facts differ: all of it counts. */
  private static String digest(List<PidFileSeen> seen) {
    StringBuilder all = new StringBuilder();
    for (PidFileSeen file : seen) {
      all.append(file.provenance().id()).append('\0');
      all.append(file.modified().map(Instant::toString).orElse("")).append('\0');
      all.append(file.provenance().raw().getFirst().latin1()).append('\0');
    }
    return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private InputSummary summary(Outcome outcome, String digest, int records) {
    boolean none = image.pidFiles().isEmpty();
    return new InputSummary(
        image.path().toString(),
        image.named(),
        none ? InputFormat.UNKNOWN : InputFormat.PID_FILE_SNAPSHOT,
        none ? Optional.empty() : Optional.of(digest),
        Optional.empty(),
        outcome == Outcome.READ ? records : 0,
        sink.rejected(),
        outcome,
        image.missing().isEmpty()
            ? Optional.empty()
            : Optional.of(String.join("; ", image.missing())));
  }
}
