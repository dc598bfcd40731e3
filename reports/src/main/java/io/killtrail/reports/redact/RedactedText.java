package io.killtrail.reports.redact;

import io.killtrail.ingest.fact.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts, names and records with pseudonyms in place of names. */
final class RedactedText implements Values {
  /** What parts the arguments: a blank, or the NUL of /proc and PROCTITLE. */
  private static final Pattern ARGUMENT = Pattern.compile("[^\\s\\x00]+");

  /** What is told by how it looks: homes, addresses, and the fingerprints that sshd logs. */
  private static final Pattern TOLD =
      Pattern.compile(
          "/home/(?<user>[^/\\s\"':;,)\\x00]+)"
              + "|(?<key>SHA256:(?:[A-Za-z0-9+/]{43}=?|(?:[0-9a-f]{2}:){31}[0-9a-f]{2}))"
              + ("|" + Addresses.IN_TEXT));

  /** Audit and programs write these where there is no value. */
  private static final Pattern NOTHING =
      Pattern.compile("|\\?|\\(null\\)|\\(none\\)|unset|UNKNOWN");

  /** Shorter ones are no socket address. */
  private static final Pattern SOCKET_ADDRESS = Pattern.compile("[0-9A-Fa-f]{16,}");

  private final Pseudonyms pseudonyms;
  private final KnownNames names;
  private final WholeWords words = new WholeWords();

  RedactedText(RedactionKey key, KnownNames names, Set<String> also) {
    this.pseudonyms = new Pseudonyms(key);
    this.names = names;
    also.forEach(name -> words.add(name, pseudonyms.other(name)));
    names.hosts().forEach(this::host);
    names.users().forEach(user -> words.add(user, pseudonyms.user(user)));
  }

  private void host(String name) {
    words.add(name, pseudonyms.host(name));
    String domain = name.substring(name.indexOf('.') + 1);
    if (domain.length() < name.length() && domain.indexOf('.') > 0) {
      words.add(domain, pseudonyms.domain(domain));
    }
  }

  /** What it tells was gathered before. */
  @Override
  public void line(String line) {}

  @Override
  public String value(FieldKind kind, String value) {
    if (NOTHING.matcher(value).matches()) {
      return value;
    }
    return switch (kind) {
      case USER -> names.isUser(value) ? pseudonyms.user(value) : value;
      case HOST -> hostOrAddress(value);
      case ADDRESS -> address(value);
      case COMMAND -> command(value);
      case ARGUMENT -> pseudonyms.argument(value);
      case TEXT -> prose(value);
    };
  }

  String user(String name) {
    return value(FieldKind.USER, name);
  }

  String hostOrAddress(String name) {
    if (Addresses.isOne(name)) {
      return Addresses.isLocal(name) ? name : pseudonyms.address(name);
    }
    return names.isHost(name) ? pseudonyms.host(name) : name;
  }

  private String address(String value) {
    return SOCKET_ADDRESS.matcher(value).matches()
        ? pseudonyms.address(value)
        : hostOrAddress(value);
  }

  /** The program stays; of an argument only that it was the same as another. */
  @Override
  public String command(String line) {
    int[] seen = {0};
    return Matches.replace(
        ARGUMENT,
        line,
        found -> seen[0]++ == 0 ? prose(found.group()) : pseudonyms.argument(found.group()),
        blank -> blank);
  }

  @Override
  public String prose(String text) {
    return Matches.replace(TOLD, text, this::told, words::replace);
  }

  private String told(MatchResult found) {
    if (found.group("user") != null) {
      return "/home/" + user(found.group("user"));
    }
    return found.group("key") != null
        ? pseudonyms.fingerprint(found.group())
        : hostOrAddress(found.group());
  }

  RawRecord record(RawRecord record) {
    String text = RecordText.rewrite(record.text(), this);
    String latin1 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new RawRecord(prose(record.input()), record.offset(), latin1);
  }
}
