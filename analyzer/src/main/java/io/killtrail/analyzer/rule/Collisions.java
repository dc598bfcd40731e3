package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Collision;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who had which numbers when the number of a stale PID file was signalled. */
public final class Collisions {
  /** Numbers this far from the file's are told, of processes that are in the same boots. */
  private static final int NEAR = 256;

  /** Of those, at most so many, the nearest. */
  private static final int MOST_OTHERS = 40;

  /** All boots between are told, if there are no more than this with both ends. */
  private static final int MOST_BOOTS = 4;

  private final Death death;
  private final Delivery deciding;
  private final int number;
  private final Optional<Instant> written;
  private final Optional<Instant> stale;
  private final HostHistory history;
  private final Holders holders;

  private Collisions(
      Death death, Delivery deciding, int number, PidFile file, HostHistory history) {
    this.death = death;
    this.deciding = deciding;
    this.number = number;
    this.written = file.modified().filter(time -> !time.isAfter(deciding.time()));
    this.stale = file.staleSince();
    this.history = history;
    this.holders = new Holders(history);
  }

  /** What is known of the numbers, where the verdict is a stale PID file. */
  public static Optional<Collision> of(Death death, Verdict verdict, HostHistory history) {
    Optional<PidFile> file = verdict.pidFile().filter(used -> used.number().isPresent());
    if (verdict.cause() != Cause.STALE_PID_FILE || file.isEmpty() || death.deciding().isEmpty()) {
      return Optional.empty();
    }
    int number = file.get().number().getAsInt();
    return Optional.of(
        new Collisions(death, death.deciding().get(), number, file.get(), history).tell());
  }

  private Collision tell() {
    List<Boot> between = boots();
    List<Boot> told =
        between.size() <= MOST_BOOTS ? between : List.of(between.getFirst(), between.getLast());
    List<Holder> all = new ArrayList<>(List.of(victim()));
    deciding
        .sender()
        .map(life -> holders.of(Role.SENDER, life, deciding.time()))
        .ifPresent(all::add);
    formerOwner().map(this::former).ifPresent(all::add);
    others(told, all).forEach(life -> all.add(other(life)));
    return new Collision(told.stream().map(this::span).toList(), between.size() - told.size(), all);
  }

  private List<Boot> boots() {
    Boot last = history.bootAt(deciding.time());
    Boot first = written.map(history::bootAt).orElse(last);
    return history.boots().subList(first.number(), last.number() + 1);
  }

  /** What was written in a boot is seen in it, too. */
  private BootSpan span(Boot boot) {
    boolean last = boot.number() == history.bootAt(deciding.time()).number();
    Instant sign = last ? death.time() : written.orElse(deciding.time());
    Optional<Span> seen =
        history.sightingsIn(boot).map(span -> last ? Span.between(span.from(), sign) : span);
    Span span = seen.orElse(new Span(sign, sign));
    if (history.bootAt(sign).number() == boot.number()) {
      span = span.and(new Span(sign, sign));
    }
    boolean known = boot.start().isAfter(Instant.MIN) && boot.start().isBefore(span.to());
    return new BootSpan(
        boot.id(), known ? new Span(boot.start(), span.to()) : span, boot.shutdown().isPresent());
  }

  private Holder victim() {
    Instant end = death.time().isBefore(deciding.time()) ? deciding.time() : death.time();
    return deciding
        .victim()
        .map(life -> holders.of(Role.VICTIM, life, deciding.time()))
        .map(seen -> Holders.ended(seen, end))
        .orElseGet(() -> Holders.unseen(Role.VICTIM, deciding.victimPid(), deciding.time(), end));
  }

  private Optional<Life> formerOwner() {
    return written
        .flatMap(then -> history.processAt(number, then))
        .filter(life -> !life.started().orElse(life.first()).isAfter(written.orElseThrow()))
        .filter(life -> !deciding.victim().equals(Optional.of(life)));
  }

  /** Where no record shows its end, it was gone when the file was stale. */
  private Holder former(Life life) {
    Holder holder = holders.of(Role.FORMER_OWNER, life, written.orElse(life.last()));
    Optional<Instant> gone =
        stale.filter(since -> holder.to().isEmpty() && history.sameBoot(since, life.first()));
    return gone.map(since -> Holders.ended(holder, since)).orElse(holder);
  }

  /** Others that had numbers near it: they show how numbers are dealt out. */
  private List<Life> others(List<Boot> boots, List<Holder> known) {
    List<Life> near = new ArrayList<>();
    for (Boot boot : boots) {
      history.processesNear(number, NEAR, boot).stream()
          .filter(life -> known.stream().noneMatch(holder -> same(holder, life)))
          .filter(life -> !life.first().isAfter(death.time()))
          .sorted(Comparator.comparingInt((Life life) -> Math.abs(life.pid() - number)))
          .limit(MOST_OTHERS / boots.size())
          .sorted(Comparator.comparingInt(Life::pid).thenComparing(Life::first))
          .forEach(near::add);
    }
    return near;
  }

  /** Nobody looks for the ends of others: they are told as long as they were seen. */
  private Holder other(Life life) {
    return Holders.ended(
        holders.of(Role.OTHER, life, life.last()), life.ended().orElse(life.last()));
  }

  private static boolean same(Holder holder, Life life) {
    return holder.pid() == life.pid() && holder.seen().equals(life.first());
  }
}
