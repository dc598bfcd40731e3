package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import java.util.List;

/** The people and daemons of most stories, and what is asked of their cases. */
final class Scenes {
  static final String APPD = "appd.service";
  static final Flag STALE = Flag.STALE_PID_FILE_COLLISION;
  static final Flag ENDED_143 = Flag.UNEXPECTED_143;
  static final int TERM = 15;
  static final int KILL = 9;

  /** Main process of appd.service. */
  static final Who JAVA = process(281, "java", "/usr/bin/java").unit(APPD).started("02:20:05");

  /** The daemon that trusts its PID file. */
  static final Who HELPERD =
      process(456, "helperd", "/usr/bin/python3.11").unit("helperd.service").started("02:22:16");

  /** A daemon that has nothing to do with anybody. */
  static final Who MONITOR =
      process(512, "monitor", "/opt/monitor/bin/monitor")
          .unit("monitor.service")
          .started("02:20:06");

  static final Who BASH =
      process(600, "bash", "/usr/bin/bash").parent(599).user(1000).login(1000, 3).at("pts0");

  /** kill(1) at a terminal. */
  static final Who KILL_TOOL =
      process(700, "kill", "/usr/bin/kill").parent(600).user(1000).login(1000, 3).at("pts0");

  private Scenes() {}

  /** A boot at 02:20:00 in which appd.service is up; audit and manager are heard. */
  static Story day() {
    return new Story("web01").at("02:20:00").boots("b2").quiet().at("02:20:05").starts(APPD);
  }

  /** The same, with a snapshot at 02:22:00 that shows appd's java. */
  static Story dayWithSnapshot() {
    return day().at("02:22:00").sees(JAVA);
  }

  /** All cases, when evidence goes on until 02:59. */
  static List<Case> cases(Story story) {
    return story.at("02:59:00").quiet().findings().cases();
  }

  /** The one case that there must be. */
  static Case theCase(Story story) {
    List<Case> cases = cases(story);
    assertThat(cases).as("cases").hasSize(1);
    return cases.getFirst();
  }

  /** Ends appd's java by this number, without a probe. */
  static Case ended(Story story, Who sender, int number, String ocomm) {
    return theCase(
        story
            .at("02:22:16.856")
            .kill(sender, number, TERM)
            .reaching(281, ocomm)
            .at("02:22:17.300")
            .exited(APPD, 143));
  }

  /** Probes and ends appd's java by this number. */
  static Case probedAndEnded(Story story, Who sender, int number, String ocomm) {
    story.at("02:22:16.800").kill(sender, number, 0).reaching(281, ocomm);
    return ended(story, sender, number, ocomm);
  }
}
