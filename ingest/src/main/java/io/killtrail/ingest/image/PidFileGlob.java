package io.killtrail.ingest.image;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** A path of a host in which {@code *}, {@code ?}, <code>{a,b}</code> stand for names. */
final class PidFileGlob {
  private static final String WILD = "*?[{\\";
  private static final String ANY_DEPTH = "**";
  private static final int DEEPEST = 8;

  private final String glob;

  PidFileGlob(String glob) {
    this.glob = glob;
  }

  /** Where the files really lie; none if there are none, or the pattern is none. */
  List<Path> matches(ImageTree tree) {
    int fixed = fixedEnd();
    if (fixed == glob.length()) {
      return tree.find(glob).stream().toList();
    }
    List<Path> found = new ArrayList<>();
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      walk(tree, Path.of(glob.substring(0, fixed)), depth(fixed), matcher, found);
    } catch (PatternSyntaxException e) {
      tree.unseen(glob + ": " + e.getDescription());
    }
    return found;
  }

  /** Up to the last slash before the first wildcard; all of a plain path. */
  private int fixedEnd() {
    for (int i = 0; i < glob.length(); i++) {
      if (WILD.indexOf(glob.charAt(i)) >= 0) {
        return glob.lastIndexOf('/', i) + 1;
      }
    }
    return glob.length();
  }

  private int depth(int fixed) {
    String rest = glob.substring(fixed);
    long names = rest.chars().filter(c -> c == '/').count() + 1;
    return rest.contains(ANY_DEPTH) ? DEEPEST : (int) Math.min(names, DEEPEST);
  }

  private static void walk(
      ImageTree tree, Path directory, int depth, PathMatcher matcher, List<Path> found) {
    Optional<Path> real = tree.find(directory.toString());
    for (Path entry : tree.entries(real)) {
      Path named = directory.resolve(entry.getFileName());
      if (matcher.matches(named)) {
        tree.find(entry).ifPresent(found::add);
      } else if (depth > 1 && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        walk(tree, named, depth - 1, matcher, found);
      }
    }
  }
}
