package io.killtrail.ingest.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What unit files say of PID files ({@code PIDFile=}). Every version of a unit counts: one that is
 * overridden now may have been in force when it mattered.
 */
final class UnitFiles {
  private static final List<String> DIRECTORIES =
      List.of(
          "etc/systemd/system",
          "etc/systemd/system.control",
          "usr/local/lib/systemd/system",
          "usr/lib/systemd/system",
          "lib/systemd/system",
          "run/systemd/system",
          "run/systemd/transient",
          "run/systemd/generator",
          "run/systemd/generator.late"); // those of init scripts
  private static final String SERVICE = ".service";
  private static final String KEY = "PIDFile";
  private static final int LONGEST = 256 << 10;

  /** No host names so many; the rest go untold. */
  private static final int MOST = 10_000;

  private final ImageTree tree;
  private final Map<String, String> pidFiles = new TreeMap<>();

  UnitFiles(ImageTree tree) {
    this.tree = tree;
    // Where /lib is a link to /usr/lib two of them are one.
    for (Path directory : tree.findAll(DIRECTORIES)) {
      tree.entries(Optional.of(directory)).forEach(this::entry);
    }
  }

  private void entry(Path entry) {
    String name = entry.getFileName().toString();
    if (name.endsWith(SERVICE)) {
      tree.find(entry).ifPresent(file -> read(file, name));
    } else if (name.endsWith(SERVICE + ".d")) {
      String unit = name.substring(0, name.length() - 2);
      for (Path part : tree.entries(tree.find(entry))) {
        if (part.getFileName().toString().endsWith(".conf")) {
          tree.find(part).ifPresent(file -> read(file, unit));
        }
      }
    }
  }

  private void read(Path file, String unit) {
    try {
      String text = new String(ImageTree.head(file, LONGEST), StandardCharsets.UTF_8);
      values(text).forEach(value -> path(value, unit).ifPresent(named -> keep(named, unit)));
    } catch (IOException e) {
      // Masked units are links to /dev/null; a file that is not readable names no PID file.
    }
  }

  private void keep(String path, String unit) {
    if (pidFiles.size() < MOST) {
      pidFiles.putIfAbsent(path, unit);
    }
  }

  /** The values of {@code PIDFile=} in the section {@code [Service]}. */
  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    boolean service = false;
    for (String line : text.replace("\\\n", " ").lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        service = line.equals("[Service]");
      } else if (service && line.startsWith(KEY)) {
        String rest = line.substring(KEY.length()).stripLeading();
        if (rest.startsWith("=") && rest.length() > 1) {
          values.add(rest.substring(1).strip());
        }
      }
    }
    return values;
  }

  /** The path meant; empty when it depends on what the file does not say (systemd.unit(5)). */
  private static Optional<String> path(String value, String unit) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) != '%') {
        path.append(value.charAt(i));
      } else {
        i++;
        Optional<String> expanded =
            i < value.length() ? specifier(value.charAt(i), unit) : Optional.empty();
        if (expanded.isEmpty()) {
          return Optional.empty();
        }
        path.append(expanded.get());
      }
    }
    boolean usable = path.indexOf("\0") < 0 && !path.isEmpty();
    // Relative paths count from /run.
    String from = path.indexOf("/") == 0 ? "" : "/run/";
    return usable ? Optional.of(from + path) : Optional.empty();
  }

  private static Optional<String> specifier(char letter, String unit) {
    String bare = unit.substring(0, unit.length() - SERVICE.length());
    int at = bare.indexOf('@');
    boolean template = at == bare.length() - 1 && at >= 0;
    return switch (letter) {
      case '%' -> Optional.of("%");
      case 't' -> Optional.of("/run");
      case 'p' -> Optional.of(at < 0 ? bare : bare.substring(0, at));
      case 'n' -> template ? Optional.empty() : Optional.of(unit);
      case 'N' -> template ? Optional.empty() : Optional.of(bare);
      case 'i' -> template || at < 0 ? Optional.empty() : Optional.of(bare.substring(at + 1));
      default -> Optional.empty();
    };
  }

  /** Paths on the host with the units that name them; nothing says that there are such files. */
  Map<String, String> pidFiles() {
    return pidFiles;
  }
}
