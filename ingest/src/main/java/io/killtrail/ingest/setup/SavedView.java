package io.killtrail.ingest.setup;

import io.killtrail.ingest.image.ImageTree;
import io.killtrail.ingest.rules.AuditRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** Files that may be rules by another name. */
  private final List<Path> outputs;

  /** Files that may be what auditctl printed. */
  private final List<Path> printed;

  private SavedView(
      String named, ImageTree tree, boolean whole, List<Path> outputs, List<Path> printed) {
    this.named = named;
    this.tree = tree;
    this.whole = whole;
    this.outputs = outputs;
    this.printed = printed;
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
      return new SavedView(path.toString(), none, false, List.of(real), List.of(real));
    }
    Path root = unpacked(real);
    ImageTree tree = new ImageTree(root);
    boolean report = tree.find(REPORT).isPresent();
    boolean whole = !report && tree.find("etc").isPresent() && tree.find("usr").isPresent();
    List<Path> outputs = new ArrayList<>(tree.files("."));
    outputs.addAll(tree.files(REPORT + "/auditd"));
    List<Path> printed = outputs.stream().filter(SavedView::byAuditctl).toList();
    return new SavedView(path.toString(), tree, whole, outputs, printed);
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
        .flatMap(SavedView::text)
        .<Sight<String>>map(Sight.Shown::new)
        .orElseGet(() -> absent(path));
  }

  private Optional<Path> find(String path) {
    return tree.find(path)
        .or(() -> whole || !path.startsWith(AUDIT) ? Optional.empty() : ofAudit(path));
  }

  /** {@code /etc/audit} may have been saved by itself, or a file of rules under another name. */
  private Optional<Path> ofAudit(String path) {
    Optional<Path> rules =
        path.endsWith("/audit.rules")
            ? outputs.stream().filter(file -> named(file).endsWith(".rules")).findFirst()
            : Optional.empty();
    return tree.find(path.substring(AUDIT.length())).or(() -> rules);
  }

  private static String named(Path file) {
    return file.getFileName().toString();
  }

  /** Told by its name: whole directories are not read to find out. */
  private static boolean byAuditctl(Path file) {
    return named(file).contains("auditctl");
  }

  private static Optional<String> text(Path file) {
    try {
      return ImageTree.regular(file)
          ? Optional.of(new String(ImageTree.head(file, Program.LONGEST), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
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
    return output("auditctl -s", read -> read.setting("audit_pid").isPresent());
  }

  @Override
  public Sight<String> auditRules() {
    return printed.stream()
        .filter(SavedView::byAuditctl)
        .flatMap(file -> text(file).stream())
        .filter(text -> text.strip().equals("No rules") || onlyRules(AuditRules.of(text)))
        .<Sight<String>>map(Sight.Shown::new)
        .findFirst()
        .orElseGet(() -> unsaved("what auditctl -l prints"));
  }

  /** A file of rules has settings too. */
  private static boolean onlyRules(AuditRules read) {
    return !read.rules().isEmpty() && read.settings().isEmpty() && read.odd().isEmpty();
  }

  private interface Fits {
    boolean test(AuditRules read);
  }

  private Sight<String> output(String command, Fits fits) {
    return printed.stream()
        .filter(file -> !named(file).endsWith(".rules"))
        .flatMap(file -> text(file).stream())
        .filter(text -> fits.test(AuditRules.of(text)))
        .<Sight<String>>map(Sight.Shown::new)
        .findFirst()
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
