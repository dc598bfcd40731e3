package io.killtrail.cli.host;

import io.killtrail.cli.session.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A directory in which each snapshot becomes a file, named by the time. */
record DirectoryTarget(Path directory, InstantSource clock) implements SnapshotTarget {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z.csv'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public void take(String csv) throws IOException {
    if (!csv.isEmpty()) {
      Files.createDirectories(directory);
      OutputFile.write(directory.resolve(NAME.format(clock.instant())), out -> out.append(csv));
    }
  }

  @Override
  public void close() {}
}
