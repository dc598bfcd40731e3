package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Collision.Tids;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.reports.chart.draw.Labels;
import io.killtrail.reports.chart.draw.Labels.Side;
import io.killtrail.reports.chart.draw.Labels.Spot;
import io.killtrail.reports.chart.draw.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written into the picture, in the order of what matters. */
record Captions(Scene scene, BootColumn column, NumberRange range, Scale scale, Labels labels) {
  /** From the middle of a line to the middle of a label over it. */
  private static final double OVER = 14;

  void write() {
    signal();
    file();
    victim();
    of(Role.SENDER).ifPresent(this::sender);
    of(Role.FORMER_OWNER).ifPresent(this::formerOwner);
    end();
    others();
  }

  private Optional<Holder> of(Role role) {
    return scene.holders(column.boot()).stream()
        .filter(holder -> holder.role() == role)
        .findFirst();
  }

  private void signal() {
    if (column.last()) {
      double x = scale.x(scene.at());
      double y = scale.y(scene.number());
      String name = scene.told().signal().map(signal -> signal.name()).orElse("signal");
      labels.write(
          name + " to " + scene.number(),
          Look.STRONG,
          Colors.SIGNAL,
          about(x, y, SignalMark.RADIUS + 4));
    }
  }

  /** Beside a mark, on either side, over and under it. */
  private static List<Spot> about(double x, double y, double away) {
    List<Spot> spots = new ArrayList<>();
    for (double off : List.of(-OVER, OVER, -2 * OVER, 2 * OVER, -3 * OVER, 3 * OVER)) {
      spots.add(new Spot(x + away, y + off, Side.RIGHT));
      spots.add(new Spot(x - away, y + off, Side.LEFT));
    }
    return spots;
  }

  private void file() {
    String file = scene.file().path().map(Names::file).orElse("the PID file");
    Optional<Double> written = scene.written().filter(column::shows).map(scale::x);
    String text = written.isPresent() ? "written into " + file + ": " : file + " still says ";
    double stale =
        scene
            .file()
            .staleSince()
            .filter(column::shows)
            .map(scale::x)
            .orElse(scale.area().getMinX());
    labels.write(
        text + scene.number(),
        Look.STRONG,
        Colors.NUMBER,
        along(written.orElse(stale + 4), scale.y(scene.number())));
  }

  /** Over or under a level line, from there on or before it. */
  private static List<Spot> along(double x, double y) {
    List<Spot> spots = new ArrayList<>();
    for (double off : List.of(-OVER, OVER, -2 * OVER, 2 * OVER, -3 * OVER, 3 * OVER)) {
      spots.add(new Spot(x, y + off, Side.RIGHT));
      spots.add(new Spot(x, y + off, Side.CENTRE));
      spots.add(new Spot(x, y + off, Side.LEFT));
    }
    return spots;
  }

  private void victim() {
    if (!column.last()) {
      return;
    }
    Holder victim = scene.first(Role.VICTIM).orElseThrow();
    String unit = victim.unit().map(name -> " of " + Names.cut(name)).orElse("");
    double left = scale.x(column.begin(victim));
    labels.write(
        Names.process(victim) + unit,
        Look.STRONG,
        Look.BLUE,
        along(left + 4, scale.y(victim.pid())));
    String threads = Names.threads(victim);
    if (!threads.isEmpty()) {
      int last = victim.threads().stream().mapToInt(Tids::last).max().orElseThrow();
      double top = Math.max(scale.y(last), scale.area().getMinY() + 2);
      labels.write(
          threads,
          Look.TEXT,
          Look.BLUE,
          List.of(
              new Spot(left + 4, top + OVER, Side.RIGHT),
              new Spot(left - 4, top + OVER, Side.LEFT),
              new Spot(left - 4, top + 2 * OVER, Side.LEFT)));
    }
  }

  private void sender(Holder sender) {
    double x = scale.x(scene.at());
    double y = scale.y(sender.pid());
    labels.write(
        Names.process(sender), Look.STRONG, Colors.SENDER_TEXT, about(x, y, SignalMark.RADIUS + 4));
  }

  private void formerOwner(Holder owner) {
    double x = scale.x(column.begin(owner));
    double end = scale.x(column.end(owner));
    double y = scale.y(owner.pid());
    labels.write(
        Names.process(owner),
        Look.STRONG,
        Colors.OWNER_TEXT,
        List.of(
            new Spot(x - 4, y, Side.LEFT),
            new Spot(x + 4, y + OVER, Side.RIGHT),
            new Spot(x + 4, y - OVER, Side.RIGHT),
            new Spot(end, y + OVER, Side.LEFT),
            new Spot(end, y - OVER, Side.LEFT),
            new Spot(end, y + 2 * OVER, Side.LEFT)));
  }

  /** How the victim ended, where its band ends. */
  private void end() {
    Holder victim = scene.first(Role.VICTIM).orElseThrow();
    Exit exit = scene.told().exit();
    if (column.last() && exit.status().isPresent() && exit.how().isPresent()) {
      String text =
          switch (exit.how().get()) {
            case EXITED -> "exit status ";
            case KILLED, DUMPED -> "ended by signal ";
          };
      double x = scale.x(column.end(victim));
      labels.write(
          text + exit.status().getAsInt(),
          Look.TEXT,
          Look.BLUE,
          about(x, scale.y(victim.pid()), 2));
    }
  }

  /** Others are named where there is room. */
  private void others() {
    scene.holders(column.boot()).stream()
        .filter(holder -> holder.role() == Role.OTHER && range.holds(holder.pid()))
        .filter(holder -> scale.x(column.end(holder)) - scale.x(column.begin(holder)) > 30)
        .forEach(
            holder ->
                labels.write(
                    Names.process(holder),
                    Look.TEXT,
                    Look.FAINT_INK,
                    List.of(
                        new Spot(
                            scale.x(column.begin(holder)) + 4,
                            scale.y(holder.pid()),
                            Side.RIGHT))));
  }
}
