package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.PidFileSurvey;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.ingest.capture.HostCapture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a PID file is aimed at somebody else: the next collision, which lies on the disk. */
public final class PidFileCheck implements Check {
  private static final String ID = "pid-files";
  private static final String COMMAND = "killtrail pidfiles";

  /** So many are named; the command names all. */
  private static final int MOST = 3;

  private final HostCapture capture;

  /** Of a machine as it is now. */
  public PidFileCheck(HostCapture capture) {
    this.capture = capture;
  }

  @Override
  public List<Finding> look(ExaminedHost host) {
    try {
      return List.of(finding(PidFileSurvey.of(capture, Optional.empty())));
    } catch (IOException e) {
      return List.of(Finding.unknown(ID, "PID files", String.valueOf(e.getMessage())));
    }
  }

  private static Finding finding(PidFileSurvey.Found found) {
    List<PidFileStanding> files = found.files();
    List<PidFileStanding> armed = files.stream().filter(PidFileStanding::isArmed).toList();
    if (!armed.isEmpty()) {
      return new Finding(
          ID, Severity.PROBLEM, armed(armed), Optional.empty(), Optional.of(COMMAND));
    }
    long untold = files.stream().filter(file -> file.state().isEmpty()).count();
    String counted = "Of " + files.size() + " PID file(s) none is armed";
    if (!found.unseen().isEmpty()) {
      counted = counted + " (" + String.join("; ", found.unseen()) + ")";
    }
    return untold == 0 && found.unseen().isEmpty()
        ? Finding.ok(ID, counted)
        : new Finding(
            ID,
            Severity.UNKNOWN,
            counted
                + " as far as can be seen"
                + (untold == 0 ? "" : "; of " + untold + " it cannot be told"),
            Optional.empty(),
            Optional.of(COMMAND));
  }

  private static String armed(List<PidFileStanding> armed) {
    return armed.size()
        + " PID file(s) armed, so that whoever trusts them next signals somebody else: "
        + armed.stream()
            .limit(MOST)
            .map(file -> file.path() + " (" + file.reason() + ")")
            .collect(Collectors.joining("; "))
        + (armed.size() > MOST ? "; ..." : "");
  }
}
