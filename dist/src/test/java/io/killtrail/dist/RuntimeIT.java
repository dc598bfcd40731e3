package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java runtime that is shipped: all that is needed, and nothing that is not there. */
class RuntimeIT {
  private static final Path RUNTIME = Distribution.TREE.resolve("runtime");
  private static final Pattern MODULE = Pattern.compile("-> ((?:java|jdk)\\.[\\w.]+)$");

  /** Lucene uses it only where a user asks the JVM for it. */
  private static final String INCUBATOR = "jdk.incubator.vector";

  /** What the package libc6, and the kernel, bring. */
  private static final Pattern LIBC =
      Pattern.compile("linux-vdso\\.so.*|/lib\\S*/ld-linux\\S*|lib(c|m|dl|rt|pthread)\\.so\\.\\d");

  @TempDir private Path scratch;

  @Test
  void hasEveryModuleThatAJarNeeds() throws IOException {
    Set<String> needed = needed();
    assertThat(needed).contains("java.base", "java.logging");
    needed.remove(INCUBATOR);
    assertThat(modules()).containsAll(needed);
  }

  private static Set<String> needed() throws IOException {
    List<String> words = new ArrayList<>(List.of("-s", "--ignore-missing-deps"));
    words.addAll(List.of("--multi-release", "21"));
    new Jars(Distribution.TREE).all().forEach(jar -> words.add(jar.toString()));
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    assertThat(jdeps.run(printer, printer, words.toArray(String[]::new))).as("%s", said).isZero();
    Set<String> modules = new TreeSet<>();
    said.toString().lines().flatMap(RuntimeIT::module).forEach(modules::add);
    return modules;
  }

  private static Stream<String> module(String line) {
    return MODULE.matcher(line).results().map(MatchResult::group).map(text -> text.substring(3));
  }

  private static List<String> modules() throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(RUNTIME.resolve("release"))) {
      release.load(reader);
    }
    return List.of(release.getProperty("MODULES").replace("\"", "").split(" ", -1));
  }

  /** Else the .deb would have to depend on more than libc6. */
  @Test
  void itsLibrariesNeedNoneButTheirOwnAndLibc() throws Exception {
    List<Path> programs = programs();
    assertThat(programs).hasSizeGreaterThan(10);
    for (Path program : programs) {
      Tool ldd = Tool.run(scratch, "ldd", program.toString());
      assertThat(ldd.exit()).as(ldd::err).isZero();
      assertThat(ldd.out().lines().map(line -> line.strip().split(" ", 2)[0]))
          .as(program.toString())
          .allMatch(name -> isOwn(programs, name) || LIBC.matcher(name).matches());
    }
  }

  private static boolean isOwn(List<Path> programs, String name) {
    return programs.stream().anyMatch(program -> program.endsWith(name));
  }

  private static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.walk(RUNTIME)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java"))
          .toList();
    }
  }
}
