package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Ends where the wrapped stream fails and remembers why, so that whoever reads it keeps what was
 * read before.
 */
public final class ForgivingInput extends BlockInput {
  private Optional<IOException> failure = Optional.empty();

  public ForgivingInput(InputStream in) {
    super(in);
  }

  /** Why the input ended early, if it did. */
  public Optional<IOException> failure() {
    return failure;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (failure.isPresent()) {
      return -1;
    }
    try {
      return in.read(into, offset, length);
    } catch (IOException e) {
      failure = Optional.of(e);
      return -1;
    }
  }
}
