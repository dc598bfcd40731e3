package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Facts of every kind, with any part present or missing. */
final class RandomFacts {
  static final int KINDS = 10;

  private final Random random;

  RandomFacts(Random random) {
    this.random = random;
  }

  static Stream<UnitChanged.Change> everyChange() {
    return Stream.of(
        new UnitChanged.Starting(),
        new UnitChanged.Started(),
        new UnitChanged.Stopping(Optional.of("restart")),
        new UnitChanged.Stopping(Optional.empty()),
        new UnitChanged.Stopped(Optional.of("done")),
        new UnitChanged.Deactivated(),
        new UnitChanged.Failed(Optional.of("exit-code")),
        new UnitChanged.Failed(Optional.empty()),
        new UnitChanged.RestartScheduled(OptionalInt.of(7)),
        new UnitChanged.TimedOut(
            "stop-sigterm", Optional.of("Killing"), Optional.of(Duration.ofMillis(90_500))),
        new UnitChanged.TimedOut("watchdog", Optional.empty(), Optional.empty()),
        new UnitChanged.ClientSignal(15, OptionalInt.of(638), Optional.of("queue-runner")),
        new UnitChanged.ManagerSignal(9, OptionalInt.empty(), Optional.empty()),
        new UnitChanged.LeftOver(true, OptionalInt.of(4), Optional.of("x y")),
        new UnitChanged.LeftOver(false, OptionalInt.empty(), Optional.empty()),
        new UnitChanged.OutOfMemory(),
        new UnitChanged.MainProcess(281),
        new UnitChanged.Requested("stop", Actor.UNKNOWN));
  }

  static Stream<Configured.Item> everyItem() {
    return Stream.of(
        new Configured.Setting("audit_enabled", 0, OptionalLong.of(1)),
        new Configured.Setting("lost", Long.MAX_VALUE, OptionalLong.empty()),
        new Configured.RuleChanged(true, Optional.of("kill")),
        new Configured.RuleChanged(false, Optional.empty()),
        new Configured.RuleListed(
            3,
            "exit",
            true,
            Optional.of("b64"),
            List.of("kill", "tkill"),
            List.of("a1!=0"),
            Optional.of("kill")),
        new Configured.RuleListed(
            0, "", false, Optional.empty(), List.of(), List.of(), Optional.empty()),
        new Configured.ManagerVersion(257));
  }

  static Stream<Addressed> everyAddressed() {
    return Stream.of(
        new Addressed.Task(350),
        new Addressed.Task(Integer.MAX_VALUE),
        new Addressed.ThreadOf(281, 350),
        new Addressed.Group(400),
        new Addressed.OwnGroup(),
        new Addressed.Broadcast(),
        new Addressed.Pidfd(107),
        new Addressed.Unknown());
  }

  /** A fact with nothing but its records. */
  static Fact withRaw(List<RawRecord> raw) {
    return new ThreadSeen(
        new Provenance(
            new FactId("snapshot:b/t/350"),
            Instant.parse("2026-11-21T02:22:16.856123Z"),
            SourceForm.SNAPSHOT,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            raw),
        350,
        281,
        Optional.empty(),
        Optional.empty());
  }

  Fact any() {
    return ofKind(random.nextInt(KINDS));
  }

  Fact ofKind(int kind) {
    return switch (kind) {
      case 0 -> signalSent(pick(everyAddressed().toList()));
      case 1 -> processExited();
      case 2 -> unitChanged(pick(everyChange().toList()));
      case 3 -> processSeen();
      case 4 ->
          new ThreadSeen(provenance(), number(), number(), maybe(this::text), maybe(this::instant));
      case 5 -> pidFileSeen();
      case 6 -> bootSeen(pick(List.of(BootSeen.Sign.values())));
      case 7 -> serialsSeen();
      case 8 -> configured(pick(everyItem().toList()));
      default -> evidenceGap(pick(List.of(EvidenceGap.Problem.values())));
    };
  }

  SignalSent signalSent(Addressed addressed) {
    return new SignalSent(
        provenance(),
        maybe(() -> pick(List.of(SignalCall.values()))),
        maybe(this::text),
        addressed,
        maybeInt(),
        maybeInt(),
        actor(),
        Stream.generate(this::target).limit(random.nextInt(5)).toList(),
        maybe(this::text));
  }

  private SignalTarget target() {
    return new SignalTarget(
        number(),
        maybe(this::text),
        maybe(this::user),
        maybe(this::user),
        maybeLong(),
        maybe(this::text));
  }

  private ProcessExited processExited() {
    return new ProcessExited(
        provenance(),
        pick(List.of(ProcessExited.Witness.values())),
        maybeInt(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(() -> pick(List.of(ProcessExited.How.values()))),
        maybeInt());
  }

  UnitChanged unitChanged(UnitChanged.Change change) {
    return new UnitChanged(
        provenance(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        pick(List.of(UnitChanged.Witness.values())),
        change);
  }

  private ProcessSeen processSeen() {
    Actor someone = actor();
    return new ProcessSeen(
        provenance(),
        pick(List.of(ProcessSeen.By.values())),
        someone.pid().isPresent()
            ? someone
            : Actor.of(number(), Optional.empty(), maybe(this::text)),
        maybe(this::instant),
        maybe(this::text),
        Stream.generate(this::number).limit(random.nextInt(3)).toList());
  }

  private PidFileSeen pidFileSeen() {
    return new PidFileSeen(
        provenance(),
        pick(List.of(PidFileSeen.By.values())),
        text(),
        maybeInt(),
        maybe(this::instant),
        maybeLong(),
        actor());
  }

  BootSeen bootSeen(BootSeen.Sign sign) {
    return new BootSeen(provenance(), sign, maybe(this::instant));
  }

  EvidenceGap evidenceGap(EvidenceGap.Problem problem) {
    return new EvidenceGap(
        provenance(), problem, maybe(this::instant), maybe(this::instant), maybeLong(), text());
  }

  private SerialsSeen serialsSeen() {
    return new SerialsSeen(provenance(), Stream.generate(this::run).limit(5).toList());
  }

  private SerialsSeen.Run run() {
    return new SerialsSeen.Run(
        random.nextLong(), random.nextLong(), random.nextLong(), instant(), instant());
  }

  Configured configured(Configured.Item item) {
    return new Configured(provenance(), item);
  }

  Actor actor() {
    return new Actor(
        maybeInt(),
        maybeInt(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::user),
        maybe(this::user),
        maybe(this::user),
        maybe(this::text),
        maybeLong(),
        maybe(this::text));
  }

  private Provenance provenance() {
    return new Provenance(
        new FactId(text()),
        instant(),
        pick(List.of(SourceForm.values())),
        maybe(this::text),
        maybe(this::text),
        maybeLong(),
        Stream.generate(this::rawRecord).limit(1 + random.nextInt(4)).toList());
  }

  private RawRecord rawRecord() {
    StringBuilder latin1 = new StringBuilder();
    random.ints(random.nextInt(200), 0, 256).forEach(c -> latin1.append((char) c));
    return new RawRecord(
        pick(List.of("/var/log/a", "/var/log/b")), random.nextLong(1L << 40), latin1.toString());
  }

  private UserId user() {
    return random.nextBoolean()
        ? UserId.named(text())
        : new UserId(random.nextLong(1L << 32), maybe(this::text));
  }

  /** Every source's stamps are microseconds at the finest; before 1970 too. */
  private Instant instant() {
    long micros = random.nextLong(-(1L << 40), 1L << 52);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  private String text() {
    return pick(
        List.of("", "java", "a b", "\u0000\u001b[31m", "Ünï\uD83D\uDE00", "x".repeat(5000)));
  }

  private int number() {
    return random.nextBoolean() ? random.nextInt() : random.nextInt(70_000);
  }

  private OptionalInt maybeInt() {
    return random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(number());
  }

  private OptionalLong maybeLong() {
    return random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
