package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.text.TimeText;
import java.time.ZoneId;
import java.util.Optional;
import org.jfree.chart.plot.Plot;

/** How a stale PID file came to hit somebody. */
public final class CollisionPicture {
  private final Scene scene;
  private final ZoneId zone;

  private CollisionPicture(Scene scene, ZoneId zone) {
    this.scene = scene;
    this.zone = zone;
  }

  /** The picture; nothing where the case is no collision, or nothing is known of its numbers. */
  public static Optional<Picture> of(Case told, ZoneId zone) {
    return Scene.of(told).map(scene -> new CollisionPicture(scene, zone).picture());
  }

  private Picture picture() {
    String title = title();
    String says = says();
    return new Picture(
        title, says, () -> new CollisionPlot(scene, zone).legend(Look.chart(title, says, plot())));
  }

  private Plot plot() {
    return new CollisionPlot(scene, zone).plot();
  }

  private String title() {
    String victim =
        scene.told().victim().unit().map(Names::cut).orElse(Names.process(scene.told().victim()));
    String file = scene.file().path().map(Names::file).orElse("a PID file");
    return "PID file collision: number " + scene.number() + " in " + file + " hit " + victim;
  }

  private String says() {
    TimeText time = new TimeText(zone);
    String written = scene.written().map(at -> ", written " + time.of(at) + ",").orElse("");
    String sender = scene.told().sender().map(Names::process).orElse("somebody");
    return scene.file().path().map(Names::path).orElse("A PID file that nobody saw")
        + written
        + " still held "
        + scene.number()
        + " when "
        + sender
        + " sent "
        + scene.told().signal().map(Signal::name).orElse("a signal")
        + " to it on "
        + time.of(scene.at())
        + "; by then "
        + scene.number()
        + " was "
        + became()
        + ".";
  }

  private String became() {
    String victim = Names.process(scene.told().victim());
    String unit = scene.told().victim().unit().map(name -> " of " + Names.cut(name)).orElse("");
    String threads =
        scene
            .first(Role.VICTIM)
            .map(Names::threads)
            .filter(some -> !some.isEmpty())
            .map(some -> " (" + some + ")")
            .orElse("");
    return switch (scene.file().matched()) {
      case THREAD -> "a thread of " + victim + unit + threads;
      case PROCESS -> "the process " + victim + unit;
    };
  }
}
