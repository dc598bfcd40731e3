package io.killtrail.ingest.journal;

import java.util.List;
import java.util.Optional;

/**
 * A job's status line: {@code Stopping U - Description...} (v249 and later), {@code Stopping U...}
 * (StatusUnitFormat=name), {@code Stopping Description...} (older). Starts that failed are none.
 *
 * @param verb what it begins with, such as {@code Stopped target}
 */
record JobLine(JobPhase phase, String verb, Optional<String> unit, Optional<String> description) {

  private static final String TIMED_OUT = "Timed out stopping";
  private static final String WITH_ERROR = " with error";

  private record Verb(String words, JobPhase phase) {}

  // Longer words before the shorter ones that begin alike.
  private static final List<Verb> VERBS =
      List.of(
          new Verb("Starting", JobPhase.STARTING),
          new Verb("Mounting", JobPhase.STARTING),
          new Verb("Activating swap", JobPhase.STARTING),
          new Verb("Started", JobPhase.STARTED),
          new Verb("Finished", JobPhase.STARTED),
          new Verb("Mounted", JobPhase.STARTED),
          new Verb("Activated swap", JobPhase.STARTED),
          new Verb("Reached target", JobPhase.STARTED),
          new Verb("Listening on", JobPhase.STARTED),
          new Verb("Created slice", JobPhase.STARTED),
          new Verb("Set up automount", JobPhase.STARTED),
          new Verb("Stopping", JobPhase.STOPPING),
          new Verb("Unmounting", JobPhase.STOPPING),
          new Verb("Deactivating swap", JobPhase.STOPPING),
          new Verb("Stopped target", JobPhase.STOPPED),
          new Verb("Stopped", JobPhase.STOPPED),
          new Verb("Unmounted", JobPhase.STOPPED),
          new Verb("Deactivated swap", JobPhase.STOPPED),
          new Verb("Closed", JobPhase.STOPPED),
          new Verb("Removed slice", JobPhase.STOPPED),
          new Verb("Unset automount", JobPhase.STOPPED),
          new Verb(TIMED_OUT, JobPhase.STOPPED));

  static Optional<JobLine> read(String text) {
    if (!text.endsWith(".")) {
      return Optional.empty();
    }
    for (Verb verb : VERBS) {
      int end = verb.words().length();
      if (text.startsWith(verb.words()) && text.startsWith(" ", end)) {
        return subject(text.substring(end + 1)).map(subject -> of(verb, subject));
      }
    }
    return Optional.empty();
  }

  /** Whether the stop job itself ran out of time (JobTimeoutSec=). */
  boolean timedOut() {
    return verb.equals(TIMED_OUT);
  }

  private static Optional<String> subject(String text) {
    int end = text.length();
    int most = Math.max(0, end - 3);
    while (end > most && text.charAt(end - 1) == '.') {
      end--;
    }
    String subject = text.substring(0, end);
    if (subject.endsWith(WITH_ERROR)) {
      subject = subject.substring(0, subject.length() - WITH_ERROR.length());
    }
    return subject.isBlank() ? Optional.empty() : Optional.of(subject);
  }

  private static JobLine of(Verb verb, String subject) {
    int dash = subject.indexOf(" - ");
    Optional<String> unit = UnitName.of(dash < 0 ? subject : subject.substring(0, dash));
    Optional<String> description =
        unit.isEmpty()
            ? Optional.of(subject)
            : dash < 0 ? Optional.empty() : Optional.of(subject.substring(dash + 3));
    return new JobLine(verb.phase(), verb.words(), unit, description);
  }
}
