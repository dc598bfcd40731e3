package io.killtrail.ingest.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** What a host is called and which zone it is in: hostname(5), localtime(5). */
final class HostSettings {
  private static final int LONGEST = 4096;
  private static final int LONGEST_NAME = 255;
  private static final String ZONES = "zoneinfo/";

  private final ImageTree tree;

  HostSettings(ImageTree tree) {
    this.tree = tree;
  }

  Optional<String> name() {
    return firstLine("etc/hostname").filter(HostSettings::hostName);
  }

  private static boolean hostName(String name) {
    return name.length() <= LONGEST_NAME
        && name.chars()
            .allMatch(
                c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_'));
  }

  Optional<ZoneId> zone() {
    return tree.link("etc/localtime")
        .map(Path::toString)
        .filter(target -> target.contains(ZONES))
        .map(target -> target.substring(target.lastIndexOf(ZONES) + ZONES.length()))
        .flatMap(HostSettings::zone)
        .or(() -> firstLine("etc/timezone").flatMap(HostSettings::zone));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> firstLine(String path) {
    return tree.find(path)
        .flatMap(HostSettings::text)
        .flatMap(
            text ->
                text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst());
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(ImageTree.head(file, LONGEST), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
