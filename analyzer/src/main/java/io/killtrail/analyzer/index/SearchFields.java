package io.killtrail.analyzer.index;

import static io.killtrail.analyzer.index.KillIndexSchema.AUID;
import static io.killtrail.analyzer.index.KillIndexSchema.COMM;
import static io.killtrail.analyzer.index.KillIndexSchema.EXE;
import static io.killtrail.analyzer.index.KillIndexSchema.PID;
import static io.killtrail.analyzer.index.KillIndexSchema.PROCESS;
import static io.killtrail.analyzer.index.KillIndexSchema.SENDER;
import static io.killtrail.analyzer.index.KillIndexSchema.SESSION;
import static io.killtrail.analyzer.index.KillIndexSchema.TTY;
import static io.killtrail.analyzer.index.KillIndexSchema.UID;

import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.analyzer.query.QueryField;
import io.killtrail.analyzer.query.QueryFields;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The list of the fields that users can search. */
final class SearchFields {
  private static final String A_PYTHON = "\"/usr/bin/python3.11\"";
  private static final String A_TERMINAL = "pts0";

  static final List<SearchField> ALL =
      Stream.of(what(), signal(), sender(), victim(), unit(), process(), rest())
          .flatMap(List::stream)
          .toList();

  /** A value without a field is a kind of fact. */
  static final QueryFields QUERIED =
      QueryFields.of(ALL.stream().map(SearchField::queried).toList(), KillIndexSchema.KIND);

  private SearchFields() {}

  private static List<SearchField> what() {
    return List.of(
        words(KillIndexSchema.KIND, "kind of the fact", "signal", kinds()),
        text(KillIndexSchema.ID, "id of the fact", "\"audit:1795227736.868:68\""),
        new SearchField(
            KillIndexSchema.TIME,
            QueryField.Type.TIME,
            "when; ISO 8601, UTC where no zone is given, * where there is no limit",
            KillIndexSchema.TIME + ":[2026-11-21T02:00 TO 2026-11-21T03:00]",
            List.of()),
        text(KillIndexSchema.NODE, "host as the evidence names it; --host knows more", "web01"));
  }

  private static List<SearchField> signal() {
    return List.of(
        new SearchField(
            KillIndexSchema.SIGNAL,
            QueryField.Type.SIGNAL,
            "signal that was sent; 0 is a probe",
            KillIndexSchema.SIGNAL + ":TERM",
            List.of()),
        words(KillIndexSchema.SYSCALL, "system call that sent it", "kill", calls()),
        words(
            KillIndexSchema.SUCCESS,
            "whether the kernel took it; absent where the record does not say",
            "no",
            List.of("yes", "no")),
        number(
            KillIndexSchema.TARGET,
            "number as passed to the call: a process or thread, with a minus a group",
            "350"),
        text(KillIndexSchema.KEY, "key of the audit rule", "kill"));
  }

  private static List<SearchField> sender() {
    return List.of(
        number(SENDER + PID, "process id of the sender", "456"),
        text(SENDER + COMM, "command name of the sender, 15 bytes at most", "helperd"),
        text(SENDER + EXE, "executable of the sender", A_PYTHON),
        text(SENDER + UID, "user id of the sender", "0"),
        text(SENDER + AUID, "login user id of the sender, or unset", "1000"),
        text(SENDER + TTY, "terminal of the sender", A_TERMINAL),
        number(SENDER + SESSION, "audit session of the sender", "3"));
  }

  private static List<SearchField> victim() {
    return List.of(
        number(
            KillIndexSchema.VICTIM_PID,
            "process id of one that was signalled, or that ended",
            "281"),
        text(
            KillIndexSchema.VICTIM_COMM,
            "command name of one that was signalled, or that ended; of a thread its own",
            "java"));
  }

  private static List<SearchField> unit() {
    return List.of(
        text(KillIndexSchema.UNIT, "unit, with its suffix", "appd.service"),
        words(KillIndexSchema.CHANGE, "what the manager said of a unit", "failed", changes()),
        words(
            KillIndexSchema.EXIT_HOW,
            "how a process ended",
            "exited",
            labels(ProcessExited.How.values())),
        number(
            KillIndexSchema.EXIT_STATUS,
            "exit status, or number of the signal that ended it",
            "143"));
  }

  private static List<SearchField> process() {
    return List.of(
        number(PROCESS + PID, "process id of one that was started or asked for something", "812"),
        text(PROCESS + COMM, "its command name", "sudo"),
        text(PROCESS + EXE, "its executable", "\"/usr/bin/sudo\""),
        text(PROCESS + UID, "its user id", "1000"),
        text(PROCESS + AUID, "its login user id, or unset", "1000"),
        text(PROCESS + TTY, "its terminal", A_TERMINAL),
        number(PROCESS + SESSION, "its audit session", "3"));
  }

  private static List<SearchField> rest() {
    return List.of(
        text(KillIndexSchema.PATH, "path of a PID file", "\"/var/lib/helperd/helperd.pid\""),
        number(KillIndexSchema.NUMBER, "number in a PID file", "350"),
        words(KillIndexSchema.SIGN, "sign of a boot", "system-boot", signs()),
        words(KillIndexSchema.PROBLEM, "what was lost", "audit-lost", problems()));
  }

  private static SearchField text(String name, String meaning, String example) {
    return new SearchField(name, QueryField.Type.TEXT, meaning, name + ":" + example, List.of());
  }

  private static SearchField number(String name, String meaning, String example) {
    return new SearchField(name, QueryField.Type.NUMBER, meaning, name + ":" + example, List.of());
  }

  private static SearchField words(
      String name, String meaning, String example, List<String> values) {
    return new SearchField(name, QueryField.Type.WORD, meaning, name + ":" + example, values);
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).filter(Kind::searchable).map(Kind::label).toList();
  }

  private static List<String> calls() {
    return Arrays.stream(SignalCall.values()).map(SignalCall::syscall).toList();
  }

  private static List<String> changes() {
    return Arrays.stream(UnitChanged.Change.class.getPermittedSubclasses())
        .map(FactFields::changeLabel)
        .toList();
  }

  private static List<String> signs() {
    return labels(BootSeen.Sign.values());
  }

  private static List<String> problems() {
    return labels(EvidenceGap.Problem.values());
  }

  private static List<String> labels(Enum<?>[] constants) {
    return Arrays.stream(constants).map(FactFields::label).toList();
  }
}
