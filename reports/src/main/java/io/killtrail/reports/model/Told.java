package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the reports of a series have told.
 *
 * @param until the end of the time that the last of them was about; empty before the first
 * @param verdicts what was said of each case and other finding, by a name that stays the same;
 *     neither holds a blank in its name, nor a line break at all
 */
public record Told(Optional<Instant> until, Map<String, String> verdicts) {
  /** Before the first report. */
  public static final Told NOTHING = new Told(Optional.empty(), Map.of());

  private static final String NEAR_MISS = "near-miss";

  public Told {
    Objects.requireNonNull(until);
    verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts));
  }

  /** Whether the case, or what late evidence has made of it, was not told yet. */
  public boolean isNew(Case each) {
    return names(each).noneMatch(name -> verdict(each).equals(verdicts.get(name)));
  }

  /** Whether the near miss was not told yet. */
  public boolean isNew(NearMiss miss) {
    return !verdicts.containsKey(name(miss));
  }

  /** Whether the loop was not told yet, or has gone on since. */
  public boolean isNew(RestartLoop loop) {
    return !loop.last().toString().equals(verdicts.get(name(loop)));
  }

  /** Whether the deaths were not told yet, or there are more of them. */
  public boolean isNew(PresumedGroup group) {
    return !verdict(group).equals(verdicts.get(name(group)));
  }

  /**
   * After one more report.
   *
   * @param end of the time that it was about
   * @param report what it told
   * @param whole all that there is; what is no longer in it is forgotten
   */
  public Told and(Instant end, Analysis report, Analysis whole) {
    Map<String, String> next = new TreeMap<>();
    whole.cases().stream().flatMap(Told::names).forEach(name -> carry(name, next));
    whole.nearMisses().forEach(miss -> carry(name(miss), next));
    whole.restartLoops().forEach(loop -> carry(name(loop), next));
    whole.presumedGroups().forEach(group -> carry(name(group), next));
    report.cases().forEach(each -> next.put(each.id(), verdict(each)));
    report.nearMisses().forEach(miss -> next.put(name(miss), NEAR_MISS));
    report.restartLoops().forEach(loop -> next.put(name(loop), loop.last().toString()));
    report.presumedGroups().forEach(group -> next.put(name(group), verdict(group)));
    return new Told(Optional.of(end), next);
  }

  private void carry(String name, Map<String, String> next) {
    Optional.ofNullable(verdicts.get(name)).ifPresent(verdict -> next.put(name, verdict));
  }

  private static Stream<String> names(Case each) {
    return Stream.concat(Stream.of(each.id()), each.replaces().stream());
  }

  /** Near misses have no id: one process sends one signal to one number once at a time. */
  private static String name(NearMiss miss) {
    return name(
        NEAR_MISS,
        miss.time(),
        miss.host(),
        miss.sender().pid(),
        miss.signal().number(),
        miss.target().number());
  }

  private static String name(RestartLoop loop) {
    return name("restart-loop", loop.first(), loop.host(), loop.unit());
  }

  private static String name(PresumedGroup group) {
    return name(
        "presumed", group.first(), group.senderExe(), group.signal().number(), group.victimComm());
  }

  /** What comes out of logs stands in it as a number, since it may hold blanks and line breaks. */
  private static String name(String kind, Instant time, Object... whose) {
    return kind + "/" + time + "/" + Integer.toHexString(Objects.hash(whose));
  }

  private static String verdict(PresumedGroup group) {
    return group.count() + "/" + group.last();
  }

  /** When it changes, the case is told again. */
  private static String verdict(Case each) {
    return each.cause().label()
        + each.flags().stream()
            .map(Flag::label)
            .map(flag -> "+" + flag)
            .collect(Collectors.joining());
  }
}
