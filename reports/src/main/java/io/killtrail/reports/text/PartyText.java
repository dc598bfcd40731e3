package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.Victim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Processes in words: {@code helperd[456] /usr/bin/python3.11 helperd.service}. Holds text out of
 * logs, so escape it before showing.
 */
public final class PartyText {
  private static final String APART = "  ";

  private PartyText() {}

  /** Such as {@code helperd[456]}. */
  public static String name(Optional<String> comm, OptionalInt pid) {
    String known = comm.orElse(pid.isPresent() ? "process" : "a process");
    return pid.isPresent() ? known + "[" + pid.getAsInt() + "]" : known;
  }

  /** Such as {@code helperd[456]}. */
  public static String name(Party party) {
    return name(party.comm(), party.pid());
  }

  /** Name, executable and unit, as far as known. */
  public static String of(Victim victim) {
    return joined(name(victim.comm(), victim.pid()), victim.exe(), victim.unit());
  }

  /** Name, executable and unit, as far as known. */
  public static String of(Party party) {
    return joined(name(party), party.exe(), party.unit());
  }

  private static String joined(String name, Optional<String> exe, Optional<String> unit) {
    StringBuilder text = new StringBuilder(name);
    exe.ifPresent(path -> text.append(APART).append(path));
    unit.ifPresent(its -> text.append(APART).append(its));
    return text.toString();
  }

  /** The person and session behind it; empty when nothing of that is known. */
  public static Optional<String> who(Party party) {
    List<String> parts = new ArrayList<>();
    login(party).ifPresent(parts::add);
    party.uid().ifPresent(uid -> parts.add("uid " + uid));
    party.tty().ifPresent(tty -> parts.add("tty " + tty));
    party.session().ifPresent(session -> parts.add("session " + session));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** A recorded process without a login uid was started by the system, not out of a session. */
  private static Optional<String> login(Party party) {
    if (party.auid().isPresent()) {
      String number = "auid " + party.auid().getAsLong();
      return Optional.of(party.auidName().map(n -> "login " + n + ", " + number).orElse(number));
    }
    return party.uid().isPresent() ? Optional.of("no login session") : Optional.empty();
  }
}
