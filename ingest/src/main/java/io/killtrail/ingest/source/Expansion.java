package io.killtrail.ingest.source;

import java.util.Optional;

/**
 * Watches how much becomes of the bytes of one file, and of the files within it. Logs shrink to a
 * tenth, the most repetitive ones to a three-hundredth; zeros to a thousandth and less. Memory is
 * bounded whatever the input: this bounds the time and disk that a file made for harm can take.
 */
public final class Expansion {
  /** What expands to less does no harm. */
  private static final long HARMLESS = 1L << 30;

  /** Beyond that no log expands so many times. */
  private static final long MOST_TIMES = 1000;

  private final long harmless;
  private final Optional<Expansion> outer;
  private long read;
  private long given;

  private Expansion(long harmless, Optional<Expansion> outer) {
    this.harmless = harmless;
    this.outer = outer;
  }

  /** Of a file on the disk. */
  public static Expansion ofFile() {
    return harmlessUpTo(HARMLESS);
  }

  /** Of a file, with another number of bytes that does no harm. */
  static Expansion harmlessUpTo(long bytes) {
    return new Expansion(bytes, Optional.empty());
  }

  /** Of a file that was itself unpacked out of this one. */
  public Expansion within() {
    return new Expansion(harmless, Optional.of(this));
  }

  /** So many bytes were read as they lie on the disk. */
  void read(long bytes) {
    read += bytes;
  }

  /** So many plain bytes were made. */
  void given(long bytes) throws ExpansionException {
    given += bytes;
    if (given > harmless && given / MOST_TIMES > read) {
      throw new ExpansionException(
          "expands to more than " + harmless + " bytes and " + MOST_TIMES + " times its size");
    }
    if (outer.isPresent()) {
      outer.get().given(bytes);
    }
  }
}
