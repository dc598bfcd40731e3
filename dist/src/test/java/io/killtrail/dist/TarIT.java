package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tar.gz, where there is no Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TarIT {
  /** Ends with an error where the cache cannot be used, instead of going on without. */
  private static final Map<String, String> CACHE_OR_NOTHING =
      Map.of("KILLTRAIL_JAVA_OPTS", "-XX:AOTMode=on");

  private Path directory;
  private Unpacked unpacked;
  private Readme readme;

  @BeforeAll
  void unpack(@TempDir Path temporary) throws Exception {
    directory = temporary;
    unpacked = Unpacked.in(directory);
    readme = Readme.read();
  }

  private String[] example() {
    return readme.arguments().split(" ", -1);
  }

  private void needsCache() {
    boolean there = Files.exists(Distribution.TREE.resolve("killtrail.aot"));
    if (!there) {
      System.out.println("TarIT is skipped in part: the JDK is too old to make a cache");
    }
    assumeThat(there).as("the JDK makes caches (25 and newer)").isTrue();
  }

  @Test
  void runsTheExampleOfTheReadme() throws Exception {
    Tool done = unpacked.killtrail(Map.of(), example());
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).contains(readme.output());
    assertThat(done.exit()).isZero();
  }

  @Test
  void needsNoWriteAccess() throws Exception {
    List<String> before = files();
    unpacked.killtrail(Map.of(), example());
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (var files = Files.walk(unpacked.tree())) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void itsCacheFitsWhereverItIsUnpacked() throws Exception {
    needsCache();
    Tool done = unpacked.killtrail(CACHE_OR_NOTHING, example());
    assertThat(done.exit()).as(done::err).isZero();
  }

  /** See {@code XzInput}. */
  @Test
  void noClassOfASealedJarIsInTheCache() throws Exception {
    Path log = directory.resolve("audit.log.xz");
    Path plain = Distribution.ROOT.resolve("samples/sudden-death/audit.log");
    try (OutputStream xz = new XZCompressorOutputStream(Files.newOutputStream(log))) {
      Files.copy(plain, xz);
    }
    Path loaded = directory.resolve("loaded");
    Tool done =
        unpacked.killtrail(
            Map.of("KILLTRAIL_JAVA_OPTS", "-Xlog:class+load:file=" + loaded),
            "analyze",
            log.toString());
    assertThat(done.exit()).as(done::err).isZero();
    assertThat(Files.readString(loaded).lines().filter(line -> line.contains(" org.tukaani.xz.")))
        .isNotEmpty()
        .noneMatch(line -> line.contains("shared objects file"));
    assertThat(sealed()).containsExactly("xz");
  }

  private List<String> sealed() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : new Jars(unpacked.tree()).all()) {
      try (JarFile jar = new JarFile(file.toFile())) {
        if ("true".equals(jar.getManifest().getMainAttributes().getValue(Attributes.Name.SEALED))) {
          names.add(file.getFileName().toString().replaceFirst("-[\\d.]+\\.jar$", ""));
        }
      }
    }
    return names;
  }

  @Test
  void aCacheThatIsSpoiltCostsTimeOnly() throws Exception {
    needsCache();
    Unpacked other = Unpacked.in(Files.createDirectory(directory.resolve("spoilt")));
    Path cache = other.tree().resolve("killtrail.aot");
    byte[] bytes = Files.readAllBytes(cache);
    bytes[bytes.length / 2] ^= 1;
    Files.write(cache, bytes);
    assertThat(other.killtrail(CACHE_OR_NOTHING, example()).exit()).isNotZero();
    Tool done = other.killtrail(Map.of(), example());
    assertThat(done.exit()).isZero();
    assertThat(done.out()).contains(readme.output());
  }

  @Test
  void aJarOfAnotherTimeCostsTimeOnly() throws Exception {
    needsCache();
    Unpacked other = Unpacked.in(Files.createDirectory(directory.resolve("touched")));
    for (Path jar : new Jars(other.tree()).all()) {
      assertThat(jar.toFile().setLastModified(0)).isTrue();
    }
    assertThat(other.killtrail(CACHE_OR_NOTHING, example()).exit()).isNotZero();
    assertThat(other.killtrail(Map.of(), example()).out()).contains(readme.output());
  }

  @Test
  void belongsToRootAndMayBeReadByAll() throws IOException {
    for (TarArchiveEntry entry : entries()) {
      assertThat(entry.getLongUserId()).as(entry.getName()).isZero();
      assertThat(entry.getLongGroupId()).as(entry.getName()).isZero();
      if (!entry.isSymbolicLink()) {
        assertThat(entry.getMode() & 0777).as(entry.getName()).isIn(0644, 0755);
      }
    }
  }

  /** Without which two builds would not be alike. */
  @Test
  void allIsOfTheTimeOfTheRelease() throws IOException {
    Instant time = Instant.parse(System.getProperty("killtrail.time"));
    assertThat(entries()).allMatch(entry -> entry.getLastModifiedTime().toInstant().equals(time));
  }

  @Test
  void hasAllThatTheServicesNeed() throws IOException {
    String top = "killtrail-" + Distribution.VERSION + "/";
    assertThat(entries().stream().map(entry -> entry.getName().replaceFirst("^" + top, "")))
        .contains("bin/killtrail", "bin/killtrail-plugin")
        .contains("systemd/killtrail-ingest.service", "systemd/killtrail-snapshot.timer")
        .contains("audit/plugins.d/killtrail.conf")
        .contains("docs/operations.md", "README.md", "LICENSE", "NOTICE");
  }

  @Test
  void allThatItsPagesLinkToIsThere() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    Set<String> packed = new TreeSet<>();
    try (Stream<Path> files = Files.walk(unpacked.tree())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = unpacked.tree().relativize(file).toString();
        packed.add(path);
        if (path.endsWith(".md") && !path.startsWith("runtime/")) {
          pages.put(path, Files.readString(file));
        }
      }
    }
    assertThat(Pages.broken(pages, packed)).isEmpty();
  }

  private static List<TarArchiveEntry> entries() throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(Distribution.TAR));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        entries.add(entry);
        entry = tar.getNextEntry();
      }
    }
    assertThat(entries).hasSizeGreaterThan(100);
    return entries;
  }
}
