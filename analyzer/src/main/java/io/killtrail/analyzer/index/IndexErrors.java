package io.killtrail.analyzer.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/** What Java and Lucene throw, as a person would put it: what happened, and what to do next. */
final class IndexErrors {
  private static final String GO_ON =
      "; the index is as at its last commit, and the same command goes on from there";

  private IndexErrors() {}

  /**
   * An index could not be opened.
   *
   * @param deed {@code read} or {@code written}
   */
  static IOException opening(Path directory, String deed, IOException e) {
    String index = "the index " + directory;
    return switch (e) {
      case LockObtainFailedException locked ->
          new IOException(
              index
                  + " is being written by another killtrail"
                  + WriterNote.told(directory)
                  + "; it can be read meanwhile, and written when that one has ended",
              e);
      case IndexNotFoundException none ->
          new IOException("there is no index in " + directory + " yet", e);
      case AccessDeniedException denied -> denied(directory, deed, e);
      case IndexFormatTooNewException other -> damaged(index, e);
      case IndexFormatTooOldException other -> damaged(index, e);
      case CorruptIndexException damage -> damaged(index, e);
      case NoSuchFileException missing -> damaged(index, e);
      case EOFException cut -> damaged(index, e);
      case FileSystemException failed -> new IOException(index + ": " + reason(e), e);
      default -> isFull(e) ? full(directory, e) : e;
    };
  }

  /** Writing failed; Lucene takes nothing more after that. */
  static IOException writing(Path directory, Exception thrown, Optional<Throwable> tragedy) {
    Exception e = tragedy.orElse(thrown) instanceof Exception first ? first : thrown;
    if (!Files.isDirectory(directory)) {
      return new IOException(
          "the index "
              + directory
              + " was removed while it was written; the same command makes it anew",
          e);
    }
    if (isFull(e)) {
      return full(directory, e);
    }
    return switch (e) {
      case AccessDeniedException denied -> denied(directory, "written", e);
      case NoSuchFileException missing -> disturbed(directory, e);
      case AlreadyClosedException changed -> disturbed(directory, e);
      default ->
          new IOException(
              "the index " + directory + " could not be written: " + reason(e) + GO_ON, e);
    };
  }

  private static IOException damaged(String index, IOException e) {
    return new IOException(
        index
            + " is damaged or of another format ("
            + e.getMessage()
            + "); ingest the evidence anew into a new directory",
        e);
  }

  private static IOException denied(Path directory, String deed, Exception e) {
    return new IOException("the index " + directory + " may not be " + deed + " by this user", e);
  }

  private static IOException disturbed(Path directory, Exception e) {
    return new IOException(
        "files of the index "
            + directory
            + " were removed or replaced while it was written; killtrail index verify tells what"
            + " is left",
        e);
  }

  private static IOException full(Path directory, Exception e) {
    return new IOException(
        "no space is left for the index " + directory + "; make room" + GO_ON, e);
  }

  /** Java has no exception of its own for ENOSPC and EDQUOT, only their words. */
  private static boolean isFull(Exception e) {
    String reason = reason(e).toLowerCase(Locale.ROOT);
    return reason.contains("no space left on device") || reason.contains("disk quota exceeded");
  }

  private static String reason(Exception e) {
    Optional<String> told =
        e instanceof FileSystemException file
            ? Optional.ofNullable(file.getReason())
            : Optional.ofNullable(e.getMessage());
    return told.orElse(e.toString());
  }
}
