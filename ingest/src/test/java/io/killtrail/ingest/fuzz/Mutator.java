package io.killtrail.ingest.fuzz;

import io.killtrail.ingest.fuzz.Mutation.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes mutations of an input, the same ones for the same random numbers. */
final class Mutator {
  private static final int MOST_EDITS = 3;
  private static final int LONG_RANGE = 400;

  private static final List<String> ODD =
      List.of(
          "\0",
          "\r",
          "\n",
          "\r\n",
          "\u00ff",
          "\u00c3",
          "\u00ed\u00a0\u0080",
          "\u001b[31m",
          "\u001d",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "=",
          ":",
          ")",
          "(",
          "%",
          " ",
          "\t",
          "-",
          "-1",
          "0",
          "4294967295",
          "4294967296",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "ffffffffffffffff",
          "1e400",
          "9".repeat(40),
          "null",
          "(null)",
          "\u007fELF",
          "\u001f\u008b",
          "BZh",
          "type=SYSCALL msg=audit(",
          "type=OBJ_PID msg=audit(1795228000.000:1): opid=1",
          "----",
          "audit: type=1300 audit(",
          "\"ID\":\"1.000:1\",");

  private final Random random;
  private final List<byte[]> others;

  Mutator(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
  }

  Mutation mutate(byte[] base) {
    List<Edit> edits = new ArrayList<>();
    int wanted = 1 + random.nextInt(MOST_EDITS);
    for (int i = 0; i < wanted; i++) {
      edits(base).forEach(edit -> addApart(edit, edits));
    }
    edits.sort(Comparator.comparingInt(Edit::from));
    return new Mutation(base, edits);
  }

  private static void addApart(Edit edit, List<Edit> edits) {
    boolean apart =
        edits.stream().allMatch(other -> edit.to() < other.from() || other.to() < edit.from());
    if (apart) {
      edits.add(edit);
    }
  }

  private List<Edit> edits(byte[] base) {
    int at = random.nextInt(base.length + 1);
    int end = Math.min(base.length, at + 1 + random.nextInt(LONG_RANGE));
    return switch (random.nextInt(12)) {
      case 0 -> List.of(flip(base, at));
      case 1 -> List.of(quote(base, at));
      case 2 -> List.of(new Edit(at, end, ""));
      case 3 -> List.of(new Edit(at, base.length, ""));
      case 4, 5 -> List.of(new Edit(at, at, odd()));
      case 6 -> List.of(new Edit(at, at, noise(1 + random.nextInt(64))));
      case 7 -> List.of(new Edit(at, at, latin1(base, at, end)));
      case 8 -> List.of(splice(base, at));
      case 9 -> swap(base);
      case 10 -> List.of(number(base, at));
      default -> List.of(rare(at, end));
    };
  }

  private static Edit flip(byte[] base, int at, int bit) {
    char flipped = (char) ((base[at] ^ 1 << bit) & 0xff);
    return new Edit(at, at + 1, String.valueOf(flipped));
  }

  private Edit flip(byte[] base, int at) {
    return at == base.length ? new Edit(at, at, odd()) : flip(base, at, random.nextInt(Byte.SIZE));
  }

  /** Opens a quote where the next value begins, or where it ends. */
  private Edit quote(byte[] base, int at) {
    int value = at;
    while (value < base.length && base[value] != ',' && base[value] != '=' && base[value] != '"') {
      value++;
    }
    int behind = Math.min(value + 1, base.length);
    return random.nextBoolean() ? new Edit(behind, behind, "\"") : new Edit(value, behind, "");
  }

  private String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private String noise(int length) {
    StringBuilder noise = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      noise.append((char) random.nextInt(256));
    }
    return noise.toString();
  }

  /** What is seldom tried, since it makes inputs long. */
  private Edit rare(int at, int end) {
    return switch (random.nextInt(40)) {
      case 0 -> new Edit(at, at, "A".repeat(100_000));
      case 1 -> new Edit(at, at, odd().repeat(5_000));
      case 2 -> new Edit(at, at, "[{\"a\":".repeat(3_000));
      default -> new Edit(at, end, odd());
    };
  }

  /** Goes on as another input. */
  private Edit splice(byte[] base, int at) {
    byte[] other = others.get(random.nextInt(others.size()));
    int from = random.nextInt(other.length + 1);
    int to = random.nextBoolean() ? other.length : Math.min(other.length, from + LONG_RANGE);
    return new Edit(at, random.nextBoolean() ? base.length : at, latin1(other, from, to));
  }

  private List<Edit> swap(byte[] base) {
    int[] one = line(base, random.nextInt(base.length + 1));
    int[] other = line(base, random.nextInt(base.length + 1));
    return one[0] == other[0]
        ? List.of()
        : List.of(
            new Edit(one[0], one[1], latin1(base, other[0], other[1])),
            new Edit(other[0], other[1], latin1(base, one[0], one[1])));
  }

  private static int[] line(byte[] base, int at) {
    int from = at;
    while (from > 0 && base[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < base.length && base[to] != '\n') {
      to++;
    }
    return new int[] {from, to};
  }

  /** Makes the next number another one. */
  private Edit number(byte[] base, int at) {
    int from = at;
    while (from < base.length && !Character.isDigit(base[from])) {
      from++;
    }
    int to = from;
    while (to < base.length && Character.isDigit(base[to])) {
      to++;
    }
    String number =
        switch (random.nextInt(4)) {
          case 0 -> "9".repeat(1 + random.nextInt(30));
          case 1 -> "-" + random.nextInt(100_000);
          case 2 -> Long.toString(random.nextLong() >>> random.nextInt(64));
          default -> "0";
        };
    return new Edit(from, to, number);
  }

  private static String latin1(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
