package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.PidFileSeen.By;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** PID files that were opened, made or removed: PATH records of a watched file or directory. */
final class PidFileFacts {
  private static final List<String> ENDINGS = List.of("pid", "pidfile", "pid_file", "pid-file");

  /** O_WRONLY and O_RDWR, the same on all architectures. */
  private static final int WRITES = 3;

  private PidFileFacts() {}

  static void give(EventReading event, FactSink sink) {
    if (!event.succeeded()) {
      return;
    }
    for (AuditRecord record : event.all(RecordType.PATH)) {
      RecordFields fields = event.fields(record);
      Optional<String> name = fields.text(FieldKey.NAME).filter(PidFileFacts::isPidFile);
      Optional<By> by = name.flatMap(n -> by(event, fields));
      if (by.isPresent()) {
        long inode = fields.number(FieldKey.INODE);
        give(event, by.get(), name.get(), inode, sink);
      }
    }
  }

  private static boolean isPidFile(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static Optional<By> by(EventReading event, RecordFields path) {
    if (path.is(FieldKey.NAMETYPE, "CREATE")) {
      return Optional.of(By.WRITTEN);
    }
    if (path.is(FieldKey.NAMETYPE, "DELETE")) {
      return Optional.of(By.REMOVED);
    }
    return path.is(FieldKey.NAMETYPE, "NORMAL") ? opened(event) : Optional.empty();
  }

  /** A file that was there before: its content matters only to who opened it. */
  private static Optional<By> opened(EventReading event) {
    return switch (event.call()) {
      case OPEN -> byFlags(event.main().register(FieldKey.A1));
      case OPENAT -> byFlags(event.main().register(FieldKey.A2));
      case CREAT -> Optional.of(By.WRITTEN);
      default -> Optional.empty();
    };
  }

  private static Optional<By> byFlags(OptionalInt flags) {
    if (flags.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((flags.getAsInt() & WRITES) == 0 ? By.READ : By.WRITTEN);
  }

  private static void give(EventReading event, By by, String name, long inode, FactSink sink) {
    String path = absolute(event, name);
    Actor accessor = Actors.caller(event);
    sink.fact(
        new PidFileSeen(
            event.provenance(),
            by,
            path,
            OptionalInt.empty(),
            Optional.empty(),
            inode < 0 ? OptionalLong.empty() : OptionalLong.of(inode),
            accessor));
  }

  private static String absolute(EventReading event, String name) {
    if (name.startsWith("/")) {
      return name;
    }
    Optional<String> directory =
        event.find(RecordType.CWD).flatMap(record -> event.fields(record).text(FieldKey.CWD));
    return directory.map(d -> d.endsWith("/") ? d + name : d + "/" + name).orElse(name);
  }
}
