package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A root directory with a minimal system of the kind of this host, made by mmdebstrap from where
 * this host gets its packages, and gone again when it has been used. Needs root, for chroot.
 */
record FreshRoot(Path scratch, String codename) {
  private static final Path SOURCES = Path.of("/etc/apt");

  /** How packages are fetched here, such as by a proxy. */
  private static final Pattern FETCHING = Pattern.compile("Acquire::(https?::|Check-|Retries).*");

  static FreshRoot of(Path scratch) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(Path.of("/etc/os-release"))) {
      release.load(reader);
    }
    return new FreshRoot(scratch, release.getProperty("VERSION_CODENAME", "").replace("\"", ""));
  }

  /** Makes it and calls the hook, with the root directory as its first argument. */
  Tool use(List<String> hook) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("mmdebstrap", "--mode=root"));
    words.addAll(List.of("--variant=minbase", "--include=systemd", "--format=null"));
    words.add("--aptopt=" + fetching());
    words.add("--customize-hook=" + quoted(hook.getFirst()) + " \"$1\" " + arguments(hook));
    words.addAll(List.of(codename, "/dev/null"));
    sources().forEach(source -> words.add(source.toString()));
    return Tool.run(scratch, words.toArray(String[]::new));
  }

  private static String arguments(List<String> hook) {
    return String.join(" ", hook.stream().skip(1).map(FreshRoot::quoted).toList());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private Path fetching() throws IOException, InterruptedException {
    Tool dump = Tool.run(scratch, "apt-config", "dump");
    assertThat(dump.exit()).as(dump::err).isZero();
    List<String> lines =
        dump.out().lines().filter(line -> FETCHING.matcher(line).matches()).toList();
    return Files.write(scratch.resolve("apt.conf"), lines);
  }

  /** Those of this distribution; a host may have others. */
  List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>(List.of(SOURCES.resolve("sources.list")));
    try (Stream<Path> files = Files.list(SOURCES.resolve("sources.list.d"))) {
      files.sorted().forEach(all::add);
    }
    Pattern suite = Pattern.compile("^[^#]*\\s" + codename + "\\s", Pattern.MULTILINE);
    List<Path> own = new ArrayList<>();
    for (Path file : all) {
      boolean read = file.toString().endsWith(".list") || file.toString().endsWith(".sources");
      if (read && Files.exists(file) && suite.matcher(Files.readString(file)).find()) {
        own.add(file);
      }
    }
    return own;
  }
}
