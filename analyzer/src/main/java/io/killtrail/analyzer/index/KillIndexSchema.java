package io.killtrail.analyzer.index;

import java.util.Locale;

/**
 * The fields of the index: all names stand here and nowhere else. Those of {@link SearchField} can
 * be searched by users.
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

    /** Whether its documents are facts, a document each. */
    boolean searchable() {
      return switch (this) {
        case SIGNAL, EXIT, UNIT, PROCESS, PID_FILE, BOOT, GAP, SERIALS, SETTING -> true;
        case SIGHTINGS, INPUT, REJECTION -> false;
      };
    }
  }

  private KillIndexSchema() {}
}
