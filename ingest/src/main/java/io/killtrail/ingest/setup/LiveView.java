package io.killtrail.ingest.setup;

import io.killtrail.ingest.rules.AuditRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This host, as it is now. */
public final class LiveView implements HostView {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String AS_ROOT = "run killtrail doctor as root";
  private static final String UNIT = "--property=LoadState,ActiveState,UnitFileState,Result";

  /** Services that keep the clock, for hosts whose timedatectl does not tell (before 239). */
  private static final List<String> CLOCKS =
      List.of(
          "chrony.service",
          "chronyd.service",
          "systemd-timesyncd.service",
          "ntp.service",
          "ntpd.service",
          "ntpsec.service",
          "openntpd.service");

  private final Path root;
  private final Program auditctl;
  private final Program systemctl;
  private final Program timedatectl;

  private LiveView(Path root, List<Path> programs, Duration limit) {
    this.root = root;
    this.auditctl = Program.in(programs, "auditctl", limit);
    this.systemctl = Program.in(programs, "systemctl", limit);
    this.timedatectl = Program.in(programs, "timedatectl", limit);
  }

  /** The host that this runs on. */
  public static LiveView ofThisHost() {
    return of(
        Path.of("/"),
        Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin").map(Path::of).toList(),
        LIMIT);
  }

  /**
   * A host whose files lie elsewhere, for tests.
   *
   * @param programs directories in which auditctl, systemctl and timedatectl are looked for
   * @param limit the time that each of them has
   */
  static LiveView of(Path root, List<Path> programs, Duration limit) {
    return new LiveView(root, programs, limit);
  }

  @Override
  public Optional<String> saved() {
    return Optional.empty();
  }

  /** Looks at something of the file system. */
  private interface Look<T> {
    T at(Path file) throws IOException;
  }

  private <T> Sight<T> look(String path, Look<T> look) {
    try {
      return new Sight.Shown<>(look.at(root.resolve(path)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new Sight.Missing<>();
    } catch (AccessDeniedException e) {
      return new Sight.Hidden<>(AS_ROOT);
    } catch (IOException e) {
      return new Sight.Hidden<>("/" + path + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Sight<String> file(String path) {
    return look(
        path,
        file -> {
          try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(Program.LONGEST), StandardCharsets.UTF_8);
          }
        });
  }

  @Override
  public Sight<List<String>> names(String directory) {
    return look(
        directory,
        path -> {
          try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
          }
        });
  }

  @Override
  public Sight<Long> freeBytes(String path) {
    return look(path, file -> Files.getFileStore(file).getUsableSpace());
  }

  @Override
  public Sight<String> auditStatus() {
    return audit("-s", rules -> rules.setting("audit_enabled").isPresent());
  }

  @Override
  public Sight<String> auditRules() {
    return audit("-l", rules -> rules.odd().isEmpty());
  }

  /** What is printed only counts when it is what it should be. */
  private interface Fits {
    boolean test(AuditRules read);
  }

  private Sight<String> audit(String option, Fits fits) {
    if (!auditctl.installed()) {
      return new Sight.Missing<>();
    }
    return auditctl
        .say(option)
        .filter(text -> fits.test(AuditRules.of(text)))
        .map(text -> (Sight<String>) new Sight.Shown<>(text))
        .orElseGet(() -> new Sight.Hidden<>(AS_ROOT + " (auditctl " + option + ")"));
  }

  @Override
  public Sight<Map<String, String>> unit(String name) {
    Optional<String> said = systemctl.say("show", UNIT, "--", name);
    if (said.isEmpty()) {
      return new Sight.Hidden<>("ask the service manager: systemctl show " + name);
    }
    Map<String, String> unit = new HashMap<>();
    said.get()
        .lines()
        .filter(line -> line.contains("="))
        .forEach(
            line ->
                unit.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    boolean known = !unit.getOrDefault("LoadState", "not-found").equals("not-found");
    return known ? new Sight.Shown<>(Map.copyOf(unit)) : new Sight.Missing<>();
  }

  @Override
  public Sight<Integer> managerVersion() {
    return systemctl
        .say("show", "--property=Version")
        .flatMap(ManagerVersion::read)
        .map(number -> (Sight<Integer>) new Sight.Shown<>(number))
        .orElseGet(() -> new Sight.Hidden<>("systemctl --version"));
  }

  @Override
  public Sight<String> machine() {
    return new Sight.Shown<>(System.getProperty("os.arch", ""));
  }

  @Override
  public Sight<ClockState> clock() {
    return kernelClock().<Sight<ClockState>>map(Sight.Shown::new).orElseGet(this::clockByServices);
  }

  /** What the kernel itself holds of its clock (STA_UNSYNC), whichever program keeps it. */
  private Optional<ClockState> kernelClock() {
    return timedatectl
        .say("show", "--property=NTPSynchronized")
        .flatMap(
            said ->
                switch (said.strip()) {
                  case "NTPSynchronized=yes" -> Optional.of(ClockState.SYNCHRONISED);
                  case "NTPSynchronized=no" -> Optional.of(ClockState.UNSYNCHRONISED);
                  default -> Optional.empty();
                });
  }

  private Sight<ClockState> clockByServices() {
    if (Files.exists(root.resolve("run/systemd/timesync/synchronized"))) {
      return new Sight.Shown<>(ClockState.SYNCHRONISED);
    }
    for (String service : CLOCKS) {
      Sight<Map<String, String>> unit = unit(service);
      if (unit instanceof Sight.Hidden<Map<String, String>>) {
        return new Sight.Hidden<>("timedatectl");
      }
      if (unit.shown().filter(of -> "active".equals(of.get("ActiveState"))).isPresent()) {
        return new Sight.Shown<>(ClockState.SERVED);
      }
    }
    return new Sight.Shown<>(ClockState.UNSYNCHRONISED);
  }

  @Override
  public Sight<OlderProcesses> olderThan(long pid) {
    return ProcessStarts.olderThan(root.resolve("proc"), pid);
  }
}
