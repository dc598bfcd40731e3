package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.recording.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the index can be opened; {@code index verify} reads all of it. */
public final class IndexHealthCheck implements Check {
  private static final String ID = "index";

  private final Path directory;

  public IndexHealthCheck(Path directory) {
    this.directory = directory;
  }

  @Override
  public List<Finding> look(ExaminedHost host) {
    if (!Files.exists(directory)) {
      return List.of(Finding.ok(ID, "There is no index in " + directory));
    }
    if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
      return List.of(
          Finding.unknown(ID, "Whether the index can be read", "run killtrail doctor as its user"));
    }
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      return List.of(
          Finding.ok(
              ID, "The index in " + directory + " holds " + reader.inputs().size() + " input(s)"));
    } catch (IOException e) {
      return List.of(
          Finding.problem(
              ID, String.valueOf(e.getMessage()), Matter.ANYTHING, "killtrail index verify"));
    }
  }
}
