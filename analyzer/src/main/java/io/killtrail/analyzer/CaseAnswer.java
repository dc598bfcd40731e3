package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.correlate.Answers;
import io.killtrail.analyzer.story.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cases that were asked for, and the story of each. */
public final class CaseAnswer {
  private final List<Case> cases;
  private final long all;
  private final List<RestartLoop> loops;
  private final Map<Optional<String>, Function<Case, Story>> stories;

  private CaseAnswer(Builder parts) {
    this.cases =
        parts.cases.stream()
            .sorted(Comparator.comparing(Case::time).thenComparing(Case::id))
            .toList();
    this.all = parts.all;
    this.loops = List.copyOf(parts.loops);
    this.stories = Map.copyOf(parts.stories);
  }

  /** In order of time; of very many the latest only. */
  public List<Case> cases() {
    return cases;
  }

  /** How many there are, also those that are not kept. */
  public long all() {
    return all;
  }

  /** Units that are restarted again and again, on all hosts. */
  public List<RestartLoop> loops() {
    return loops;
  }

  /** What happened, step by step. */
  public Story story(Case each) {
    return stories.get(each.host()).apply(each);
  }

  /** Gathers the answers of all hosts. */
  static final class Builder {
    private final List<Case> cases = new ArrayList<>();
    private final List<RestartLoop> loops = new ArrayList<>();
    private final Map<Optional<String>, Function<Case, Story>> stories = new HashMap<>();
    private long all;

    void add(Optional<String> host, Answers answers, Function<Case, Story> story) {
      cases.addAll(answers.cases());
      all += answers.all();
      loops.addAll(answers.loops());
      stories.put(host, story);
    }

    CaseAnswer build() {
      return new CaseAnswer(this);
    }
  }
}
