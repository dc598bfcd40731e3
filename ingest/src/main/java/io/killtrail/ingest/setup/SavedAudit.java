package io.killtrail.ingest.setup;

import io.killtrail.ingest.image.ImageTree;
import io.killtrail.ingest.rules.AuditRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of audit lies among saved files, told by what they hold: people call them as they like.
 *
 * @param status what {@code auditctl -s} printed
 * @param loaded what {@code auditctl -l} printed
 * @param onDisk a file of rules, as a boot loads them
 */
record SavedAudit(Optional<String> status, Optional<String> loaded, Optional<Path> onDisk) {
  /** A directory that somebody saved for this holds a few; those with telling names come first. */
  private static final int MOST = 200;

  private static final String NO_RULES = "No rules";

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path file) -> !name(file).contains("auditctl"))
          .thenComparing(file -> !isRulesFile(file))
          .thenComparing(SavedAudit::name);

  static SavedAudit among(List<Path> files) {
    Optional<String> status = Optional.empty();
    Optional<String> loaded = Optional.empty();
    Optional<Path> onDisk = Optional.empty();
    for (Path file : files.stream().sorted(BY_NAME).limit(MOST).toList()) {
      Optional<String> text = text(file);
      switch (text.map(said -> kind(file, said)).orElse(Kind.OTHER)) {
        case STATUS -> status = status.or(() -> text);
        case LOADED -> loaded = loaded.or(() -> text);
        case BOTH -> {
          status = status.or(() -> text);
          loaded = loaded.or(() -> text);
        }
        case RULES_FILE -> onDisk = onDisk.or(() -> Optional.of(file));
        case OTHER -> {}
      }
    }
    return new SavedAudit(status, loaded, onDisk);
  }

  private enum Kind {
    STATUS,
    LOADED,
    BOTH,
    RULES_FILE,
    OTHER
  }

  private static Kind kind(Path file, String text) {
    if (isRulesFile(file)) {
      return Kind.RULES_FILE;
    }
    AuditRules read = AuditRules.of(text);
    if (read.setting("audit_pid").isPresent() && read.setting("audit_enabled").isPresent()) {
      boolean rules = !read.rules().isEmpty() || text.lines().anyMatch(NO_RULES::equals);
      return rules ? Kind.BOTH : Kind.STATUS;
    }
    if (text.strip().equals(NO_RULES)) {
      return Kind.LOADED;
    }
    if (read.rules().isEmpty() || !read.odd().isEmpty()) {
      return Kind.OTHER;
    }
    // A file of rules has settings, too, and remarks, which auditctl does not print.
    boolean printed = read.settings().isEmpty() && text.lines().noneMatch(SavedAudit::isRemark);
    return printed ? Kind.LOADED : Kind.RULES_FILE;
  }

  private static boolean isRemark(String line) {
    return line.startsWith("#");
  }

  private static boolean isRulesFile(Path file) {
    return name(file).endsWith(".rules");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Its beginning; empty where it is no file, or cannot be read. */
  static Optional<String> text(Path file) {
    try {
      return ImageTree.regular(file)
          ? Optional.of(new String(ImageTree.head(file, Program.LONGEST), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
