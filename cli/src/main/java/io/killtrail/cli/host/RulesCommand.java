package io.killtrail.cli.host;

import io.killtrail.analyzer.recording.Architecture;
import io.killtrail.analyzer.recording.PidFileWatch;
import io.killtrail.analyzer.recording.RuleGroup;
import io.killtrail.analyzer.recording.RulesFile;
import io.killtrail.cli.option.ArchOption;
import io.killtrail.cli.option.OptionalRules;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.image.ImagePidFile;
import io.killtrail.ingest.image.PidFileSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code killtrail rules}: the audit rules that verdicts need. */
@Command(
    name = "rules",
    abbreviateSynopsis = true,
    header = "Prints the audit rules that killtrail needs, or installs them.",
    description = {
      "",
      "A file for /etc/audit/rules.d that says of each rule what it is for: the six calls that"
          + " send signals, of native and of 32-bit programs, and exit(143). Rules that cost more"
          + " are left out unless they are asked for.",
      "",
      "--install writes 50-killtrail.rules, keeps a former file beside it, and says how to load"
          + " it. killtrail itself loads nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail rules",
      "  killtrail rules --arch aarch64 --with execve >50-killtrail.rules",
      "  killtrail rules --install --pid-file /var/lib/helperd/helperd.pid",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ArchOption arch;

  @Option(
      names = "--with",
      paramLabel = "WHAT",
      split = ",",
      description =
          "execve: every command that is run; clone: every process and thread that is made;"
              + " pid-files: reads and writes of the PID files found.")
  private Set<OptionalRules> with = EnumSet.noneOf(OptionalRules.class);

  @Option(
      names = "--pid-file",
      paramLabel = "PATH",
      description = "Watch reads and writes of this PID file. May be given several times.")
  private List<String> pidFiles = List.of();

  @Option(names = "--install", description = "Write the rules to /etc/audit/rules.d.")
  private boolean install;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The root directory of the host to look at and to install to. Default: /.")
  private Path root = Path.of("/");

  public RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<PidFileWatch> watches = watches();
    if (!install) {
      session.out().write(file(true, watches).text());
      return ExitStatus.DONE.code();
    }
    RulesInstall to = RulesInstall.under(root, session.environment().clock());
    to.install(file(!to.hasBacklog(), watches).text(), session.out());
    return ExitStatus.DONE.code();
  }

  private RulesFile file(boolean backlog, List<PidFileWatch> watches) {
    Architecture architecture =
        arch.architecture()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "no rules are known for "
                            + System.getProperty("os.arch")
                            + "; see --arch"));
    Set<RuleGroup> groups = EnumSet.noneOf(RuleGroup.class);
    with.forEach(optional -> optional.group().ifPresent(groups::add));
    return new RulesFile(architecture, backlog, groups, watches);
  }

  private List<PidFileWatch> watches() throws IOException {
    for (String path : pidFiles) {
      if (!PidFileWatch.canWatch(path)) {
        throw new ParameterException(
            spec.commandLine(),
            "--pid-file " + path + ": a rule takes an absolute path of plain characters");
      }
    }
    Set<String> paths = new TreeSet<>(pidFiles);
    paths.addAll(with.contains(OptionalRules.PID_FILES) ? found() : List.of());
    return paths.stream().map(PidFileWatch::new).toList();
  }

  private List<String> found() throws IOException {
    List<String> found = new ArrayList<>();
    PidFileSearch search = PidFileSearch.below(root, List.of());
    search.unseen().forEach(session::complain);
    for (ImagePidFile file : search.files()) {
      String path = file.path();
      if (PidFileWatch.canWatch(path)) {
        found.add(path);
      } else {
        session.complain(path + ": no audit rule can hold this path; it is left out");
      }
    }
    return found;
  }
}
