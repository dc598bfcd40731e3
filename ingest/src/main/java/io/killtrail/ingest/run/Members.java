package io.killtrail.ingest.run;

import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.source.Archive;
import io.killtrail.ingest.source.Discovery;
import io.killtrail.ingest.source.Expansion;
import io.killtrail.ingest.source.Found;
import io.killtrail.ingest.source.HeadedInput;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files of one archive, unpacked for as long as they are read. */
final class Members implements AutoCloseable {
  private static final String NOTHING = "holds nothing that killtrail reads";

  private final InputProgress input;
  private final Path directory;
  private final Archive archive;

  Members(InputProgress input, Expansion expansion) throws IOException {
    this.input = input;
    this.directory = Files.createTempDirectory("killtrail-archive");
    this.archive = new Archive(input.name(), directory, expansion);
  }

  /** Reads all members as if they lay in directories; those before a fault in the archive too. */
  List<InputSummary> ingest(
      HeadedInput content, Function<List<Found>, List<InputSummary>> ingestSet) {
    Optional<IOException> fault = unpack(content);
    List<Found> members = archive.members();
    Discovery discovery = new Discovery();
    members.forEach(discovery::add);
    members.forEach(input::expect);
    List<InputSummary> summaries = new ArrayList<>();
    for (List<Found> set : discovery.sets()) {
      summaries.addAll(ingestSet.apply(set));
    }
    end(members.size(), summaries.size());
    fault.ifPresent(input::fail);
    return summaries;
  }

  private Optional<IOException> unpack(HeadedInput content) {
    try {
      archive.unpack(content.head(), content, input.found().root());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private void end(int members, int evidence) {
    if (evidence > 0) {
      String note = members + " files, " + evidence + " of them evidence";
      input.read(new ReadResult(0, Optional.of(note)));
    } else {
      input.end(input.found().named() ? Outcome.FAILED : Outcome.NOT_EVIDENCE, NOTHING);
    }
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
