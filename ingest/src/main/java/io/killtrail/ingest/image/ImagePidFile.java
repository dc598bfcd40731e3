package io.killtrail.ingest.image;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.snapshot.PidFileNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A PID file of an image.
 *
 * @param file where it lies on this machine
 * @param path by which its host knew it
 */
public record ImagePidFile(Path file, String path) {
  /** Enough for a number and some lines more. */
  private static final int LONGEST = 4096;

  /**
   * What it says. An image has no time of capture: the file was seen as it is when it was last
   * modified, which holds from then on.
   *
   * @param ownName the host as the image names it; part of the id, since images of several hosts
   *     hold like files
   * @param host the host to which the fact belongs
   */
  public PidFileSeen read(Optional<String> ownName, Optional<String> host) throws IOException {
    String content = new String(ImageTree.head(file, LONGEST), StandardCharsets.ISO_8859_1);
    Instant modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    OptionalInt number = PidFileNumber.read(content);
    return new PidFileSeen(
        new Provenance(
            id(ownName, modified, number),
            modified,
            SourceForm.SNAPSHOT,
            host,
            Optional.empty(),
            OptionalLong.empty(),
            List.of(new RawRecord(file.toString(), 0, content))),
        PidFileSeen.By.SNAPSHOT,
        path,
        number,
        Optional.of(modified),
        inode(),
        Actor.UNKNOWN);
  }

  /** The same for each copy of the image: of times copies keep the seconds, and no inodes. */
  private FactId id(Optional<String> ownName, Instant modified, OptionalInt number) {
    String held = number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
    return new FactId(
        "snapshot:image@"
            + ownName.orElse("")
            + '/'
            + modified.getEpochSecond()
            + '/'
            + held
            + '/'
            + path);
  }

  private OptionalLong inode() throws IOException {
    try {
      Object inode = Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
      return inode instanceof Number number
          ? OptionalLong.of(number.longValue())
          : OptionalLong.empty();
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalLong.empty(); // no such thing on this machine's file systems
    }
  }
}
