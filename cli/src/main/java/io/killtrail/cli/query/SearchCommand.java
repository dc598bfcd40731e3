package io.killtrail.cli.query;

import io.killtrail.analyzer.FactSearch;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.FactQuery;
import io.killtrail.analyzer.index.SearchField;
import io.killtrail.analyzer.query.QueryField;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.CountOptions;
import io.killtrail.cli.option.FactOptions;
import io.killtrail.cli.option.HostOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.QueryOptions;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.SpanOptions;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.reports.model.Stretch;
import io.killtrail.reports.model.ValueCount;
import io.killtrail.reports.text.FieldList;
import io.killtrail.reports.text.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code killtrail search}: single facts out of the index. */
@Command(
    name = "search",
    abbreviateSynopsis = true,
    header = "Finds facts in the index: signals, exits, unit changes, PID files, processes.",
    description = {
      "",
      "Prints a fact a line: when, its kind, the host, what it says, and the reference that show"
          + " takes. An event that was seen by several roads is printed once, but for texts of the"
          + " journal and the like, which have no ids in common with other forms.",
      "",
      "QUERY is in Lucene syntax over the fields that --fields lists; options narrow it down"
          + " further, and can do without it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail search --sender 456                       all that process 456 signalled",
      "  killtrail search 'victim.comm:java AND signal:TERM'",
      "  killtrail search --login --signal KILL --since yesterday --until today",
      "  killtrail search --unit appd --per week 'exit.status:143'",
      "  killtrail search --top sender.exe 'signal:TERM AND NOT success:no'",
      "  killtrail search --count 'sender.exe:*python*'",
      "  killtrail search --format csv --limit 1000 signal:KILL",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class SearchCommand implements Callable<Integer> {
  private static final int USUAL = 100;
  private static final int USUAL_TOP = 10;

  private final Session session;

  @Spec private CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "A query in Lucene syntax; * for everything.")
  private String lucene;

  @Option(
      names = "--fields",
      description = "List all fields, with type, meaning and an example, and search nothing.")
  private boolean fields;

  @Mixin private IndexOption index;
  @Mixin private SpanOptions span;
  @Mixin private HostOptions hosts;
  @Mixin private QueryOptions query;
  @Mixin private CountOptions counts;
  @Mixin private FactOptions facts;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (fields) {
      try (Pager paged = Pager.open(session, pager)) {
        FieldList.write(SearchField.all(), palette(), paged.session().out());
      }
      return ExitStatus.DONE.code();
    }
    FactQuery asked = asked();
    Path directory = index.directory(session.environment());
    long left;
    try (FactIndexReader reader = FactIndexReader.open(directory);
        Pager paged = Pager.open(session, pager)) {
      Redaction redaction = Redaction.ofIndex(directory, reader, redact);
      left = answer(asked, new FactSearch(reader), redaction, paged.session());
    }
    if (left > 0) {
      session.complain(
          "these are the first " + facts.limit(USUAL) + "; --limit shows more, --count how many");
    }
    return ExitStatus.DONE.code();
  }

  private FactQuery asked() {
    if (lucene == null && !query.any() && !span.any() && hosts.hosts().isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "Missing required parameter: 'QUERY', or an option such as --sender; * finds everything");
    }
    TimeArgument times = new TimeArgument(session.environment().clock(), zone());
    return query.query(lucene == null ? "" : lucene, span, hosts.hosts(), times);
  }

  /** Gives how many facts were not printed. */
  private long answer(FactQuery asked, FactSearch search, Redaction redaction, Session out)
      throws IOException, QuerySyntaxException {
    CountList list = new CountList(out, palette());
    if (counts.count()) {
      out.out().append(Long.toString(search.count(asked))).append('\n');
    } else if (counts.top().isPresent()) {
      SearchField field = counts.top().get();
      List<ValueCount> top =
          top(asked, field, search).stream()
              .map(each -> new ValueCount(redaction.of(each.value()), each.count()))
              .toList();
      list.print(field.name(), top, facts.format());
    } else if (counts.per().isPresent()) {
      Stretch stretch = counts.per().get();
      list.print(title(stretch), per(asked, stretch, search), facts.format());
    } else {
      FactSearch.Found found = search.find(asked, facts.limit(USUAL));
      new FactList(out, zone(), palette()).print(redaction.of(found.facts()), facts.format());
      return found.all() - found.facts().size();
    }
    return 0;
  }

  private List<ValueCount> top(FactQuery asked, SearchField field, FactSearch search)
      throws IOException, QuerySyntaxException {
    List<ValueCount> most = ValueCount.most(search.values(asked, field), facts.limit(USUAL_TOP));
    return field.type() == QueryField.Type.SIGNAL
        ? most.stream().map(SearchCommand::named).toList()
        : most;
  }

  private static ValueCount named(ValueCount signal) {
    return new ValueCount(Signals.name(Integer.parseInt(signal.value())), signal.count());
  }

  private List<ValueCount> per(FactQuery asked, Stretch stretch, FactSearch search)
      throws IOException, QuerySyntaxException {
    return stretch.rows(search.over(asked, time -> stretch.begin(time, zone())));
  }

  private String title(Stretch stretch) {
    return stretch.name().toLowerCase(Locale.ROOT) + " (" + zoneName() + ")";
  }

  private String zoneName() {
    return zone().normalized().equals(ZoneOffset.UTC) ? "UTC" : zone().getId();
  }

  private ZoneId zone() {
    return zone.zone(session.environment());
  }

  private Palette palette() {
    return color.palette(session.environment());
  }
}
