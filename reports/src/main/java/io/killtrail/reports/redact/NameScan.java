package io.killtrail.reports.redact;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.UserId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers the names of users and hosts that evidence gives. */
final class NameScan implements Values {
  private static final String NAME = "([A-Za-z_](?:[\\w.-]*[\\w$])?)";

  /**
   * What login programs, sudo, cron and logind say of users, and the directories of their homes.
   */
  private static final Pattern USER =
      Pattern.compile(
          ("/home/" + NAME)
              + ("|\\b(?:for|of|from|invalid|illegal|authenticating|by|to) [Uu]ser " + NAME)
              + ("|\\bfor " + NAME + " from [0-9a-fA-F:.]+ port")
              + ("|\\bby " + NAME + "\\(uid=")
              + ("|(?:^|: )\\s*" + NAME + " : (?:[A-Z]+=|[a-z ]+ ; [A-Z]+=)")
              + ("|\\(" + NAME + "\\) CMD \\("));

  /** The records of which there are most; their node is that of the fact. */
  private static final Pattern NAMELESS =
      Pattern.compile(
          "(?:node=\\S+ )?type=(?:SYSCALL|OBJ_PID|PROCTITLE) msg=audit\\([0-9.]+:[0-9]+\\): ");

  private static final char ENRICHED = '\u001d';
  private static final String HOME = "/home/";
  private static final String HOME_IN_DIGITS = HexText.encode(HOME);
  private static final int MOST_SEEN = 10_000;

  private final KnownNames names;
  private final Set<String> seen = new HashSet<>();

  NameScan(KnownNames names) {
    this.names = names;
  }

  void add(Fact fact) {
    fact.provenance().node().ifPresent(this::host);
    Actors.of(fact).forEach(this::actor);
    for (RawRecord record : fact.provenance().raw()) {
      record(record.text());
    }
  }

  /** Most records are of kinds that name nobody but behind a separator, and there the same ones. */
  private void record(String text) {
    int enriched = text.indexOf(ENRICHED);
    String own = enriched < 0 ? text : text.substring(0, enriched);
    if (!NAMELESS.matcher(own).lookingAt() || own.contains(HOME) || own.contains(HOME_IN_DIGITS)) {
      RecordText.rewrite(text, this);
    } else if (enriched >= 0) {
      enriched(text.substring(enriched));
    }
  }

  private void enriched(String part) {
    if (seen.size() >= MOST_SEEN || seen.add(part)) {
      RecordText.rewrite(part, this);
    }
  }

  private void actor(Actor actor) {
    Stream.of(actor.auid(), actor.uid(), actor.euid())
        .flatMap(Optional::stream)
        .map(UserId::name)
        .flatMap(Optional::stream)
        .forEach(names::addUser);
  }

  /** The domain of a full name is known too. */
  void host(String name) {
    names.addHost(name);
    int dot = name.indexOf('.');
    if (dot > 0 && !Addresses.isOne(name)) {
      names.addHost(name.substring(0, dot));
    }
  }

  @Override
  public void line(String line) {
    prose(line);
  }

  @Override
  public String value(FieldKind kind, String value) {
    switch (kind) {
      case USER -> names.addUser(value);
      case HOST -> host(value);
      case COMMAND, ARGUMENT, TEXT -> prose(value);
      case ADDRESS -> {}
    }
    return value;
  }

  @Override
  public String command(String line) {
    return prose(line);
  }

  @Override
  public String prose(String text) {
    USER.matcher(text).results().forEach(this::user);
    return text;
  }

  /** Of the alternatives one has the name. */
  private void user(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      Optional.ofNullable(found.group(i)).ifPresent(names::addUser);
    }
  }
}
