package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SerialsSeen.Run;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The audit serials of one boot. The kernel counts its events without leaving a number out, so that
 * a number which nobody has was lost, if it lies among those of a source that has nearly all, or
 * has all of long stretches. A source with many holes is an extract, made by somebody who looked
 * for something else.
 */
final class Serials {
  private static final double CONTIGUOUS = 0.95;

  /** An input with fewer serials proves nothing by having them all. */
  private static final long FEW = 64;

  /** A filter rarely leaves so many events in a row: what lies between such runs was lost. */
  private static final long STRETCH = 8;

  /** Less is what somebody takes only while nobody else does: early in a boot, and at its end. */
  private static final double TELLING = 0.25;

  private final RunUnion all;
  private final List<Hull> hulls = new ArrayList<>();
  private final List<SerialsSeen> extracts = new ArrayList<>();
  private final List<Hole> holes;

  /** Serials between which none should be missing. */
  private record Hull(long first, long last) {
    boolean covers(SerialsSeen seen) {
      return first <= seen.runs().getFirst().first() && last >= seen.runs().getLast().last();
    }
  }

  /**
   * Serials that nobody has.
   *
   * @param count how many, where they lie between others at unknown places fewer than the span
   * @param from stamp of the last one before
   * @param to stamp of the first one after
   */
  record Hole(long first, long last, long count, Instant from, Instant to) {}

  private Serials(List<SerialsSeen> seen) {
    Wrap wrap = Wrap.of(seen);
    this.all = new RunUnion(seen.stream().flatMap(wrap::runs).toList());
    Map<SourceForm, List<SerialsSeen>> sources = new EnumMap<>(SourceForm.class);
    for (SerialsSeen one : seen) {
      sources.computeIfAbsent(source(one), none -> new ArrayList<>()).add(one);
    }
    for (List<SerialsSeen> source : sources.values()) {
      RunUnion union = new RunUnion(source.stream().flatMap(wrap::runs).toList());
      if (union.share() >= CONTIGUOUS || inStretches(union)) {
        hulls.add(new Hull(union.first(), union.last()));
      } else {
        inputs(source, wrap);
      }
    }
    this.holes = lost();
  }

  /** Of a boot without any. */
  static Serials none() {
    return new Serials(List.of());
  }

  /** Those of each boot, by the boot's number. */
  static Map<Integer, Serials> byBoot(List<SerialsSeen> seen, HostHistory history) {
    Map<Integer, List<SerialsSeen>> boots = new TreeMap<>();
    for (SerialsSeen one : seen) {
      Instant latest = one.runs().getLast().to();
      boots.computeIfAbsent(history.bootAt(latest).number(), none -> new ArrayList<>()).add(one);
    }
    Map<Integer, Serials> serials = new TreeMap<>();
    boots.forEach((boot, ofBoot) -> serials.put(boot, new Serials(ofBoot)));
    return serials;
  }

  private static SourceForm source(SerialsSeen seen) {
    SourceForm form = seen.provenance().form();
    return form == SourceForm.AUDIT_ENRICHED ? SourceForm.AUDIT_RAW : form;
  }

  /** A source that is an extract as a whole may have files that are none, and files missing. */
  private void inputs(List<SerialsSeen> source, Wrap wrap) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (SerialsSeen input : source) {
      RunUnion union = new RunUnion(wrap.runs(input).toList());
      if ((union.share() >= CONTIGUOUS && union.seen() >= FEW) || inStretches(union)) {
        first = Math.min(first, union.first());
        last = Math.max(last, union.last());
      } else if (union.share() < CONTIGUOUS) {
        extracts.add(input);
      }
    }
    if (first <= last) {
      hulls.add(new Hull(first, last));
    }
  }

  private static boolean inStretches(RunUnion union) {
    return union.seen() >= FEW && union.share() >= TELLING && union.medianRun() >= STRETCH;
  }

  /** What is missing, in order. */
  List<Hole> holes() {
    return holes;
  }

  private List<Hole> lost() {
    return all.holes().stream()
        .filter(
            hole ->
                hulls.stream()
                    .anyMatch(hull -> hull.first() <= hole.first() && hole.last() <= hull.last()))
        .toList();
  }

  /** What to say of inputs that are extracts, where no other source has it all. */
  List<String> extracts() {
    return extracts.stream()
        .filter(seen -> hulls.stream().noneMatch(hull -> hull.covers(seen)))
        .filter(this::lacksWhatNobodyHas)
        .map(Serials::extract)
        .distinct()
        .toList();
  }

  /** What an input lacks and others have is not missing. */
  private boolean lacksWhatNobodyHas(SerialsSeen seen) {
    long first = seen.runs().getFirst().first();
    long last = seen.runs().getLast().last();
    return all.holes().stream().anyMatch(hole -> hole.first() >= first && hole.last() <= last);
  }

  private static String extract(SerialsSeen seen) {
    RunUnion union = new RunUnion(seen.runs());
    String path = seen.provenance().raw().stream().findFirst().map(RawRecord::input).orElse("?");
    return path
        + " has "
        + union.seen()
        + " of "
        + (union.last() - union.first() + 1)
        + " audit serials: a filtered extract, or parts of it are missing";
  }

  /** Whether it is known that none is missing between these times. */
  boolean whole(Instant from, Instant to) {
    return !hulls.isEmpty()
        && all.spans(from, to)
        && holes().stream().noneMatch(hole -> overlaps(hole, from, to));
  }

  /** Whether a source that has nearly all serials tells of this time, with holes or without. */
  boolean tellsOf(Instant time) {
    return !hulls.isEmpty() && all.spans(time, time);
  }

  /** When the last record before this time was stamped. */
  Optional<Instant> lastBefore(Instant time) {
    return all.runs().stream()
        .flatMap(run -> Stream.of(run.from(), run.to()))
        .filter(stamp -> stamp.isBefore(time))
        .max(Comparator.naturalOrder());
  }

  /** Whether anything was recorded after this time. */
  boolean after(Instant time) {
    return all.runs().stream().anyMatch(run -> run.to().isAfter(time));
  }

  private static boolean overlaps(Hole hole, Instant from, Instant to) {
    return !hole.from().isAfter(to) && !hole.to().isBefore(from);
  }

  /** The counter has 32 bits: after a wrap the low numbers are the later ones. */
  private record Wrap(Instant near) {
    private static final long NEAR_END = 0xf000_0000L;
    private static final long HALF = 0x8000_0000L;

    static Wrap of(List<SerialsSeen> seen) {
      return new Wrap(
          seen.stream()
              .flatMap(one -> one.runs().stream())
              .filter(run -> run.last() >= NEAR_END)
              .map(Run::from)
              .min(Comparator.naturalOrder())
              .orElse(Instant.MAX));
    }

    Stream<Run> runs(SerialsSeen seen) {
      return seen.runs().stream().map(this::unwrapped);
    }

    private Run unwrapped(Run run) {
      boolean wrapped = run.last() < HALF && run.from().isAfter(near);
      return wrapped
          ? new Run(run.first() + 2 * HALF, run.last() + 2 * HALF, run.seen(), run.from(), run.to())
          : run;
    }
  }
}
