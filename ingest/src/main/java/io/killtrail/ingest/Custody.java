package io.killtrail.ingest;

import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a file was read, so that it can be proven later and recognised again.
 *
 * @param head its first bytes
 * @param blocks all that was read, block by block
 * @param modified the file's modification time when it was read
 * @param fileKey names the file while it exists, whatever its path: device and inode
 * @param grownFrom the digest under which less of it was kept before
 */
public record Custody(
    ContentHead head,
    BlockDigests blocks,
    Instant modified,
    String fileKey,
    Optional<String> grownFrom) {
  public Custody {
    Objects.requireNonNull(head);
    Objects.requireNonNull(blocks);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(fileKey);
    Objects.requireNonNull(grownFrom);
  }
}
