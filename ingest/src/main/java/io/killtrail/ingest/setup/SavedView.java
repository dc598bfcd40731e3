package io.killtrail.ingest.setup;

import io.killtrail.ingest.image.ImageTree;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was saved of a host: its root directory, an unpacked sosreport, its {@code /etc/audit}, or
 * what auditctl printed. Links are never followed out of it.
 */
public final class SavedView implements HostView {
  private static final String REPORT = "sos_commands";
  private static final String AUDIT = "etc/audit/";

  /** What exists only while a host runs. */
  private static final List<String> FLEETING = List.of("proc/", "run/", "sys/");

  private static final Pattern SYNCHRONISED =
      Pattern.compile("(?:System clock|NTP) synchronized: *(yes|no)");
  private static final Pattern MACHINE =
      Pattern.compile(" (x86_64|i[3-6]86|aarch64|armv\\w+|ppc64le|ppc64|s390x|riscv64)\\b");

  private final String named;
  private final ImageTree tree;

  /** Whether a file that is not here is none of the host's. */
  private final boolean whole;

  private final SavedAudit audit;

  private SavedView(String named, ImageTree tree, boolean whole, SavedAudit audit) {
    this.named = named;
    this.tree = tree;
    this.whole = whole;
    this.audit = audit;
  }

  /**
   * Looks through it.
   *
   * @throws IOException when there is no such file or directory
   */
  public static SavedView open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new FileSystemException(path.toString(), null, "no such file or directory");
    }
    Path real = path.toRealPath();
    if (Files.isRegularFile(real)) {
      ImageTree none = new ImageTree(real.resolve("."));
      return new SavedView(path.toString(), none, false, SavedAudit.among(List.of(real)));
    }
    Path root = unpacked(real);
    ImageTree tree = new ImageTree(root);
    boolean report = tree.find(REPORT).isPresent();
    boolean whole = !report && tree.find("etc").isPresent() && tree.find("usr").isPresent();
    List<Path> outputs = new ArrayList<>(tree.files("."));
    outputs.addAll(tree.files(REPORT + "/auditd"));
    return new SavedView(path.toString(), tree, whole, SavedAudit.among(outputs));
  }

  /** An archive of sos holds one directory. */
  private static Path unpacked(Path directory) {
    List<Path> entries = new ImageTree(directory).quietEntries(Optional.of(directory));
    boolean one = entries.size() == 1 && Files.isDirectory(entries.getFirst().resolve(REPORT));
    return one ? entries.getFirst() : directory;
  }

  @Override
  public Optional<String> saved() {
    return Optional.of(named);
  }

  @Override
  public Sight<String> file(String path) {
    return find(path)
        .flatMap(SavedAudit::text)
        .<Sight<String>>map(Sight.Shown::new)
        .orElseGet(() -> absent(path));
  }

  private Optional<Path> find(String path) {
    return tree.find(path)
        .or(() -> whole || !path.startsWith(AUDIT) ? Optional.empty() : ofAudit(path));
  }

  /** {@code /etc/audit} may have been saved by itself, or a file of rules under another name. */
  private Optional<Path> ofAudit(String path) {
    Optional<Path> rules = path.endsWith("/audit.rules") ? audit.onDisk() : Optional.empty();
    return tree.find(path.substring(AUDIT.length())).or(() -> rules);
  }

  private <T> Sight<T> absent(String path) {
    boolean fleeting = FLEETING.stream().anyMatch(path::startsWith);
    return whole && !fleeting ? new Sight.Missing<>() : unsaved("/" + path);
  }

  private static <T> Sight<T> unsaved(String what) {
    return new Sight.Hidden<>(what + " was not saved");
  }

  @Override
  public Sight<List<String>> names(String directory) {
    return find(directory)
        .filter(Files::isDirectory)
        .<Sight<List<String>>>map(
            found ->
                new Sight.Shown<>(
                    tree.quietEntries(Optional.of(found)).stream()
                        .map(entry -> entry.getFileName().toString())
                        .toList()))
        .orElseGet(() -> absent(directory));
  }

  @Override
  public Sight<String> auditStatus() {
    return printed(audit.status(), "auditctl -s");
  }

  @Override
  public Sight<String> auditRules() {
    return printed(audit.loaded(), "auditctl -l");
  }

  private static Sight<String> printed(Optional<String> text, String command) {
    return text.<Sight<String>>map(Sight.Shown::new)
        .orElseGet(() -> unsaved("what " + command + " prints"));
  }

  @Override
  public Sight<Map<String, String>> unit(String name) {
    return unsaved("the state of " + name);
  }

  @Override
  public Sight<Integer> managerVersion() {
    return names("usr/lib/systemd").shown().stream()
        .flatMap(List::stream)
        .flatMap(name -> ManagerVersion.read(name).stream())
        .<Sight<Integer>>map(Sight.Shown::new)
        .findFirst()
        .orElseGet(() -> unsaved("the version of systemd"));
  }

  @Override
  public Sight<String> machine() {
    return found("uname", MACHINE, "the architecture");
  }

  private Sight<String> found(String path, Pattern pattern, String what) {
    return file(path)
        .shown()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .<Sight<String>>map(match -> new Sight.Shown<>(match.group(1)))
        .orElseGet(() -> unsaved(what));
  }

  @Override
  public Sight<Long> freeBytes(String path) {
    return unsaved("the room on its disks");
  }

  @Override
  public Sight<ClockState> clock() {
    return found(REPORT + "/systemd/timedatectl", SYNCHRONISED, "what timedatectl prints")
        .map(word -> word.equals("yes") ? ClockState.SYNCHRONISED : ClockState.UNSYNCHRONISED);
  }

  @Override
  public Sight<OlderProcesses> olderThan(long pid) {
    return unsaved("/proc");
  }
}
