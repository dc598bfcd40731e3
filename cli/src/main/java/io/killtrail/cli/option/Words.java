package io.killtrail.cli.option;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.index.SearchField;
import io.killtrail.analyzer.query.NearestName;
import io.killtrail.analyzer.recording.Architecture;
import io.killtrail.reports.csv.Section;
import io.killtrail.reports.model.Stretch;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Teaches a command line the words for causes, flags, zones and the constants of options. */
public final class Words {
  private Words() {}

  /** Registers the words with this command and its subcommands. */
  public static void register(CommandLine line) {
    line.registerConverter(Cause.class, new LabelConverter<>(Cause.values(), Cause::label));
    line.registerConverter(Flag.class, new LabelConverter<>(Flag.values(), Flag::label));
    line.registerConverter(ZoneId.class, Words::zone);
    constants(line, ColorOption.When.class);
    constants(line, ReportOptions.Format.class);
    constants(line, TextOrJson.Format.class);
    constants(line, ReportOptions.FailOn.class);
    constants(line, FactOptions.Format.class);
    constants(line, PidFileOptions.Format.class);
    constants(line, PidFileOptions.FailOn.class);
    constants(line, FailOnProblem.What.class);
    line.registerConverter(
        Section.class,
        new LabelConverter<>(Section.values(), part -> part.label().replace('_', '-')));
    constants(line, Stretch.class);
    line.registerConverter(
        OptionalRules.class, new LabelConverter<>(OptionalRules.values(), OptionalRules::label));
    line.registerConverter(Interval.class, Interval::parse);
    line.registerConverter(Architecture.class, Words::architecture);
    line.registerConverter(SignalArgument.class, SignalArgument::parse);
    line.registerConverter(SearchField.class, Words::field);
  }

  private static Architecture architecture(String name) {
    return Architecture.named(name)
        .orElseThrow(
            () -> new TypeConversionException("no rules are known for '" + name + "'; see --help"));
  }

  private static SearchField field(String name) {
    return SearchField.named(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no field '"
                        + name
                        + "'"
                        + NearestName.of(name, SearchField.names())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")
                        + " killtrail search --fields lists them"));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no zone; give one as Europe/Berlin, +02:00 or UTC");
    }
  }

  private static <E extends Enum<E>> void constants(CommandLine line, Class<E> type) {
    line.registerConverter(
        type,
        new LabelConverter<>(
            type.getEnumConstants(), constant -> constant.name().toLowerCase(Locale.ROOT)));
  }
}
