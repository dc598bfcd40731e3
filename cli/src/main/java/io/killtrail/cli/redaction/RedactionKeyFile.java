package io.killtrail.cli.redaction;

import io.killtrail.reports.redact.RedactionKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of a key: whoever reads it can try out names, so it is its owner's alone. */
final class RedactionKeyFile {
  private RedactionKeyFile() {}

  /** Reads the key; makes one when there is no such file. */
  static RedactionKey read(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        make(file);
      } catch (AccessDeniedException e) {
        throw new IOException(
            "the redaction key "
                + file
                + " cannot be made by this user; name one with --redact-key",
            e);
      }
    }
    String text = Files.readString(file);
    try {
      return RedactionKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no redaction key; remove it to get a new one", e);
    }
  }

  /** Another command may make it at the same time: the file is whole when it appears. */
  private static void make(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Path part =
        Files.createTempFile(
            directory,
            ".redaction",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(part, RedactionKey.random().text() + "\n");
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      return; // made by another meanwhile
    } finally {
      Files.delete(part);
    }
  }
}
