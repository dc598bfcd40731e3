package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tar.gz, unpacked somewhere, on a host on which there is no Java. */
record Unpacked(Path directory, Path tree, Path tools) {
  /** All that the launcher runs besides Java. */
  private static final List<String> TOOLS = List.of("readlink", "dirname", "stty");

  static Unpacked in(Path directory) throws Exception {
    Path tree = directory.resolve("some where/killtrail");
    Files.createDirectories(tree);
    Tool done =
        Tool.run(
            directory,
            "tar",
            "xzf",
            Distribution.TAR.toString(),
            "-C",
            tree.toString(),
            "--strip-components=1");
    assertThat(done).isEqualTo(new Tool(0, "", ""));
    return new Unpacked(directory, tree, tools(directory.resolve("tools")));
  }

  private static Path tools(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String tool : TOOLS) {
      Path found = Path.of("/usr/bin", tool);
      Path real = Files.exists(found) ? found : Path.of("/bin", tool);
      Path script = directory.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec " + real + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return directory;
  }

  /** Runs the command, by a link as a user would make it, in the directory of the tree. */
  Tool killtrail(Map<String, String> more, String... arguments) throws Exception {
    Path link = directory.resolve("link");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, tree.resolve("bin/killtrail"));
    }
    List<String> words = new ArrayList<>(List.of("/bin/sh", link.toString()));
    words.addAll(List.of(arguments));
    Map<String, String> variables = new HashMap<>(more);
    variables.put("PATH", tools.toString());
    variables.put("TZ", "UTC");
    return Tool.run(directory, tree, variables, words);
  }
}
