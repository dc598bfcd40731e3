package io.killtrail.cli.query;

import io.killtrail.analyzer.CaseAnswer;
import io.killtrail.analyzer.CaseSearch;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.TextOrJson;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.PageWidth;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.json.CasesJson;
import io.killtrail.reports.text.StoryText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code killtrail why}: one death, told step by step. */
@Command(
    name = "why",
    abbreviateSynopsis = true,
    header = "Tells a death step by step: why did it end?",
    description = {
      "",
      "Tells the latest death of a unit, of a process, or the case with this id: what happened, in"
          + " order of time, each step with the reference that show takes; what else it could have"
          + " been, and why not; what to do.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail why appd                          the latest death of appd.service",
      "  killtrail why appd --at '2026-11-21 02:22'  the one nearest to that time",
      "  killtrail why 281                           of process 281, or of a thread with that number",
      "  killtrail why c902f26742611d73              of a case of a report",
      "  killtrail why appd --all --format json",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class WhyCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "UNIT|PID|CASE",
      description =
          "A unit, with or without .service, or how its name begins; the id of a process or thread;"
              + " the id of a case, or how it begins.")
  private String whose;

  @Mixin private IndexOption index;

  @Option(names = "--all", description = "Tell all deaths, in order of time.")
  private boolean all;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Tell the death nearest to this time: " + TimeArgument.FORMS + ".")
  private String at;

  @Option(names = "--host", paramLabel = "NAME", description = "Only deaths on this host.")
  private String host;

  @Mixin private TextOrJson format;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Instant> time = time();
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      Deaths deaths = Deaths.of(whose, Optional.ofNullable(host), new CaseSearch(reader));
      List<Case> chosen = chosen(deaths.cases(), time);
      try (Pager paged = Pager.open(session, pager)) {
        tell(chosen, deaths, Redaction.ofIndex(directory, reader, redact), paged.session());
      }
    }
    return ExitStatus.DONE.code();
  }

  private Optional<Instant> time() {
    if (all && at != null) {
      throw new ParameterException(
          command.commandLine(), "--all and --at exclude each other: --at tells one death");
    }
    return new TimeArgument(session.environment().clock(), zone()).option("--at", at, command);
  }

  private List<Case> chosen(List<Case> cases, Optional<Instant> time) {
    if (all) {
      return cases;
    }
    return List.of(
        time.flatMap(
                near ->
                    cases.stream()
                        .min(
                            Comparator.comparing(
                                each -> Duration.between(each.time(), near).abs())))
            .orElseGet(cases::getLast));
  }

  private void tell(List<Case> chosen, Deaths deaths, Redaction redaction, Session out)
      throws IOException {
    switch (format.format()) {
      case TEXT -> text(chosen, deaths, redaction, out);
      case JSON -> CasesJson.write(chosen.stream().map(redaction::of).toList(), out.out());
    }
  }

  private void text(List<Case> chosen, Deaths deaths, Redaction redaction, Session out)
      throws IOException {
    StoryText text =
        new StoryText(out.out(), color.palette(out.environment()), PageWidth.of(out), zone());
    if (deaths.note().isPresent()) {
      text.note(redaction.of(deaths.note().get()));
    }
    CaseAnswer answer = deaths.answer();
    boolean first = true;
    for (Case each : chosen) {
      if (!first) {
        text.apart();
      }
      first = false;
      text.write(redaction.of(answer.story(each)));
      text.loop(redaction.of(each), answer.loops().stream().map(redaction::of).toList());
    }
    if (deaths.all() > chosen.size()) {
      text.others(deaths.all() - chosen.size(), others());
    }
  }

  private String others() {
    return "killtrail why "
        + whose
        + (host == null ? "" : " --host " + host)
        + " --all tells them, --at TIME the nearest to a time";
  }

  private ZoneId zone() {
    return zone.zone(session.environment());
  }
}
