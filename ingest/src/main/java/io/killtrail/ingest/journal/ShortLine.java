package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of the short form: {@code Nov 21 02:14:43 web01 systemd[1]: text}, with whatever syslog
 * daemons put around.
 *
 * @param host empty where the line names none ({@code journalctl --no-hostname})
 * @param ident blank where no program is named
 */
record ShortLine(Stamp stamp, Optional<String> host, String ident, OptionalInt pid, String text) {

  /** PID 1 and user managers run in this unit, which {@code -o with-unit} prints in their place. */
  private static final String MANAGERS_UNIT = "init.scope";

  /** Reads a line; empty if it has not this form. */
  static Optional<ShortLine> parse(String line) {
    LinePrefix prefix = LinePrefix.of(line);
    Optional<StampParser.Read> stamp = StampParser.read(line, prefix.end());
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    int from = stamp.get().end() + 1;
    return prefix.rfc5424()
        ? Rfc5424.read(line, stamp.get().stamp(), from)
        : afterStamp(line, stamp.get().stamp(), from);
  }

  /** Reads a line that has one char a byte. */
  static Optional<ShortLine> ofLatin1(String line) {
    return parse(Lines.utf8(line));
  }

  private static Optional<ShortLine> afterStamp(String line, Stamp stamp, int from) {
    int end = line.indexOf(' ', from);
    if (end == from) {
      return Optional.empty();
    }
    // A word with a colon is the speaker already.
    boolean hostless =
        (end < 0 ? line.length() : end) > from && line.charAt(lastOf(line, end)) == ':';
    if (end < 0 && !hostless) {
      return Optional.empty();
    }
    return Optional.of(
        hostless
            ? said(stamp, Optional.empty(), line.substring(from))
            : said(stamp, Optional.of(line.substring(from, end)), line.substring(end + 1)));
  }

  private static int lastOf(String line, int end) {
    return (end < 0 ? line.length() : end) - 1;
  }

  /** What follows stamp and host. */
  static ShortLine said(Stamp stamp, Optional<String> host, String rest) {
    int colon = colon(rest);
    if (colon < 0) {
      return new ShortLine(stamp, host, "", OptionalInt.empty(), rest);
    }
    String speaker = rest.substring(0, colon);
    String text = rest.substring(rest.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
    int open = speaker.endsWith("]") ? speaker.lastIndexOf('[') : -1;
    OptionalInt pid =
        open < 0
            ? OptionalInt.empty()
            : Digits.integer(speaker.substring(open + 1, speaker.length() - 1));
    return pid.isPresent()
        ? new ShortLine(stamp, host, speaker.substring(0, open), pid, text)
        : new ShortLine(stamp, host, speaker, OptionalInt.empty(), text);
  }

  /** The colon after the speaker; an identifier may hold colons, but not one before a blank. */
  private static int colon(String rest) {
    int colon = rest.indexOf(": ");
    return colon < 0 && rest.endsWith(":") ? rest.length() - 1 : colon;
  }

  /** The line as the message that it carries. */
  Message message() {
    return new Message(road(), manager() ? "systemd" : ident, pid, text, Fields.NONE);
  }

  private boolean manager() {
    return ident.equals(MANAGERS_UNIT) || ident.endsWith("/" + MANAGERS_UNIT);
  }

  private Message.Road road() {
    return switch (ident) {
      case "kernel" -> Message.Road.KERNEL;
      case "audit" -> Message.Road.AUDIT;
      // With units in the place of identifiers only the text is left.
      default ->
          text.startsWith("SYSCALL arch=") && UnitName.of(ident).isPresent()
              ? Message.Road.AUDIT
              : Message.Road.PROGRAM;
    };
  }
}
