package io.killtrail.ingest.audit;

import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;

/**
 * The grammar of a line's beginning: {@code [node=NAME ]type=SYSCALL msg=audit(1795227180.500:6):
 * body}. What it found is read from its getters and holds until the next line.
 */
final class AuditRecordParser {
  private static final byte[] NODE = ascii("node=");
  private static final byte[] HOST = ascii("host=");
  private static final byte[] TYPE = ascii("type=");
  private static final byte[] STAMP = ascii("msg=audit(");
  private static final int LONGEST_SECONDS = 12;
  private static final int MILLIS = 3;
  private static final int LONGEST_SERIAL = 18;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int nodeStart;
  private int nodeEnd;
  private RecordType type = RecordType.OTHER;
  private long epochMillis;
  private long serial;
  private long number;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads a line's header; the getters hold good when there is no fault. */
  HeaderFault parse(Line line) {
    bytes = line.buffer();
    at = line.start();
    end = line.end();
    blanks();
    node();
    if (!readType()) {
      return HeaderFault.NO_TYPE;
    }
    return skip(STAMP) ? stamp() : HeaderFault.NO_STAMP;
  }

  int nodeStart() {
    return nodeStart;
  }

  /** The same as {@link #nodeStart} when the line names no node. */
  int nodeEnd() {
    return nodeEnd;
  }

  RecordType type() {
    return type;
  }

  long epochMillis() {
    return epochMillis;
  }

  long serial() {
    return serial;
  }

  /** Where the body begins, in the line's buffer. */
  int bodyStart() {
    return at;
  }

  private void node() {
    nodeStart = at;
    nodeEnd = at;
    if (skip(NODE) || skip(HOST)) {
      nodeStart = at;
      nodeEnd = word();
      blanks();
    }
  }

  private boolean readType() {
    if (!skip(TYPE)) {
      return false;
    }
    int start = at;
    type = RecordType.of(bytes, start, word());
    blanks();
    return true;
  }

  private HeaderFault stamp() {
    if (!digits(LONGEST_SECONDS) || !skip('.')) {
      return HeaderFault.BAD_TIME;
    }
    long seconds = number;
    int millisStart = at;
    if (!digits(MILLIS) || at - millisStart != MILLIS || !skip(':')) {
      return HeaderFault.BAD_TIME;
    }
    epochMillis = seconds * 1000 + number;
    if (!digits(LONGEST_SERIAL)) {
      return HeaderFault.BAD_SERIAL;
    }
    serial = number;
    return close();
  }

  /** Netlink payloads lack the colon. */
  private HeaderFault close() {
    if (!skip(')')) {
      return HeaderFault.OPEN;
    }
    blanks();
    skip(':');
    blanks();
    return HeaderFault.NONE;
  }

  private boolean digits(int longest) {
    int start = at;
    number = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at++] - '0';
    }
    return at > start && at - start <= longest;
  }

  /** Passes over the bytes up to the next blank and tells where they end. */
  private int word() {
    while (at < end && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  private void blanks() {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < end && bytes[at] == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean skip(byte[] text) {
    boolean there = end - at >= text.length;
    for (int i = 0; there && i < text.length; i++) {
      there = bytes[at + i] == text[i];
    }
    at += there ? text.length : 0;
    return there;
  }
}
