package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The values of one row by the names of their columns. */
final class Row {
  /** The kernel's "unset" for login uids. */
  private static final long UNSET = 4_294_967_295L;

  private static final int DIGITS = 18;
  private static final long ABOVE = 1_000_000_000_000_000_000L;

  private final Header header;
  private final List<String> values;

  Row(Header header, List<String> values) throws BadRowException {
    if (values.size() < header.size()) {
      throw new BadRowException(values.size() + " columns instead of " + header.size());
    }
    for (int i = 0; i < header.size(); i++) {
      if (values.get(i).indexOf('\n') >= 0 && !header.mayHoldLineEnds(i)) {
        throw new BadRowException("a quote is not closed");
      }
    }
    this.header = header;
    this.values = values;
  }

  Header.Kind kind() {
    return header.kind();
  }

  /** The value; empty when it is blank or there is no such column. */
  Optional<String> text(Column column) {
    int index = header.index(column);
    return index < 0 || values.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(index));
  }

  String needed(Column column) throws BadRowException {
    Optional<String> text = text(column);
    if (text.isEmpty()) {
      throw new BadRowException(column.label() + " is missing");
    }
    return text.get();
  }

  /** The boot as 32 lower-case hex digits; the kernel writes it with dashes. */
  String boot() throws BadRowException {
    String id = needed(Column.BOOT_ID).strip().replace("-", "").toLowerCase(Locale.ROOT);
    boolean hex = id.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    if (id.length() != 32 || !hex) {
      throw new BadRowException("boot_id is no boot id");
    }
    return id;
  }

  int id(Column column) throws BadRowException {
    needed(column);
    return integer(column).orElseThrow();
  }

  OptionalInt integer(Column column) throws BadRowException {
    OptionalLong number = number(column);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (number.getAsLong() > Integer.MAX_VALUE) {
      throw new BadRowException(column.label() + " is too large");
    }
    return OptionalInt.of((int) number.getAsLong());
  }

  /** Whether a number can be read again as it is written. */
  static boolean holds(long number) {
    return number >= 0 && number < ABOVE;
  }

  OptionalLong number(Column column) throws BadRowException {
    Optional<String> text = text(column).map(String::strip).filter(word -> !word.isEmpty());
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String digits = text.get();
    if (digits.length() > DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadRowException(column.label() + " is no number");
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  /** A user id; empty when unset, which tools write as -1 or as 4294967295. */
  Optional<UserId> user(Column column) throws BadRowException {
    if (text(column).filter("-1"::equals).isPresent()) {
      return Optional.empty();
    }
    OptionalLong number = number(column);
    return number.isEmpty() || number.getAsLong() == UNSET
        ? Optional.empty()
        : Optional.of(new UserId(number.getAsLong(), Optional.empty()));
  }

  Optional<Instant> time(Column column) throws BadRowException {
    Optional<String> text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time = SnapshotTime.parse(text.get().strip());
    if (time.isEmpty()) {
      throw new BadRowException(column.label() + " is no time");
    }
    return time;
  }
}
