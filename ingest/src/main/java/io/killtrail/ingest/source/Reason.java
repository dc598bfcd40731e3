package io.killtrail.ingest.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says why an input could not be read, in words for people. */
public final class Reason {
  private Reason() {}

  /** Such as {@code permission denied}; without the file's name. */
  public static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file";
      case AccessDeniedException denied -> "permission denied";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
