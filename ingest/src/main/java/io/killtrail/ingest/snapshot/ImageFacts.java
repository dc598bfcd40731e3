package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the PID files of an image say: no kernel runs there, and nobody knows the boot. */
public final class ImageFacts {
  private ImageFacts() {}

  /**
   * An image has no time of capture: the file was seen as it is when it was last modified, which
   * holds from then on. Where that is not known, another time is needed.
   *
   * @param ownName the host as the image names it; part of the id, since images of several hosts
   *     hold like files
   * @param host the host to which the fact belongs
   * @param otherwise since when it counts as seen when its mtime is not known
   */
  public static PidFileSeen pidFile(
      HeldNumber file,
      Instant otherwise,
      Optional<String> ownName,
      Optional<String> host,
      RawRecord raw) {
    Instant seen = file.modified().orElse(otherwise);
    return new PidFileSeen(
        new Provenance(
            id(file, seen, ownName),
            seen,
            SourceForm.SNAPSHOT,
            host,
            Optional.empty(),
            OptionalLong.empty(),
            List.of(raw)),
        PidFileSeen.By.SNAPSHOT,
        file.path(),
        file.number(),
        file.modified(),
        file.inode(),
        Actor.UNKNOWN);
  }

  /** The same for each copy of the image: of times copies keep the seconds, and no inodes. */
  private static FactId id(HeldNumber file, Instant seen, Optional<String> ownName) {
    String held = file.number().isPresent() ? Integer.toString(file.number().getAsInt()) : "-";
    return new FactId(
        "snapshot:image@"
            + ownName.orElse("")
            + '/'
            + seen.getEpochSecond()
            + '/'
            + held
            + '/'
            + file.path());
  }
}
