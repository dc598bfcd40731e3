package io.killtrail.ingest.image;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a host keeps its logs. */
final class LogFiles {
  private static final List<String> SYSLOG =
      List.of("messages", "syslog", "kern.log", "daemon.log", "auth.log", "secure", "dmesg");

  private final ImageTree tree;
  private final Set<Path> files = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();

  LogFiles(ImageTree tree) {
    this.tree = tree;
    keep(tree.files("var/log/audit"), "no audit logs in /var/log/audit");
    List<Path> journals = new ArrayList<>(journals("var/log/journal"));
    journals.addAll(journals("run/log/journal"));
    keep(journals, "no journals in /var/log/journal and /run/log/journal");
    List<Path> syslog =
        tree.files("var/log").stream()
            .filter(file -> syslog(file.getFileName().toString()))
            .toList();
    keep(syslog, "no syslog files (messages, syslog, kern.log, auth.log, ...) in /var/log");
  }

  private void keep(List<Path> found, String unless) {
    files.addAll(found);
    if (found.isEmpty()) {
      missing.add(unless);
    }
  }

  /** The journals of all machine ids. */
  private List<Path> journals(String directory) {
    List<Path> journals = new ArrayList<>();
    for (Path entry : tree.entries(tree.find(directory))) {
      tree.find(entry)
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .ifPresent(machine -> journals.addAll(tree.files(tree.onHost(machine))));
    }
    return journals;
  }

  /** A classic name, with what rotation and compression append to it. */
  private static boolean syslog(String name) {
    return SYSLOG.stream()
        .filter(name::startsWith)
        .map(stem -> name.substring(stem.length()))
        .anyMatch(rest -> rest.isEmpty() || rest.startsWith(".") || rest.startsWith("-"));
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  /** Kinds of which there are none, for people. */
  List<String> missing() {
    return missing;
  }
}
