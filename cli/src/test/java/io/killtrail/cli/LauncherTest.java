package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a copy of the tree's outline, so that it neither builds nor finds a build. */
class LauncherTest {
  private static final Path ROOT = Path.of(System.getProperty("killtrail.root"));

  @TempDir private Path directory;

  private record Result(int exit, String err) {}

  private Result launch(Map<String, String> variables) throws Exception {
    Path launcher = directory.resolve("bin/killtrail");
    Files.createDirectories(launcher.getParent());
    Files.copy(ROOT.resolve("bin/killtrail"), launcher);
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("bin/killtrail"));
    ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", link.toString(), "--version"));
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("PATH", tools());
    builder.environment().putAll(variables);
    Path err = directory.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    process.getInputStream().readAllBytes();
    return new Result(process.waitFor(), Files.readString(err, StandardCharsets.UTF_8));
  }

  /** What a shell script needs, but neither Java nor Maven. */
  private String tools() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    for (String tool : List.of("readlink", "dirname", "mkdir", "find", "head", "sed", "mktemp")) {
      Path found = Path.of("/usr/bin", tool);
      Path real = Files.exists(found) ? found : Path.of("/bin", tool);
      script(tools.resolve(tool), "exec " + real + " \"$@\"");
    }
    return tools.toString();
  }

  private static void script(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path home(Path parent, String version) throws IOException {
    Path bin = Files.createDirectories(parent.resolve("bin"));
    for (String tool : List.of("java", "javac")) {
      script(bin.resolve(tool), "exit 9");
    }
    Files.writeString(parent.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return parent;
  }

  @Test
  void saysWhatIsWrongWithTheJavaThatWasNamed() throws Exception {
    Path old = home(directory.resolve("old"), "17.0.15");
    Result result = launch(Map.of("KILLTRAIL_JAVA_HOME", old.toString()));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .contains("KILLTRAIL_JAVA_HOME=" + old + " holds no JDK of version 21 or newer.")
        .contains("apt install openjdk-21-jdk-headless");
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Path home = home(directory.resolve("new"), "21.0.1");
    Result result = launch(Map.of("KILLTRAIL_JAVA_HOME", home.toString()));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "killtrail: Maven, which builds killtrail, was not found."
                + " Debian, Ubuntu: apt install maven\n");
  }

  @Test
  void runsTheJarWithTheJavaItFound() throws Exception {
    Path target = Files.createDirectories(directory.resolve("cli/target/lib")).getParent();
    Files.writeString(target.resolve("killtrail-cli-0.0.0.jar"), "");
    Path home = home(directory.resolve("new"), "21");
    script(home.resolve("bin/java"), "echo \"$@\" >&2; exit 9");
    Result result =
        launch(Map.of("JAVA_HOME", home.toString(), "KILLTRAIL_JAVA_OPTS", "-Xmx2g -Da=b"));
    assertThat(result.exit()).isEqualTo(9);
    assertThat(result.err())
        .contains(" -Xmx2g -Da=b ")
        .contains("-XX:SharedArchiveFile=" + target.toRealPath() + "/killtrail-21.jsa")
        .endsWith("killtrail-cli-0.0.0.jar --version\n");
  }

  @Test
  void anInstalledTreeRunsOnItsOwnJavaAndBuildsNothing() throws Exception {
    Path other = home(directory.resolve("other"), "99");
    Path runtime = home(directory.resolve("runtime"), "25.0.1");
    script(runtime.resolve("bin/java"), "echo \"own $*\" >&2; exit 9");
    Files.writeString(directory.resolve("killtrail-cli-0.0.0.jar"), "");
    Files.writeString(directory.resolve("killtrail.aot"), "");
    Result result = launch(Map.of("JAVA_HOME", other.toString()));
    assertThat(result.exit()).isEqualTo(9);
    Path root = directory.toRealPath();
    assertThat(result.err())
        .startsWith("own ")
        .contains("-XX:AOTCache=" + root + "/killtrail.aot")
        .endsWith("-jar " + root + "/killtrail-cli-0.0.0.jar --version\n");
    assertThat(directory.resolve("cli")).doesNotExist();
  }

  @Test
  void anInstalledTreeRunsWithoutItsCache() throws Exception {
    Path runtime = home(directory.resolve("runtime"), "25.0.1");
    script(runtime.resolve("bin/java"), "echo \"$@\" >&2; exit 9");
    Files.writeString(directory.resolve("killtrail-cli-0.0.0.jar"), "");
    Result result = launch(Map.of());
    assertThat(result.exit()).isEqualTo(9);
    assertThat(result.err()).doesNotContain("AOTCache").endsWith(" --version\n");
  }
}
