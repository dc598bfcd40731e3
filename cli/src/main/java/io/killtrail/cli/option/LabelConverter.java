package io.killtrail.cli.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant by the word that reports use for it. */
final class LabelConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] constants;
  private final Function<E, String> label;

  LabelConverter(E[] constants, Function<E, String> label) {
    this.constants = constants.clone();
    this.label = label;
  }

  @Override
  public E convert(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (E constant : constants) {
      if (label.apply(constant).equals(wanted)) {
        return constant;
      }
    }
    String all = Arrays.stream(constants).map(label).collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + word + "' is none of " + all);
  }
}
