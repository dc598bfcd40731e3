package io.killtrail.ingest.image;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The PID files of a host, below its root directory: of this machine {@code /}, else where an image
 * is mounted.
 *
 * @param files in order of their paths
 * @param unseen what could not be looked at, or was named and is not there, for people
 */
public record PidFileSearch(List<ImagePidFile> files, List<String> unseen) {
  public PidFileSearch {
    files = List.copyOf(files);
    unseen = List.copyOf(unseen);
  }

  /**
   * Looks where hosts keep PID files.
   *
   * @param globs where to look besides: paths of the host, the last part of which may be {@code
   *     *.number}; see {@link java.nio.file.FileSystem#getPathMatcher}
   * @throws IOException when the root is no directory
   */
  public static PidFileSearch below(Path root, List<String> globs) throws IOException {
    if (!Files.isDirectory(root)) {
      String problem = Files.exists(root) ? "not a directory" : "no such directory";
      throw new FileSystemException(root.toString(), null, problem);
    }
    ImageTree tree = new ImageTree(root.toRealPath());
    PidFiles found = new PidFiles(tree);
    globs.forEach(found::addMatching);
    return new PidFileSearch(found.told(), tree.unread());
  }
}
