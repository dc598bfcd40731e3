package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.FactCodec;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/** Facts to documents, one to one; the sightings of {@link SightingPacks} apart. */
final class FactDocuments {
  private FactDocuments() {}

  /** Names an observation: the same fact in another form is another one. */
  static Term observation(Fact fact) {
    Provenance provenance = fact.provenance();
    return new Term(KillIndexSchema.OBSERVATION, provenance.form() + " " + provenance.id().text());
  }

  static Document document(Fact fact) {
    Document document = new Document();
    Provenance provenance = fact.provenance();
    document.add(
        new StringField(KillIndexSchema.OBSERVATION, observation(fact).text(), Field.Store.NO));
    for (String id : idTerms(provenance)) {
      add(document, KillIndexSchema.ID, id);
    }
    document.add(new LongField(KillIndexSchema.TIME, micros(provenance), Field.Store.NO));
    provenance.node().ifPresent(node -> add(document, KillIndexSchema.NODE, node));
    document.add(new StoredField(KillIndexSchema.FACT, FactCodec.encode(fact)));
    document.add(new StoredField(KillIndexSchema.RAW, FactCodec.encodeRaw(fact)));
    addBody(document, fact);
    return document;
  }

  /** Names a line that could not be read. */
  static Term rejectionAt(String input, long offset) {
    return new Term(KillIndexSchema.OBSERVATION, "rejected " + input + ":" + offset);
  }

  static Term term(Rejection rejection) {
    return rejectionAt(rejection.input(), rejection.offset());
  }

  static Document document(Rejection rejection) {
    Document document = new Document();
    kind(document, Kind.REJECTION);
    document.add(
        new StringField(KillIndexSchema.OBSERVATION, term(rejection).text(), Field.Store.NO));
    storeRejection(document, rejection);
    return document;
  }

  private static void storeRejection(Document document, Rejection rejection) {
    document.add(new StoredField(KillIndexSchema.RAW, rejection.input()));
    document.add(new StoredField(KillIndexSchema.RAW, Long.toString(rejection.offset())));
    document.add(new StoredField(KillIndexSchema.RAW, rejection.reason()));
    document.add(new StoredField(KillIndexSchema.RAW, rejection.excerpt()));
  }

  static Rejection rejection(Document document) {
    String[] values = document.getValues(KillIndexSchema.RAW);
    return new Rejection(values[0], Long.parseLong(values[1]), values[2], values[3]);
  }

  /** The id, and for audit the whole event's, so that {@code show} finds all facts of an event. */
  static List<String> idTerms(Provenance provenance) {
    String id = provenance.id().text();
    int ordinal = id.startsWith("audit:") ? id.indexOf('/') : -1;
    return ordinal < 0 ? List.of(id) : List.of(id, id.substring(0, ordinal));
  }

  static long micros(Provenance provenance) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, provenance.time());
  }

  private static void addBody(Document document, Fact fact) {
    switch (fact) {
      case SignalSent signal -> addSignal(document, signal);
      case ProcessExited exit -> addExit(document, exit);
      case UnitChanged change -> addUnit(document, change);
      case ProcessSeen seen -> {
        kind(document, Kind.PROCESS);
        addActor(document, KillIndexSchema.PROCESS, seen.process());
        seen.unit().ifPresent(unit -> add(document, KillIndexSchema.UNIT, unit));
      }
      case ThreadSeen seen ->
          throw new IllegalArgumentException("threads are packed: " + seen.tid());
      case PidFileSeen seen -> {
        kind(document, Kind.PID_FILE);
        add(document, KillIndexSchema.PATH, seen.path());
        addNumber(document, KillIndexSchema.NUMBER, seen.number());
      }
      case BootSeen seen -> {
        kind(document, Kind.BOOT);
        add(document, KillIndexSchema.SIGN, label(seen.sign()));
      }
      case EvidenceGap gap -> {
        kind(document, Kind.GAP);
        add(document, KillIndexSchema.PROBLEM, label(gap.problem()));
      }
      case SerialsSeen none -> kind(document, Kind.SERIALS);
      case Configured set -> {
        kind(document, Kind.SETTING);
        addKey(document, set.item());
      }
    }
  }

  private static void addKey(Document document, Configured.Item item) {
    Optional<String> key =
        switch (item) {
          case Configured.RuleChanged rule -> rule.key();
          case Configured.RuleListed rule -> rule.key();
          case Configured.Setting none -> Optional.empty();
          case Configured.ManagerVersion none -> Optional.empty();
        };
    key.ifPresent(name -> add(document, KillIndexSchema.KEY, name));
  }

  private static void addSignal(Document document, SignalSent signal) {
    kind(document, Kind.SIGNAL);
    addNumber(document, KillIndexSchema.SIGNAL, signal.signal());
    signal.call().ifPresent(call -> add(document, KillIndexSchema.SYSCALL, call.syscall()));
    if (signal.errno().isPresent()) {
      add(document, KillIndexSchema.SUCCESS, signal.succeeded() ? "yes" : "no");
    }
    addNumber(document, KillIndexSchema.TARGET, target(signal.addressed()));
    signal.key().ifPresent(key -> add(document, KillIndexSchema.KEY, key));
    addActor(document, KillIndexSchema.SENDER, signal.sender());
    Set<String> pids = new HashSet<>();
    Set<String> comms = new HashSet<>();
    for (SignalTarget target : signal.targets()) {
      pids.add(Integer.toString(target.opid()));
      target.ocomm().ifPresent(comms::add);
    }
    pids.forEach(pid -> add(document, KillIndexSchema.VICTIM_PID, pid));
    comms.forEach(comm -> add(document, KillIndexSchema.VICTIM_COMM, comm));
  }

  private static OptionalInt target(Addressed addressed) {
    return switch (addressed) {
      case Addressed.Task task -> OptionalInt.of(task.number());
      case Addressed.ThreadOf thread -> OptionalInt.of(thread.tid());
      case Addressed.Group group -> OptionalInt.of(-group.pgid());
      case Addressed.OwnGroup none -> OptionalInt.of(0);
      case Addressed.Broadcast none -> OptionalInt.of(-1);
      case Addressed.Pidfd none -> OptionalInt.empty();
      case Addressed.Unknown none -> OptionalInt.empty();
    };
  }

  private static void addExit(Document document, ProcessExited exit) {
    kind(document, Kind.EXIT);
    addNumber(document, KillIndexSchema.VICTIM_PID, exit.pid());
    exit.comm().ifPresent(comm -> add(document, KillIndexSchema.VICTIM_COMM, comm));
    exit.unit().ifPresent(unit -> add(document, KillIndexSchema.UNIT, unit));
    exit.how().ifPresent(how -> add(document, KillIndexSchema.EXIT_HOW, label(how)));
    addNumber(document, KillIndexSchema.EXIT_STATUS, exit.status());
  }

  private static void addUnit(Document document, UnitChanged fact) {
    kind(document, Kind.UNIT);
    fact.unit().ifPresent(unit -> add(document, KillIndexSchema.UNIT, unit));
    add(document, KillIndexSchema.CHANGE, changeLabel(fact.change().getClass()));
  }

  /** Such as {@code restart-scheduled} for {@code RestartScheduled}. */
  static String changeLabel(Class<?> change) {
    String name = change.getSimpleName();
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter) && i > 0) {
        label.append('-');
      }
      label.append(Character.toLowerCase(letter));
    }
    return label.toString();
  }

  private static void addActor(Document document, String prefix, Actor actor) {
    addNumber(document, prefix + KillIndexSchema.PID, actor.pid());
    actor.comm().ifPresent(comm -> add(document, prefix + KillIndexSchema.COMM, comm));
    actor.exe().ifPresent(exe -> add(document, prefix + KillIndexSchema.EXE, exe));
    actor.uid().ifPresent(uid -> add(document, prefix + KillIndexSchema.UID, uid.label()));
    add(document, prefix + KillIndexSchema.AUID, actor.auid().map(UserId::label).orElse("unset"));
    actor.tty().ifPresent(tty -> add(document, prefix + KillIndexSchema.TTY, tty));
    if (actor.session().isPresent()) {
      add(document, prefix + KillIndexSchema.SESSION, Long.toString(actor.session().getAsLong()));
    }
  }

  private static void kind(Document document, Kind kind) {
    add(document, KillIndexSchema.KIND, kind.label());
  }

  private static void addNumber(Document document, String field, OptionalInt number) {
    number.ifPresent(value -> add(document, field, Integer.toString(value)));
  }

  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Longer terms are cut: Lucene refuses more than 32766 bytes, and nobody types them. */
  private static final int LONGEST_TERM = 1024;

  static void add(Document document, String field, String term) {
    String cut = term.length() > LONGEST_TERM ? term.substring(0, LONGEST_TERM) : term;
    document.add(new StringField(field, cut, Field.Store.NO));
  }

  /** The stored bytes of a field. */
  static byte[] bytes(Document document, String field) {
    return Optional.ofNullable(document.getBinaryValue(field))
        .map(ref -> Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length))
        .orElse(new byte[0]);
  }
}
