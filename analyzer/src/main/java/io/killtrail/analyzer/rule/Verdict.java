package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule concludes.
 *
 * @param detail what the case's sentence should say beyond the cause
 * @param through the programs by way of which the requester asked, nearest first
 */
public record Verdict(
    Cause cause,
    Confidence confidence,
    Optional<String> detail,
    boolean expected,
    Optional<PidFile> pidFile,
    Optional<Limit> limit,
    Optional<Party> requester,
    Optional<String> through,
    Optional<Party> origin,
    List<Evidence> evidence,
    List<Alternative> alternatives,
    List<String> advice) {
  public Verdict {
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
    advice = List.copyOf(advice);
  }

  /** The same verdict, as sure as this death is: nothing that is only presumed is proven. */
  public Verdict bounded(Death death) {
    boolean named = death.deciding().map(Delivery::targetRecorded).orElse(true);
    Confidence most = death.confirmed() ? Confidence.PROVEN : Confidence.LIKELY;
    return with(confidence.and(named ? most : Confidence.POSSIBLE), alternatives, advice);
  }

  /** The same verdict, likely at most, since something speaks for another one. */
  Verdict doubted(Alternative other, Optional<String> remedy) {
    List<Alternative> more = new ArrayList<>(alternatives);
    more.add(other);
    List<String> advised = new ArrayList<>(advice);
    remedy.ifPresent(advised::add);
    return with(confidence.and(Confidence.LIKELY), more, advised);
  }

  private Verdict with(Confidence sure, List<Alternative> others, List<String> advised) {
    return new Verdict(
        cause, sure, detail, expected, pidFile, limit, requester, through, origin, evidence, others,
        advised);
  }

  static Builder of(Cause cause, Confidence confidence) {
    return new Builder(cause, confidence);
  }

  /** Puts a verdict together. */
  static final class Builder {
    private final Cause cause;
    private Confidence confidence;
    private Optional<String> detail = Optional.empty();
    private boolean expected;
    private Optional<PidFile> pidFile = Optional.empty();
    private Optional<Limit> limit = Optional.empty();
    private Optional<Party> requester = Optional.empty();
    private Optional<String> through = Optional.empty();
    private Optional<Party> origin = Optional.empty();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();

    private Builder(Cause cause, Confidence confidence) {
      this.cause = cause;
      this.confidence = confidence;
    }

    /** What the sentence should say beyond the cause. */
    Builder detail(String text) {
      detail = Optional.of(text);
      return this;
    }

    Builder expected(boolean value) {
      expected = value;
      return this;
    }

    /** Takes the confidence down to this, if it is higher. */
    Builder atMost(Confidence most) {
      confidence = confidence.and(most);
      return this;
    }

    Builder pidFile(PidFile file) {
      pidFile = Optional.of(file);
      return this;
    }

    Builder limit(Limit ranOut) {
      limit = Optional.of(ranOut);
      return this;
    }

    Builder requester(Optional<Party> party) {
      requester = party;
      return this;
    }

    Builder through(String tools) {
      through = Optional.of(tools);
      return this;
    }

    Builder origin(Optional<Party> party) {
      origin = party;
      return this;
    }

    Builder evidence(Evidence item) {
      evidence.add(item);
      return this;
    }

    Builder evidence(List<Evidence> items) {
      evidence.addAll(items);
      return this;
    }

    Builder alternative(Cause other, String whyNot) {
      alternatives.add(new Alternative(other, whyNot));
      return this;
    }

    Builder advice(String text) {
      advice.add(text);
      return this;
    }

    Verdict build() {
      return new Verdict(
          cause,
          confidence,
          detail,
          expected,
          pidFile,
          limit,
          requester,
          through,
          origin,
          evidence,
          alternatives,
          advice);
    }
  }
}
