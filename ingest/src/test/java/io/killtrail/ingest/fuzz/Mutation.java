package io.killtrail.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Edits of one input, and which of its bytes they leave alone. */
final class Mutation {
  /** The bytes {@code from..to-1} are replaced; none overlaps another, and they are in order. */
  record Edit(int from, int to, String latin1) {}

  /** Lines that edits touch, up to and with their ends. */
  private record Range(int from, int to) {}

  private final byte[] base;
  private final List<Edit> edits;
  private final List<Range> touched;
  private final byte[] mutated;
  private final Set<Long> numbers = new HashSet<>();

  Mutation(byte[] base, List<Edit> edits) {
    this.base = base;
    this.edits = List.copyOf(edits);
    this.touched = edits.stream().map(this::lines).toList();
    this.mutated = apply();
    for (int i = 0; i < edits.size(); i++) {
      Range lines = touched.get(i);
      Edit edit = edits.get(i);
      note(latin1(lines.from(), lines.to()));
      note(latin1(lines.from(), edit.from()) + edit.latin1() + latin1(edit.to(), lines.to()));
    }
  }

  byte[] mutated() {
    return mutated.clone();
  }

  List<Edit> edits() {
    return edits;
  }

  /** Whether the input is compressed: no place in it says what is touched. */
  boolean compressed() {
    return base.length > 1 && base[0] == 0x1f && base[1] == (byte) 0x8b;
  }

  /** How many edits bring quotes in. */
  long quotes() {
    return edits.stream().filter(edit -> edit.latin1().indexOf('"') >= 0).count();
  }

  /** Whether a record of the input that lies there is as it was. */
  boolean leaves(long offset, int length) {
    return touched.stream()
        .noneMatch(range -> offset < range.to() && offset + length >= range.from());
  }

  /** Whether a line that was touched holds this number, before or after. */
  boolean mentions(long number) {
    return numbers.contains(number);
  }

  private Range lines(Edit edit) {
    int from = edit.from();
    while (from > 0 && base[from - 1] != '\n') {
      from--;
    }
    int to = edit.to();
    while (to < base.length && base[to] != '\n') {
      to++;
    }
    return new Range(from, Math.min(to + 1, base.length));
  }

  private String latin1(int from, int to) {
    return new String(base, from, Math.max(to - from, 0), StandardCharsets.ISO_8859_1);
  }

  private byte[] apply() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    for (Edit edit : edits) {
      out.write(base, at, edit.from() - at);
      out.writeBytes(edit.latin1().getBytes(StandardCharsets.ISO_8859_1));
      at = edit.to();
    }
    out.write(base, at, base.length - at);
    return out.toByteArray();
  }

  private void note(String text) {
    List<String> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (digit && start < 0) {
        start = i;
      } else if (!digit && start >= 0) {
        runs.add(text.substring(start, i));
        start = -1;
      }
    }
    runs.stream().filter(run -> run.length() <= 18).map(Long::valueOf).forEach(numbers::add);
  }
}
