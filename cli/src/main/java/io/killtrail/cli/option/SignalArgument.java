package io.killtrail.cli.option;

import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import picocli.CommandLine.TypeConversionException;

/**
 * A signal as people type it: {@code TERM}, {@code SIGTERM} or {@code 15}.
 *
 * @param number its number
 */
public record SignalArgument(int number) {
  /** Real-time signals have numbers, which people know by no name. */
  private static final int LAST_NAMED = 31;

  /** The names of the signals, without SIG. */
  public static List<String> names() {
    return IntStream.rangeClosed(1, LAST_NAMED)
        .mapToObj(number -> Signals.name(number).substring("SIG".length()))
        .toList();
  }

  static SignalArgument parse(String text) {
    OptionalInt number = Signals.parse(text);
    if (number.isEmpty()) {
      throw new TypeConversionException(
          "'" + text + "' is no signal; give one as TERM, SIGTERM or 15");
    }
    return new SignalArgument(number.getAsInt());
  }
}
