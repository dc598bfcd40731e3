package io.killtrail.cli.host;

import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.RulesFile;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.image.ImageTree;
import io.killtrail.ingest.rules.AuditRules;
import io.killtrail.reports.text.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the file of rules to where augenrules looks for it. */
final class RulesInstall {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** As auditd's own files are. */
  private static final Set<PosixFilePermission> RIGHTS =
      PosixFilePermissions.fromString("rw-r-----");

  /** No rules file is as long. */
  private static final int LONGEST = 1 << 20;

  private final Path directory;
  private final Clock clock;
  private final Map<String, AuditRules> others = new TreeMap<>();

  private RulesInstall(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Looks at what is there.
   *
   * @throws IOException when there is no directory for rules, or it may not be read
   */
  static RulesInstall under(Path root, Clock clock) throws IOException {
    String place = RulesFile.DIRECTORY;
    Path directory =
        new ImageTree(root.toRealPath())
            .find(place)
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new FileSystemException(
                        place,
                        null,
                        "no such directory can be seen: auditd is not installed, or"
                            + " this needs root"));
    if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
      throw refused(directory);
    }
    RulesInstall install = new RulesInstall(directory, clock);
    install.readOthers();
    return install;
  }

  private static IOException refused(Path file) {
    return new FileSystemException(
        file.toString(), null, "permission denied; it takes root: sudo killtrail rules --install");
  }

  private void readOthers() throws IOException {
    for (Path file : new ImageTree(directory).quietEntries(Optional.of(directory))) {
      String name = file.getFileName().toString();
      boolean taken = name.endsWith(".rules") && !name.equals(RulesFile.NAME);
      if (taken && ImageTree.regular(file)) {
        String text = new String(ImageTree.head(file, LONGEST), StandardCharsets.ISO_8859_1);
        others.put(name, AuditRules.of(text));
      }
    }
  }

  /** Whether another file gives the backlog that is needed, or more. */
  boolean hasBacklog() {
    return others.values().stream()
        .flatMapToLong(rules -> rules.setting("audit_backlog_limit").stream())
        .anyMatch(records -> records >= Remedy.BACKLOG);
  }

  /** Writes the file, unless it is there already, and tells what was done and what remains. */
  void install(String text, Writer out) throws IOException {
    Path file = directory.resolve(RulesFile.NAME);
    try {
      boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (there
          && ImageTree.regular(file)
          && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8))) {
        say(file + " is as it should be: nothing was written.", out);
      } else {
        write(file, there, text, out);
      }
    } catch (AccessDeniedException e) {
      throw refused(file);
    }
    remains(out);
  }

  private void write(Path file, boolean there, String text, Writer out) throws IOException {
    Path part = directory.resolve(RulesFile.NAME + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createFile(part, PosixFilePermissions.asFileAttribute(RIGHTS));
      Files.writeString(part, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      if (there) {
        keep(file, out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    say("Wrote " + file + ".", out);
  }

  /** Under a name that augenrules passes over: it takes only what ends in .rules. */
  private void keep(Path file, Writer out) throws IOException {
    Path former = directory.resolve(RulesFile.NAME + ".before-" + STAMP.format(clock.instant()));
    Files.copy(file, former, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    say("The former file is kept as " + former + ".", out);
  }

  /** What keeps the rules from taking effect, and how they are loaded. */
  private void remains(Writer out) throws IOException {
    boolean locked = false;
    for (Map.Entry<String, AuditRules> other : others.entrySet()) {
      if (other.getValue().setting("audit_enabled").orElse(0) == 2) {
        locked = true;
        say(other.getKey() + " locks the rules (-e 2): they change at the next boot.", out);
      }
    }
    List<RuleListed> all = new ArrayList<>();
    others.values().forEach(rules -> all.addAll(rules.rules()));
    Optional<String> blanket = RuleSet.ofRules(all).blanket();
    if (blanket.isPresent()) {
      say("Another file of rules makes them idle: " + blanket.get() + ".", out);
    }
    say("Load them: " + (locked ? Remedy.REBOOT : Remedy.LOAD).command(), out);
    say("Then see what is still missing: killtrail doctor", out);
  }

  private static void say(String text, Writer out) throws IOException {
    out.write(TerminalText.escape(text) + "\n");
  }
}
