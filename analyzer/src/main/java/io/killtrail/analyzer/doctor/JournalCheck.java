package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.ingest.setup.SettingsFile;
import io.killtrail.ingest.setup.Sight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the journal keeps the service manager's lines, and across boots (journald.conf(5)). */
final class JournalCheck implements Check {
  private static final String PERSISTENCE = "journal-persistence";
  private static final String LIMITS = "journal-limits";

  /** The later of two of one name hides the other. */
  private static final List<String> PLACES =
      List.of("usr/lib/systemd", "usr/local/lib/systemd", "run/systemd", "etc/systemd");

  @Override
  public List<Finding> look(ExaminedHost host) {
    Optional<SettingsFile> seen = settings(host);
    if (seen.isEmpty()) {
      String how = "/etc/systemd/journald.conf was not found";
      return List.of(Finding.unknown(PERSISTENCE, "Whether the journal outlives a boot", how));
    }
    return List.of(persistence(seen.get(), host), JournalLimits.judge(LIMITS, seen.get(), host));
  }

  /** The main file, then all drop-ins by name. */
  private static Optional<SettingsFile> settings(ExaminedHost host) {
    Optional<SettingsFile> main = Optional.empty();
    Map<String, SettingsFile> dropIns = new TreeMap<>();
    for (String place : PLACES) {
      Optional<SettingsFile> here = read(host, place + "/journald.conf");
      main = here.isPresent() ? here : main;
      String directory = place + "/journald.conf.d";
      for (String name : host.view().names(directory).shown().orElse(List.of())) {
        if (name.endsWith(".conf")) {
          read(host, directory + "/" + name).ifPresent(file -> dropIns.put(name, file));
        }
      }
    }
    Optional<SettingsFile> first = main;
    return dropIns.values().stream()
        .reduce(SettingsFile::and)
        .map(later -> first.map(file -> file.and(later)).orElse(later))
        .or(() -> first);
  }

  private static Optional<SettingsFile> read(ExaminedHost host, String path) {
    return host.view().file(path).shown().map(SettingsFile::of);
  }

  private static Finding persistence(SettingsFile settings, ExaminedHost host) {
    String storage = settings.value("Storage").orElse("auto").toLowerCase(Locale.ROOT);
    return switch (storage) {
      case "persistent" -> Finding.ok(PERSISTENCE, "The journal outlives a boot");
      case "none", "volatile" -> lost("Storage=" + storage);
      default ->
          switch (host.view().names("var/log/journal")) {
            case Sight.Shown<List<String>> there ->
                Finding.ok(PERSISTENCE, "The journal outlives a boot");
            case Sight.Missing<List<String>> none ->
                lost("Storage=auto, and there is no /var/log/journal");
            case Sight.Hidden<List<String>> hidden ->
                Finding.unknown(PERSISTENCE, "Whether the journal outlives a boot", hidden.how());
          };
    };
  }

  private static Finding lost(String why) {
    return Finding.problem(
        PERSISTENCE,
        "The journal is gone after a boot, which is when PID files go stale (" + why + ")",
        Matter.UNIT_END,
        Remedy.PERSISTENT_JOURNAL);
  }
}
