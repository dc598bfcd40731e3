package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SourceForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An event while facts are made of it. */
final class EventReading {
  private final AuditEvent event;
  private final Workbench bench;
  private final AuditRecord mainRecord;
  private final Optional<Architecture> architecture;
  private final Syscall call;
  private final Provenances provenances;

  /** From now on the workbench holds what {@link #main} gives. */
  EventReading(AuditEvent event, Workbench bench) {
    this.event = event;
    this.bench = bench;
    this.mainRecord = find(RecordType.SYSCALL).orElseGet(() -> event.record(0));
    bench.main.read(mainRecord);
    this.architecture = resolveArchitecture();
    this.call = resolveCall();
    this.provenances = new Provenances(event, form());
  }

  private SourceForm form() {
    boolean enriched = mainRecord.form() == SourceForm.AUDIT_RAW && bench.main.enriched();
    return enriched ? SourceForm.AUDIT_ENRICHED : mainRecord.form();
  }

  private Optional<Architecture> resolveArchitecture() {
    long code = bench.main.hex(FieldKey.ARCH);
    if (bench.main.interpreted()) {
      return bench.main.text(FieldKey.ARCH).flatMap(bench.syscalls::named);
    }
    return code == FieldDecoder.NO_NUMBER
        ? Optional.empty()
        : bench.syscalls.find((int) code, bench.main.number(FieldKey.SYSCALL));
  }

  /** The number counts; the name that was given for it only where it cannot be read. */
  private Syscall resolveCall() {
    long number = bench.main.number(FieldKey.SYSCALL);
    if (hasSyscall() && bench.main.interpreted()) {
      return main().text(FieldKey.SYSCALL).map(Syscall::named).orElse(Syscall.UNKNOWN);
    }
    if (!hasSyscall()) {
      return Syscall.UNKNOWN;
    }
    return architecture.isPresent() && number != FieldDecoder.NO_NUMBER
        ? architecture.get().call(number)
        : main().text(FieldKey.SYSCALL_NAME).map(Syscall::named).orElse(Syscall.UNKNOWN);
  }

  AuditEvent event() {
    return event;
  }

  AuditNode node() {
    return event.id().node();
  }

  RecordType mainType() {
    return mainRecord.type();
  }

  /** The fields of the SYSCALL record, else of the first. */
  RecordFields main() {
    return bench.main;
  }

  /** The fields of any other record; until the next call. */
  RecordFields fields(AuditRecord record) {
    return bench.other.read(record);
  }

  boolean hasSyscall() {
    return mainRecord.type() == RecordType.SYSCALL;
  }

  Syscall call() {
    return call;
  }

  Optional<Architecture> architecture() {
    return architecture;
  }

  /** Whether the kernel reported success. */
  boolean succeeded() {
    return hasSyscall() && main().is(FieldKey.SUCCESS, "yes");
  }

  /** The first record of a type. */
  Optional<AuditRecord> find(RecordType type) {
    for (int i = 0; i < event.count(); i++) {
      if (event.record(i).type() == type) {
        return Optional.of(event.record(i));
      }
    }
    return Optional.empty();
  }

  /** All records of a type, in their order. */
  List<AuditRecord> all(RecordType type) {
    List<AuditRecord> found = new ArrayList<>();
    for (int i = 0; i < event.count(); i++) {
      if (event.record(i).type() == type) {
        found.add(event.record(i));
      }
    }
    return found;
  }

  /** The provenance of the event's next fact. */
  Provenance provenance() {
    return provenances.next();
  }

  /** The provenance of a fact that is told apart from the event's others by a suffix of its own. */
  Provenance provenance(String suffix) {
    return provenances.suffixed(suffix);
  }
}
