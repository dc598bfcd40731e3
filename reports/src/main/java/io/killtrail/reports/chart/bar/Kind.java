package io.killtrail.reports.chart.bar;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.reports.chart.draw.Hatch;
import io.killtrail.reports.chart.draw.Hatch.Pattern;
import io.killtrail.reports.chart.draw.Look;
import java.util.Comparator;
import java.util.List;

/**
 * One of the kinds that a bar is made of.
 *
 * @param rank kinds are stacked and listed in this order
 * @param name in the legend
 * @param look no two kinds of one chart are alike
 */
record Kind(int rank, String name, Hatch look) implements Comparable<Kind> {
  private static final int ABRT = 6;
  private static final int USR1 = 10;
  private static final int USR2 = 12;

  private static final Comparator<Kind> ORDER =
      Comparator.comparingInt(Kind::rank).thenComparing(Kind::name);

  /** What is not worth a kind of its own. */
  static final Kind OTHERS =
      new Kind(Integer.MAX_VALUE, "others", new Hatch(Look.GREY, Pattern.PLAIN));

  @Override
  public int compareTo(Kind other) {
    return ORDER.compare(this, other);
  }

  /** A cause has the same look in each chart. */
  static Kind of(Cause cause) {
    return new Kind(List.of(Cause.values()).indexOf(cause), cause.label(), look(cause));
  }

  private static Hatch look(Cause cause) {
    return switch (cause) {
      case STALE_PID_FILE -> new Hatch(Look.VERMILION, Pattern.PLAIN);
      case MANAGER_KILL -> new Hatch(Look.GREEN, Pattern.RISING);
      case MANAGER_LIMIT -> new Hatch(Look.BLUE, Pattern.RISING);
      case SHUTDOWN -> new Hatch(Look.BLACK, Pattern.FALLING);
      case STOP_TIMEOUT -> new Hatch(Look.BLUE, Pattern.PLAIN);
      case UNIT_STOP -> new Hatch(Look.GREEN, Pattern.PLAIN);
      case USER -> new Hatch(Look.ORANGE, Pattern.PLAIN);
      case SUPERVISOR -> new Hatch(Look.SKY, Pattern.PLAIN);
      case VALID_PID_FILE -> new Hatch(Look.SKY, Pattern.LEVEL);
      case SELF -> new Hatch(Look.YELLOW, Pattern.PLAIN);
      case OTHER_PROCESS -> new Hatch(Look.PURPLE, Pattern.PLAIN);
      case KERNEL -> new Hatch(Look.BLACK, Pattern.PLAIN);
      case OWN_EXIT -> new Hatch(Look.YELLOW, Pattern.UPRIGHT);
      case UNKNOWN -> new Hatch(Look.GREY, Pattern.CROSSED);
    };
  }

  /** A signal has the same look in each chart; those that seldom end anybody are all alike. */
  static Kind ofSignal(int number) {
    return switch (number) {
      case Signals.TERM -> signal(0, number, new Hatch(Look.VERMILION, Pattern.PLAIN));
      case Signals.KILL -> signal(1, number, new Hatch(Look.BLACK, Pattern.RISING));
      case Signals.INT -> signal(2, number, new Hatch(Look.YELLOW, Pattern.PLAIN));
      case Signals.QUIT -> signal(3, number, new Hatch(Look.PURPLE, Pattern.FALLING));
      case Signals.HUP -> signal(4, number, new Hatch(Look.SKY, Pattern.LEVEL));
      case ABRT -> signal(5, number, new Hatch(Look.PURPLE, Pattern.PLAIN));
      case USR1 -> signal(6, number, new Hatch(Look.BLUE, Pattern.PLAIN));
      case USR2 -> signal(7, number, new Hatch(Look.BLUE, Pattern.CROSSED));
      case Signals.CONT -> signal(8, number, new Hatch(Look.GREEN, Pattern.PLAIN));
      default -> OTHERS;
    };
  }

  private static Kind signal(int rank, int number, Hatch look) {
    return new Kind(rank, Signals.name(number), look);
  }
}
