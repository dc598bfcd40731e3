package io.killtrail.analyzer.custody;

import java.util.Objects;
import java.util.Optional;

/**
 * One place where an input was found, and what is there now.
 *
 * @param path as ingested
 * @param digest of what was read; empty when it could not be read
 * @param length the bytes that were read of it
 * @param at where it lies now, when that is under another name
 */
public record CheckedInput(
    String path, Optional<String> digest, long length, Optional<String> at, State state) {
  public CheckedInput {
    Objects.requireNonNull(path);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(at);
    Objects.requireNonNull(state);
  }

  /** What a look at the file found. */
  public sealed interface State {
    /** Whether it could be checked, and what was read of it is still there. */
    boolean fine();
  }

  /** Byte for byte what was read. */
  public record Unchanged() implements State {
    @Override
    public boolean fine() {
      return true;
    }
  }

  /** What was read is unchanged; more stands behind it. */
  public record Grown(long size) implements State {
    @Override
    public boolean fine() {
      return true;
    }
  }

  /**
   * What was read has been changed or cut.
   *
   * @param block the first that differs, from 0
   * @param from its first byte
   * @param to its last byte, as far as it was read
   * @param blocks how many differ
   */
  public record Changed(int block, long from, long to, int blocks) implements State {
    @Override
    public boolean fine() {
      return false;
    }
  }

  /**
   * It is not there, and no file beside it begins so.
   *
   * @param replaced whether another file has its name
   */
  public record Gone(boolean replaced) implements State {
    @Override
    public boolean fine() {
      return false;
    }
  }

  /** It is there and cannot be read. */
  public record Unreadable(String why) implements State {
    public Unreadable {
      Objects.requireNonNull(why);
    }

    @Override
    public boolean fine() {
      return false;
    }
  }

  /** Nothing on disk would show it: standard input, a file in an archive, what was never read. */
  public record NoFile() implements State {
    @Override
    public boolean fine() {
      return true;
    }
  }
}
