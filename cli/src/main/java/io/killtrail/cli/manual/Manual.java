package io.killtrail.cli.manual;

import io.killtrail.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Writes man pages and completions for bash, zsh and fish into a directory. */
public final class Manual {
  private Manual() {}

  /**
   * Run by the build.
   *
   * @param args the directory, the version, and the time of the build by ISO 8601
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), args[1], args[2].substring(0, "2026-11-21".length()));
  }

  /**
   * With {@code date} as {@code 2026-11-21}: {@code man1/*.1}, {@code bash/killtrail}, {@code
   * zsh/_killtrail} and {@code fish/killtrail.fish}: each under the name that its reader looks for.
   */
  static void write(Path directory, String version, String date) throws IOException {
    CommandSpec root = Main.described().getCommandSpec();
    List<CommandSpec> all = Commands.all(root);
    for (CommandSpec command : all) {
      String name = Commands.dashed(command);
      String page = new ManPage(command, version, date).text();
      put(directory.resolve("man1").resolve(name + ".1"), page);
    }
    put(directory.resolve("bash/killtrail"), new BashCompletion(all).text());
    put(directory.resolve("zsh/_killtrail"), new ZshCompletion(root).text());
    put(directory.resolve("fish/killtrail.fish"), new FishCompletion(all).text());
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
