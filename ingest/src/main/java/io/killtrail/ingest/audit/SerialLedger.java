package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The serials of one node in the input that is being read, since its kernel began to count. */
final class SerialLedger {
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final SerialRuns runs = new SerialRuns();
  private Optional<Opening> opening = Optional.empty();

  /** The record with which the account began. */
  private record Opening(EventId id, Origin origin, AuditRecord record) {}

  /** Whether the account has yet to begin with a record. */
  boolean isEmpty() {
    return opening.isEmpty();
  }

  /** Begins an account with this record, where none is open for its boot. */
  void open(EventId id, Origin origin, AuditRecord record, FactSink sink) {
    if (opening.isPresent() && !opening.get().origin().bootId().equals(origin.bootId())) {
      close(sink);
    }
    if (opening.isEmpty()) {
      opening = Optional.of(new Opening(id, origin, record));
    }
  }

  void add(EventId id) {
    runs.add(id.serial(), id.epochMillis());
  }

  /** Gives away what was seen; the account begins anew. */
  void close(FactSink sink) {
    takeBack(sink);
    if (opening.isPresent() && !runs.isEmpty()) {
      sink.fact(account(runs.take()));
    }
    opening = Optional.empty();
  }

  /** Tells what was seen so far; the account goes on. */
  void tell(FactSink sink) {
    takeBack(sink);
    if (opening.isPresent() && !runs.isEmpty()) {
      sink.provisional(key(opening.get()), account(runs.all()));
    }
  }

  /** Takes back what was told. */
  void takeBack(FactSink sink) {
    opening.ifPresent(begun -> sink.withdraw(key(begun)));
  }

  /** The same for as long as the account is open. */
  private static FactId key(Opening begun) {
    return new FactId(beginning(begun));
  }

  private SerialsSeen account(List<Run> seen) {
    return new SerialsSeen(provenance(opening.orElseThrow(), seen), seen);
  }

  void save(DataOutput out) throws IOException {
    out.writeBoolean(opening.isPresent());
    if (opening.isPresent()) {
      Opening begun = opening.get();
      out.writeLong(begun.id().epochMillis());
      out.writeLong(begun.id().serial());
      begun.origin().save(out);
      begun.record().save(out);
    }
    runs.save(out);
  }

  void restore(AuditNode node, DataInput in) throws IOException {
    opening = Optional.empty();
    if (in.readBoolean()) {
      EventId id = new EventId(node, in.readLong(), in.readLong());
      opening = Optional.of(new Opening(id, Origin.restored(in), AuditRecord.restored(in)));
    }
    runs.restore(in);
  }

  private static Provenance provenance(Opening opening, List<Run> seen) {
    EventId id = opening.id();
    String text =
        String.format(
            Locale.ROOT,
            "%s:%d-%d/%016x",
            beginning(opening),
            seen.getFirst().first(),
            seen.getLast().last(),
            hash(seen));
    return new Provenance(
        new FactId(text),
        Instant.ofEpochMilli(id.epochMillis()),
        opening.record().form(),
        id.node().name().or(opening.origin()::host),
        opening.origin().bootId(),
        OptionalLong.of(id.serial()),
        List.of(opening.record().raw()));
  }

  private static String beginning(Opening opening) {
    EventId id = opening.id();
    return String.format(
        Locale.ROOT,
        "serials:%s:%s%d.%03d",
        opening.record().form(),
        id.node().name().map(name -> name + "@").orElse(""),
        id.epochMillis() / 1000,
        id.epochMillis() % 1000);
  }

  private static long hash(List<Run> seen) {
    long hash = seen.size();
    for (Run run : seen) {
      hash = (hash ^ run.first()) * MIX;
      hash = (hash ^ run.last()) * MIX;
      hash = (hash ^ run.seen()) * MIX;
      hash = (hash ^ run.from().toEpochMilli()) * MIX;
      hash = (hash ^ run.to().toEpochMilli()) * MIX;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
