package io.killtrail.ingest.audit;

import java.util.Optional;

/**
 * An audit record as the kernel prints it when no auditd takes it (kernel/audit.c,
 * kauditd_printk_skb): {@code audit: type=1300 audit(1795228067.608:484): arch=...}.
 *
 * @param type number of its type
 * @param epochMillis its time stamp in milliseconds
 */
public record PrintedRecord(String type, long epochMillis, long serial, String body) {
  private static final String START = "audit: type=";
  private static final String HEADER = " audit(";
  private static final String END = "): ";

  /** A number of more digits is no time and no serial. */
  private static final int DIGITS = 15;

  private static final int MILLIS = 3;

  /** The record that a message of the kernel is, or that a line of its log ends with. */
  public static Optional<PrintedRecord> parse(String message) {
    int start = message.indexOf(START);
    int header = start < 0 ? -1 : message.indexOf(HEADER, start);
    int end = header < 0 ? -1 : message.indexOf(END, header);
    if (end < 0) {
      return Optional.empty();
    }
    String type = message.substring(start + START.length(), header);
    String stamp = message.substring(header + HEADER.length(), end);
    int dot = stamp.indexOf('.');
    int colon = stamp.indexOf(':');
    boolean wellFormed =
        dot > 0
            && colon == dot + 1 + MILLIS
            && number(type)
            && number(stamp.substring(0, dot))
            && number(stamp.substring(dot + 1, colon))
            && number(stamp.substring(colon + 1));
    return wellFormed
        ? Optional.of(
            new PrintedRecord(
                type,
                Long.parseLong(stamp.substring(0, dot)) * 1000
                    + Long.parseLong(stamp.substring(dot + 1, colon)),
                Long.parseLong(stamp.substring(colon + 1)),
                message.substring(end + END.length())))
        : Optional.empty();
  }

  private static boolean number(String text) {
    boolean digits = !text.isEmpty() && text.length() <= DIGITS;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
