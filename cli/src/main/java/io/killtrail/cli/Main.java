package io.killtrail.cli;

import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.host.DoctorCommand;
import io.killtrail.cli.host.PidFilesCommand;
import io.killtrail.cli.host.RulesCommand;
import io.killtrail.cli.host.SnapshotCommand;
import io.killtrail.cli.index.IndexCommand;
import io.killtrail.cli.index.IndexInfoCommand;
import io.killtrail.cli.index.IndexMergeCommand;
import io.killtrail.cli.index.IndexPruneCommand;
import io.killtrail.cli.index.IndexVerifyCommand;
import io.killtrail.cli.ingest.IngestCommand;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.Words;
import io.killtrail.cli.query.CoverageCommand;
import io.killtrail.cli.query.RejectedCommand;
import io.killtrail.cli.query.SearchCommand;
import io.killtrail.cli.query.ShowCommand;
import io.killtrail.cli.query.TimelineCommand;
import io.killtrail.cli.query.WhyCommand;
import io.killtrail.cli.report.AnalyzeCommand;
import io.killtrail.cli.report.ReportCommand;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.text.TerminalText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code killtrail} command. */
public final class Main {
  private static final int HELP_WIDTH = 96;

  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] args) {
    Logging.silence();
    // Charts are drawn into files: AWT must not look for a screen, however the JVM was started.
    System.setProperty("java.awt.headless", "true");
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    System.exit(run(args, in, out, err, Environment.ofThisProcess()));
  }

  /** Runs the command and gives its exit status. */
  static int run(
      String[] args, InputStream in, OutputStream out, OutputStream err, Environment environment) {
    Session session = Session.of(in, out, err, environment);
    try {
      int status = commandLine(session).execute(args);
      session.flush();
      return status;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Failure.tell(e, session).code();
    }
  }

  /** The command with its subcommands, to be described, not to be run. */
  public static CommandLine described() {
    return commandLine(
        Session.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Environment.ofThisProcess()));
  }

  private static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new Killtrail());
    line.addSubcommand(new AnalyzeCommand(session))
        .addSubcommand(new IngestCommand(session))
        .addSubcommand(new ReportCommand(session))
        .addSubcommand(new WhyCommand(session))
        .addSubcommand(new SearchCommand(session))
        .addSubcommand(new TimelineCommand(session))
        .addSubcommand(new CoverageCommand(session))
        .addSubcommand(new ShowCommand(session))
        .addSubcommand(new RejectedCommand(session))
        .addSubcommand(new SnapshotCommand(session))
        .addSubcommand(new PidFilesCommand(session))
        .addSubcommand(new RulesCommand(session))
        .addSubcommand(new DoctorCommand(session))
        .addSubcommand(index(session));
    standardOptions(line);
    Words.register(line);
    boolean color = ColorOption.auto(session.environment());
    return line.setOut(new PrintWriter(session.out()))
        .setErr(session.err())
        .setUsageHelpWidth(HELP_WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(color ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((wrong, args) -> usage(wrong, session))
        .setExecutionExceptionHandler(
            (thrown, command, parsed) -> Failure.tell(thrown, session).code());
  }

  private static CommandLine index(Session session) {
    return new CommandLine(new IndexCommand())
        .addSubcommand(new IndexInfoCommand(session))
        .addSubcommand(new IndexVerifyCommand(session))
        .addSubcommand(new IndexPruneCommand(session))
        .addSubcommand(new IndexMergeCommand(session));
  }

  private static void standardOptions(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    line.getSubcommands().values().forEach(Main::standardOptions);
  }

  private static int usage(ParameterException wrong, Session session) {
    CommandLine command = wrong.getCommandLine();
    session.complain(wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, session.err());
    String name = command.getCommandSpec().qualifiedName();
    session.err().println("Try '" + TerminalText.escape(name) + " --help'.");
    return ExitStatus.USAGE.code();
  }
}
