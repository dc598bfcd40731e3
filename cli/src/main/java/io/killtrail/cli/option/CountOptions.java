package io.killtrail.cli.option;

import io.killtrail.analyzer.index.SearchField;
import io.killtrail.reports.model.Stretch;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is counted, where no facts are to be listed. */
public final class CountOptions {
  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Kind kind = new Kind();

  /** One of the ways to count. */
  private static final class Kind {
    @Option(names = "--count", description = "Print only how many facts match.")
    private boolean count;

    @Option(
        names = "--top",
        paramLabel = "FIELD",
        description = "Print the values of this field that occur most often among what matches.")
    private SearchField top;

    @Option(
        names = "--per",
        paramLabel = "STRETCH",
        description = "Print how many match in each hour, day, week or month.")
    private Stretch per;
  }

  /** Made by picocli. */
  public CountOptions() {}

  /** Whether only the number of all is asked for. */
  public boolean count() {
    return kind.count;
  }

  /** The field whose values are to be counted. */
  public Optional<SearchField> top() {
    return Optional.ofNullable(kind.top);
  }

  /** The stretches of time over which is to be counted. */
  public Optional<Stretch> per() {
    return Optional.ofNullable(kind.per);
  }
}
