package io.killtrail.cli.query;

import io.killtrail.analyzer.CaseAnswer;
import io.killtrail.analyzer.CaseSearch;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.Victim;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The deaths that a unit, process or case stands for.
 *
 * @param answer what they were found by
 * @param cases in order of time; at least one
 * @param all how many there are, also those that are not kept
 * @param note how what was typed was understood, where that does not go without saying
 */
record Deaths(CaseAnswer answer, List<Case> cases, long all, Optional<String> note) {
  /** The kernel gives no higher ids (PID_MAX_LIMIT, 4,194,304). */
  private static final Pattern PID = Pattern.compile("[1-9][0-9]{0,6}");

  /**
   * Finds them.
   *
   * @param whose as it was typed
   * @param host the only host that counts, if any
   * @throws IOException with a message for people when there are none
   */
  static Deaths of(String whose, Optional<String> host, CaseSearch search) throws IOException {
    if (PID.matcher(whose).matches()) {
      return ofPid(Integer.parseInt(whose), host, search);
    }
    UnitChoice choice = new UnitChoice(search.units());
    Optional<String> unit = choice.named(whose);
    if (unit.isEmpty() && CaseRef.looksLikeOne(whose)) {
      return ofCase(whose, search);
    }
    if (unit.isEmpty()) {
      unit = Optional.of(choice.beginning(whose));
    }
    return ofUnit(whose, unit.get(), host, search);
  }

  private static Deaths ofUnit(String typed, String unit, Optional<String> host, CaseSearch search)
      throws IOException {
    CaseAnswer answer = search.ofUnit(unit);
    Optional<String> note =
        UnitChoice.isNameOf(typed, unit) ? Optional.empty() : Optional.of(typed + ": " + unit);
    return some(
        answer, on(host, answer.cases()), note, "no death of " + unit + " is known" + where(host));
  }

  private static Deaths ofCase(String beginning, CaseSearch search) throws IOException {
    CaseAnswer answer = search.ofCase(beginning);
    Case only = CaseRef.only(beginning, answer.cases());
    return new Deaths(answer, List.of(only), 1, Optional.empty());
  }

  private static Deaths ofPid(int pid, Optional<String> host, CaseSearch search)
      throws IOException {
    CaseAnswer answer = search.ofPid(pid);
    List<Case> found = on(host, answer.cases());
    List<Case> victim = found.stream().filter(each -> isVictim(each, pid)).toList();
    if (!victim.isEmpty()) {
      return some(answer, victim, Optional.empty(), "");
    }
    List<Case> thread = found.stream().filter(each -> !isSender(each, pid)).toList();
    if (!thread.isEmpty()) {
      String note = pid + " was no process that ended, but a thread of one:";
      return some(answer, thread, Optional.of(note), "");
    }
    String note = pid + " was nobody's victim; it sent the signal:";
    String nothing =
        "no death is known that process "
            + pid
            + " died or caused; killtrail search 'sender.pid:"
            + pid
            + " OR victim.pid:"
            + pid
            + "' finds what else names it";
    return some(answer, found, Optional.of(note), nothing);
  }

  private static boolean isVictim(Case each, int pid) {
    return Stream.concat(Stream.of(each.victim()), each.victims().stream())
        .map(Victim::pid)
        .anyMatch(OptionalInt.of(pid)::equals);
  }

  private static boolean isSender(Case each, int pid) {
    return each.sender().map(Party::pid).filter(OptionalInt.of(pid)::equals).isPresent();
  }

  private static String where(Optional<String> host) {
    return host.map(name -> " on " + name).orElse("");
  }

  private static List<Case> on(Optional<String> host, List<Case> cases) {
    return host.isEmpty()
        ? cases
        : cases.stream().filter(each -> each.host().equals(host)).toList();
  }

  private static Deaths some(
      CaseAnswer answer, List<Case> cases, Optional<String> note, String nothing)
      throws IOException {
    if (cases.isEmpty()) {
      throw new IOException(nothing);
    }
    boolean narrowed = cases.size() < answer.cases().size();
    return new Deaths(answer, cases, narrowed ? cases.size() : answer.all(), note);
  }
}
