package io.killtrail.cli.index;

import io.killtrail.analyzer.custody.CheckedInput;
import io.killtrail.analyzer.custody.InputCheck;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexCheck;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.TextOrJson;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.json.IndexJson;
import io.killtrail.reports.text.IndexText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code killtrail index verify}: whether the index is sound, and its inputs as they were. */
@Command(
    name = "verify",
    abbreviateSynopsis = true,
    header = "Checks that the index is sound, and that its inputs are as they were read.",
    description = {
      "",
      "Reads all of the index as it was last committed, also while another killtrail writes:"
          + " checksums of its files, each observation and input once, and whether reading can go"
          + " on from what is kept of the inputs.",
      "",
      "With --inputs, what is left of each input is digested again, block by block, and told to be"
          + " unchanged, grown, changed (in which block and bytes) or gone. A rotated log is found"
          + " under its new name.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail index verify",
      "  killtrail index verify --inputs --format json",
      ExitStatus.HEADING
          + "  0 all fine; 1 the index is damaged, or could not be read; 2 wrong usage",
      "  4 the index is sound, but an input has changed or could not be checked"
    })
public final class IndexVerifyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;

  @Option(names = "--inputs", description = "Digest the inputs again and compare.")
  private boolean inputs;

  @Mixin private TextOrJson format;

  public IndexVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path directory = index.directory(session.environment());
    IndexCheck.Result result = IndexCheck.of(directory);
    boolean sound = result.found() == 0;
    List<CheckedInput> checked = inputs && sound ? inputs(directory) : List.of();
    switch (format.format()) {
      case TEXT -> text(result, checked);
      case JSON ->
          IndexJson.write(result, Optional.of(checked).filter(all -> inputs), session.out());
    }
    boolean fine = checked.stream().allMatch(input -> input.state().fine());
    ExitStatus status = fine ? ExitStatus.DONE : ExitStatus.PARTLY;
    return (sound ? status : ExitStatus.FAILED).code();
  }

  private static List<CheckedInput> inputs(Path directory) throws IOException {
    List<CheckedInput> checked = new ArrayList<>();
    try (FactIndexReader reader = FactIndexReader.open(directory)) {
      for (IndexedInput input : reader.inputs()) {
        checked.addAll(InputCheck.of(input));
      }
    }
    return checked;
  }

  private void text(IndexCheck.Result result, List<CheckedInput> checked) throws IOException {
    IndexText text = new IndexText(session.out(), new TimeText(ZoneOffset.UTC));
    text.write(result);
    for (CheckedInput input : checked) {
      text.write(input);
    }
  }
}
