package io.killtrail.ingest;

import java.util.Arrays;

/** All that a reader needs to go on behind what it has read; opaque, and immutable. */
public final class ReaderState {
  private final byte[] bytes;

  public ReaderState(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReaderState state && Arrays.equals(bytes, state.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
