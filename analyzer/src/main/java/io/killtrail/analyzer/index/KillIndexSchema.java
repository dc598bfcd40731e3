package io.killtrail.analyzer.index;

import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of the index: all names stand here and nowhere else. Those with a description can be
 * searched by users.
 */
final class KillIndexSchema {
  /** Of the index; one that was written with another version is refused. */
  static final String FORMAT = "2";

  /** What kind of document it is; see {@link Kind}. */
  static final String KIND = "kind";

  static final String ID = "id";
  static final String TIME = "time";

  static final String NODE = "node";
  static final String SIGNAL = "signal";
  static final String SYSCALL = "syscall";
  static final String SUCCESS = "success";
  static final String TARGET = "target";
  static final String KEY = "key";
  static final String SENDER = "sender.";
  static final String VICTIM_PID = "victim.pid";
  static final String VICTIM_COMM = "victim.comm";
  static final String PROCESS = "process.";
  static final String PID = "pid";
  static final String COMM = "comm";
  static final String EXE = "exe";
  static final String COMMAND = "command";
  static final String UID = "uid";
  static final String AUID = "auid";
  static final String TTY = "tty";
  static final String SESSION = "session";
  static final String UNIT = "unit";
  static final String CHANGE = "change";
  static final String EXIT_HOW = "exit.how";
  static final String EXIT_STATUS = "exit.status";
  static final String PATH = "path";
  static final String NUMBER = "number";
  static final String SIGN = "sign";
  static final String PROBLEM = "problem";

  /** Stored: the fact by {@code FactCodec}. */
  static final String FACT = "_fact";

  /** Stored: the text of its raw records. */
  static final String RAW = "_raw";

  /** Stored: what became of an input. */
  static final String INPUT = "_input";

  /** Stored: how far an input is read, and the reader's state there. */
  static final String MARK = "_mark";

  /** Indexed: under what a fact is withdrawn that may not be complete yet. */
  static final String PROVISIONAL = "_provisional";

  /** Indexed: digest of an input's content. */
  static final String DIGEST = "_digest";

  /** Indexed: the fact's id with its form, what makes a document unique. */
  static final String OBSERVATION = "_observation";

  /** The kinds of document. */
  enum Kind {
    SIGNAL,
    EXIT,
    UNIT,
    PROCESS,
    PID_FILE,
    BOOT,
    GAP,
    /** Which audit serials an input has. */
    SERIALS,
    /** How the host was set up to record. */
    SETTING,
    /** Identity facts, many to a document. */
    SIGHTINGS,
    INPUT,
    REJECTION;

    /** The word that users search for, such as {@code pid-file}. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The fields that users can search, with their meaning. */
  static final List<SearchField> SEARCHABLE =
      List.of(
          new SearchField(
              KIND, "signal, exit, unit, process, pid-file, boot, gap, serials or setting"),
          new SearchField(ID, "id of the fact, quoted"),
          new SearchField(TIME, "[FROM TO TO], ISO 8601, UTC where no zone is given"),
          new SearchField(NODE, "host as the evidence names it"),
          new SearchField(SIGNAL, "SIGTERM, TERM or 15"),
          new SearchField(SYSCALL, "kill, tkill, tgkill, rt_sigqueueinfo, pidfd_send_signal…"),
          new SearchField(SUCCESS, "yes or no"),
          new SearchField(TARGET, "number as passed to the call; minus means a group, quoted"),
          new SearchField(KEY, "key of the audit rule"),
          new SearchField(SENDER + PID, "process id of the sender"),
          new SearchField(SENDER + COMM, "command name of the sender"),
          new SearchField(SENDER + EXE, "executable of the sender, quoted"),
          new SearchField(SENDER + UID, "user id of the sender"),
          new SearchField(SENDER + AUID, "login user id of the sender, or unset"),
          new SearchField(SENDER + TTY, "terminal of the sender"),
          new SearchField(SENDER + SESSION, "audit session of the sender"),
          new SearchField(VICTIM_PID, "process id of a target, or of a process that ended"),
          new SearchField(VICTIM_COMM, "command name of a target, or of a process that ended"),
          new SearchField(UNIT, "unit, such as appd.service"),
          new SearchField(CHANGE, "starting, started, stopping, stopped, failed, timed-out…"),
          new SearchField(EXIT_HOW, "exited, killed or dumped"),
          new SearchField(EXIT_STATUS, "exit status, or number of the signal that ended it"),
          new SearchField(PROCESS + PID, "process id of a process that was seen"),
          new SearchField(PROCESS + COMM, "command name of a process that was seen"),
          new SearchField(PROCESS + EXE, "executable of a process that was seen, quoted"),
          new SearchField(PATH, "path of a PID file, quoted"),
          new SearchField(NUMBER, "number in a PID file"),
          new SearchField(SIGN, "sign of a boot, such as system-boot"),
          new SearchField(PROBLEM, "kind of an evidence gap, such as audit-lost"));

  private KillIndexSchema() {}

  /** A field that users can search, with what it holds. */
  record SearchField(String name, String meaning) {}

  /** The names of the searchable fields. */
  static List<String> names() {
    return SEARCHABLE.stream().map(SearchField::name).toList();
  }

  /** The searchable field of this name. */
  static Optional<SearchField> field(String name) {
    return SEARCHABLE.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The one form under which a signal is indexed, whatever a user types for it. */
  static String signalTerm(String typed) {
    OptionalInt number = Signals.parse(typed);
    return number.isPresent() ? Integer.toString(number.getAsInt()) : typed;
  }
}
