package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The service manager's exit line, by its fields (EXIT_CODE, EXIT_STATUS since v195) and else by
 * its text: {@code Main process exited, code=killed, status=9/KILL}, up to v239 for control
 * processes {@code control process exited, code=exited status=1}.
 */
record UnitExit(Witness witness, Optional<How> how, OptionalInt status) {
  private static final String EXITED = " process exited, code=";
  private static final String STATUS = "status=";

  static Optional<UnitExit> read(UnitLine line, Fields fields) {
    int exited = line.rest().indexOf(EXITED);
    boolean told = exited > 0 && exited <= "condition check".length();
    if (!told && !fields.is(JournalField.MESSAGE_ID, MessageId.PROCESS_EXITED)) {
      return Optional.empty();
    }
    String text = told ? line.rest().substring(exited + EXITED.length()) : "";
    Optional<How> how =
        fields.get(JournalField.EXIT_CODE).or(() -> code(text)).flatMap(UnitExit::how);
    Optional<String> status = fields.get(JournalField.EXIT_STATUS);
    OptionalInt number = status.isPresent() ? number(status.get(), how) : OptionalInt.empty();
    return Optional.of(
        new UnitExit(
            witness(line.rest(), told, fields),
            how,
            number.isPresent() ? number : written(text, how)));
  }

  /** {@code code=killed, signal=TERM)} or {@code code=exited, status=143)}, as systemctl has it. */
  static Optional<UnitExit> written(Witness witness, String text) {
    String rest = text.replace(')', ' ').replace("signal=", STATUS);
    Optional<How> how =
        rest.startsWith("code=")
            ? code(rest.substring(5)).flatMap(UnitExit::how)
            : Optional.empty();
    return how.map(known -> new UnitExit(witness, how, written(rest, how)));
  }

  /** COMMAND alone does not tell: ExecStart= of Type=forking is a control process. */
  private static Witness witness(String rest, boolean told, Fields fields) {
    boolean main =
        told ? rest.startsWith("main process") : fields.is(JournalField.COMMAND, "ExecStart");
    return main ? Witness.MANAGER_MAIN : Witness.MANAGER_CONTROL;
  }

  private static Optional<String> code(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return Optional.of(text.substring(0, end));
  }

  private static Optional<How> how(String code) {
    return switch (code) {
      case "exited" -> Optional.of(How.EXITED);
      case "killed" -> Optional.of(How.KILLED);
      case "dumped" -> Optional.of(How.DUMPED);
      default -> Optional.empty();
    };
  }

  private static OptionalInt written(String text, Optional<How> how) {
    int at = text.indexOf(STATUS);
    if (at < 0) {
      return OptionalInt.empty();
    }
    int from = at + STATUS.length();
    OptionalInt number = Digits.integerAt(text, from);
    return number.isPresent() ? number : number(word(text, from), how);
  }

  private static String word(String text, int from) {
    int blank = text.indexOf(' ', from);
    return text.substring(from, blank < 0 ? text.length() : blank);
  }

  /** A number, or for signals a name too. */
  private static OptionalInt number(String status, Optional<How> how) {
    OptionalInt number = Digits.integer(status);
    boolean name = number.isEmpty() && how.isPresent() && how.get() != How.EXITED;
    return name ? Signals.parse(status) : number;
  }
}
