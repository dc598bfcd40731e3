package io.killtrail.ingest.image;

import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.snapshot.HeldNumber;
import io.killtrail.ingest.snapshot.ImageFacts;
import io.killtrail.ingest.snapshot.PidFileNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PID file of an image.
 *
 * @param file where it lies on this machine
 * @param path by which its host knew it
 * @param unit the unit that names it with {@code PIDFile=}
 */
public record ImagePidFile(Path file, String path, Optional<String> unit) {
  /** Enough for a number and some lines more. */
  private static final int LONGEST = 4096;

  /**
   * What it says, as long as nobody looks who is alive. Where its mtime is none, it is taken as
   * older than all other evidence.
   *
   * @param ownName the host as the image names it
   * @param host the host to which the fact belongs
   */
  public PidFileSeen read(Optional<String> ownName, Optional<String> host) throws IOException {
    String content = content();
    return ImageFacts.pidFile(
        held(content), Instant.EPOCH, ownName, host, new RawRecord(file.toString(), 0, content));
  }

  /** What it holds. */
  public HeldNumber held() throws IOException {
    return held(content());
  }

  private HeldNumber held(String content) throws IOException {
    return HeldNumber.of(path, PidFileNumber.read(content), modified(), inode());
  }

  private String content() throws IOException {
    return new String(ImageTree.head(file, LONGEST), StandardCharsets.ISO_8859_1);
  }

  private Instant modified() throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
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
