package io.killtrail.cli.manual;

import io.killtrail.analyzer.index.SearchField;
import io.killtrail.cli.option.SignalArgument;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What can stand for a value: some words, a file or directory, or what nobody knows. */
sealed interface Choices {
  /** One of these. */
  record Words(List<String> all) implements Choices {
    public Words {
      all = List.copyOf(all);
    }
  }

  /** A path. */
  record Files() implements Choices {}

  /** The path of a directory. */
  record Directories() implements Choices {}

  /** The beginning of a query: a field, to which something is to be added. */
  record Fields(List<String> names) implements Choices {
    public Fields {
      names = List.copyOf(names);
    }
  }

  /** Anything. */
  record Unknown() implements Choices {}

  /** Those of an option's or parameter's values. */
  static Choices of(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return new Words(
          Arrays.stream(type.getEnumConstants())
              .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
    if (type == SignalArgument.class) {
      return new Words(SignalArgument.names());
    }
    if (type == SearchField.class) {
      return new Words(SearchField.names());
    }
    if (type == Path.class) {
      return argument.paramLabel().matches("DIR|IMAGE") ? new Directories() : new Files();
    }
    return argument instanceof PositionalParamSpec && argument.paramLabel().equals("QUERY")
        ? new Fields(SearchField.names())
        : new Unknown();
  }
}
