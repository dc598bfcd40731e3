package io.killtrail.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir Path root;

  private void touch(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  private List<String> found(Path... named) {
    Discovery discovery = new Discovery();
    List.of(named).forEach(discovery::add);
    List<String> names = new ArrayList<>();
    discovery
        .sets()
        .forEach(set -> set.forEach(f -> names.add(root.relativize(f.path()).toString())));
    return names;
  }

  @Test
  void ordersARotatedSetOldestFirst() throws IOException {
    for (String name : List.of("a.log", "a.log.1", "a.log.2.gz", "a.log.10.gz", "b.log")) {
      touch(name);
    }
    assertThat(found(root))
        .containsExactly("a.log.10.gz", "a.log.2.gz", "a.log.1", "a.log", "b.log");
  }

  @Test
  void ordersDatedCopiesByTheirDate() throws IOException {
    for (String name : List.of("a.log", "a.log-20261121", "a.log-20261120.gz")) {
      touch(name);
    }
    assertThat(found(root)).containsExactly("a.log-20261120.gz", "a.log-20261121", "a.log");
  }

  @Test
  void putsNamedFilesOfOneSetTogether() throws IOException {
    touch("a.log");
    touch("a.log.1");
    touch("c");
    assertThat(found(root.resolve("a.log"), root.resolve("c"), root.resolve("a.log.1")))
        .containsExactly("a.log.1", "a.log", "c");
  }

  @Test
  void keepsSetsOfDifferentDirectoriesApart() throws IOException {
    touch("x/a.log");
    touch("x/a.log.1");
    touch("y/a.log.2");
    assertThat(found(root)).containsExactly("x/a.log.1", "x/a.log", "y/a.log.2");
  }

  @Test
  void entersADirectoryOnceHoweverManyLinksLeadToIt() throws IOException {
    touch("x/a");
    Files.createSymbolicLink(root.resolve("x/loop"), root);
    Files.createSymbolicLink(root.resolve("z"), root.resolve("x"));
    assertThat(found(root)).containsExactly("x/a");
  }

  @Test
  void saysWhatIsMissing() {
    Discovery discovery = new Discovery();
    discovery.add(root.resolve("missing"));
    assertThat(discovery.sets().iterator().next().getFirst().problem()).hasValue("no such file");
  }
}
