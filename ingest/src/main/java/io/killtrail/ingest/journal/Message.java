package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody said to the journal, whatever form it is kept in.
 *
 * @param road how it came into the journal
 * @param ident the syslog identifier ({@code systemd}, {@code sudo}, {@code kernel}); may be blank
 * @param pid the speaker's process id, where known
 * @param text the message
 * @param fields what else the journal knows; {@link Fields#NONE} for text forms
 */
record Message(Road road, String ident, OptionalInt pid, String text, Fields fields) {

  /** The ways into the journal that matter here. */
  enum Road {
    KERNEL,
    /** The kernel's audit records; the process fields are those of the audited process. */
    AUDIT,
    PROGRAM
  }

  /** Whether only the text is known. */
  boolean bare() {
    return fields.equals(Fields.NONE);
  }

  /** Whether a program with this identifier says it. */
  boolean from(String program) {
    return road == Road.PROGRAM && ident.equals(program);
  }

  /** Whether the system's service manager says it: PID 1, in old forms without its number. */
  boolean fromSystemManager() {
    return from("systemd") && (pid.isEmpty() || pid.getAsInt() == 1);
  }

  /** Whether {@code systemd --user} says it; anybody may claim the identifier. */
  boolean fromUserManager() {
    return from("systemd")
        && pid.isPresent()
        && pid.getAsInt() != 1
        && (bare() || fields.get(JournalField.USER_UNIT).isPresent());
  }

  /** Whether root says it, as far as is known; any user may send messages under any identifier. */
  boolean byRoot() {
    return fields.get(JournalField.UID).filter(uid -> !uid.equals("0")).isEmpty();
  }

  /** The kind of message by its MESSAGE_ID; empty where it has none. */
  Optional<String> messageId() {
    return fields.get(JournalField.MESSAGE_ID);
  }
}
