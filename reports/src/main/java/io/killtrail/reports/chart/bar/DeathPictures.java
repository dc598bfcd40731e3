package io.killtrail.reports.chart.bar;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.reports.chart.draw.Hatch;
import io.killtrail.reports.chart.draw.Hatch.Pattern;
import io.killtrail.reports.chart.draw.Label;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.text.Count;
import java.util.List;
import java.util.Optional;

/** Who ended how often, and by whom. */
public final class DeathPictures {
  private static final int LONGEST = 96;

  private static final Kind FLAGGED =
      new Kind(0, "flagged", new Hatch(Look.VERMILION, Pattern.PLAIN));
  private static final Kind NOT_EXPECTED =
      new Kind(1, "not expected", new Hatch(Look.ORANGE, Pattern.RISING));
  private static final Kind EXPECTED =
      new Kind(2, "expected", new Hatch(Look.GREEN, Pattern.PLAIN));
  private static final Kind PRESUMED =
      new Kind(3, "presumed, told in groups", new Hatch(Look.GREY, Pattern.CROSSED));

  private DeathPictures() {}

  /** Unexpected 143 exits by unit. */
  public static Optional<Picture> exits143(Report report) {
    Tally tally = new Tally();
    for (Case told : report.analysis().cases()) {
      if (told.flags().contains(Flag.UNEXPECTED_143)) {
        tally.add(victim(told.victim()), Kind.of(told.cause()), 1);
      }
    }
    return BarPicture.of(
        "Unexpected exits by SIGTERM (status 143), by unit",
        DeathPictures::exits,
        "unexpected exits",
        tally.all());
  }

  private static String exits(List<Row> rows) {
    return Count.of(BarPicture.total(rows), "unexpected exit")
        + " of "
        + Count.of(rows.size(), "unit")
        + most(rows)
        + causes(rows);
  }

  private static String causes(List<Row> rows) {
    return " By cause: " + Stack.words(Stack.sum(rows.stream().map(Row::counts).toList())) + ".";
  }

  /** Who ends whom: sender and victim, the pairs that occur most. */
  public static Optional<Picture> whoKillsWhom(Report report) {
    Tally tally = new Tally();
    for (Case told : report.analysis().cases()) {
      told.sender()
          .ifPresent(
              sender -> tally.add(pair(sender(sender), victim(told.victim())), kind(told), 1));
    }
    for (PresumedGroup group : report.analysis().presumedGroups()) {
      String sender = group.senderExe().map(DeathPictures::program).orElse("?");
      tally.add(pair(sender, group.victimComm().orElse("?")), PRESUMED, group.count());
    }
    return BarPicture.of("Who ends whom", DeathPictures::pairs, "deaths", tally.all());
  }

  private static String pairs(List<Row> rows) {
    return Count.of(BarPicture.total(rows), "death")
        + " by a known sender, "
        + Count.of(rows.size(), "pair")
        + " of sender and victim"
        + most(rows);
  }

  private static Kind kind(Case told) {
    return told.flagged() ? FLAGGED : told.expected() ? EXPECTED : NOT_EXPECTED;
  }

  private static String pair(String sender, String victim) {
    return sender + " \u2192 " + victim;
  }

  private static String sender(Party sender) {
    return sender.comm().or(() -> sender.exe().map(DeathPictures::program)).orElse("?");
  }

  private static String victim(Victim victim) {
    return victim.unit().or(victim::comm).orElse("unknown");
  }

  private static String program(String exe) {
    return exe.substring(exe.lastIndexOf('/') + 1);
  }

  private static String most(List<Row> rows) {
    Row first = rows.getFirst();
    return rows.size() == 1
        ? ": " + Label.cut(first.name(), LONGEST) + "."
        : "; most often "
            + Label.cut(first.name(), LONGEST)
            + ", "
            + Count.of(first.total(), "time")
            + ".";
  }
}
