package io.killtrail.ingest.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files of an image as its host saw them: links and {@code ..} never lead out of it. */
public final class ImageTree {
  /** As many as the kernel follows (MAXSYMLINKS). */
  private static final int MOST_LINKS = 40;

  /** A directory with more is a trap or a mail queue; the rest of it is passed over. */
  private static final int MOST_ENTRIES = 100_000;

  private static final int MOST_NOTES = 1_000;
  private static final String DEVICE = "unix:dev";

  private final Path root;
  private final Set<String> unread = new LinkedHashSet<>();

  /** The root must be free of links. */
  public ImageTree(Path root) {
    this.root = root;
  }

  /** Where a path of the host really lies; empty if there is nothing. */
  public Optional<Path> find(String path) {
    try {
      return find(root, root.getFileSystem().getPath(path));
    } catch (InvalidPathException e) {
      return Optional.empty(); // no file of this machine can be named so
    }
  }

  private Optional<Path> find(Path from, Path path) {
    Deque<Path> rest = new ArrayDeque<>();
    path.forEach(rest::add);
    Path at = path.isAbsolute() ? root : from;
    int links = 0;
    while (!rest.isEmpty()) {
      Path name = rest.pop();
      Path next = at.resolve(name);
      if (name.toString().equals("..")) {
        at = at.equals(root) ? root : at.getParent();
      } else if (Files.isSymbolicLink(next) && ++links <= MOST_LINKS) {
        Path target = target(next);
        at = target.isAbsolute() ? root : at;
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
          rest.push(target.getName(i));
        }
      } else if (links <= MOST_LINKS && Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        at = next.normalize();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return Path.of("."); // gone by now, and so not found
    }
  }

  /** Where these really lie, each place once, however many links lead there. */
  Set<Path> findAll(List<String> paths) {
    Set<Path> places = new LinkedHashSet<>();
    paths.forEach(path -> find(path).ifPresent(places::add));
    return places;
  }

  /** The same for an entry of a directory. */
  Optional<Path> find(Path entry) {
    return find(entry.getParent(), entry.getFileName());
  }

  /** Where a link of the host leads to, as it is written; empty if it is none. */
  Optional<Path> link(String path) {
    Path name = root.getFileSystem().getPath(path);
    return find(String.valueOf(name.getParent()))
        .map(parent -> parent.resolve(name.getFileName()))
        .filter(Files::isSymbolicLink)
        .map(ImageTree::target);
  }

  /** The path by which the host knew this file. */
  String onHost(Path file) {
    return "/" + root.relativize(file);
  }

  /** Regular files of a directory, links followed, sorted; none if it is no directory. */
  public List<Path> files(String directory) {
    List<Path> files = new ArrayList<>();
    for (Path entry : quietEntries(find(directory))) {
      find(entry).filter(ImageTree::regular).ifPresent(files::add);
    }
    return files;
  }

  /** What lies in a directory, sorted, links not followed; what may not be looked at is noted. */
  List<Path> entries(Optional<Path> directory) {
    return entries(directory, path -> unseen(onHost(path) + ": permission denied"));
  }

  /** The same, where nobody misses what may not be looked at. */
  public List<Path> quietEntries(Optional<Path> directory) {
    return entries(directory, path -> {});
  }

  private static List<Path> entries(Optional<Path> directory, Consumer<Path> denied) {
    List<Path> entries = new ArrayList<>();
    if (directory.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).isPresent()) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory.get())) {
        Iterator<Path> all = stream.iterator();
        while (all.hasNext() && entries.size() < MOST_ENTRIES) {
          entries.add(all.next());
        }
      } catch (AccessDeniedException e) {
        denied.accept(directory.get());
      } catch (IOException | DirectoryIteratorException e) {
        return List.of(); // as if it were empty; that nothing was found is said
      }
    }
    entries.sort(null);
    return entries;
  }

  /** Whether both are on one device; so it is taken where that is not known. */
  static boolean sameFileSystem(Path one, Path other) {
    try {
      return Files.getAttribute(one, DEVICE, LinkOption.NOFOLLOW_LINKS)
          .equals(Files.getAttribute(other, DEVICE, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  /** Notes what could not be seen, for people. */
  void unseen(String what) {
    if (unread.size() < MOST_NOTES) {
      unread.add(what);
    }
  }

  /** What could not be seen. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  /** Neither link nor device nor pipe. */
  public static boolean regular(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The first bytes of a regular file. */
  public static byte[] head(Path file, int most) throws IOException {
    if (!regular(file)) {
      throw new IOException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }
}
