package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gets a library gets its licence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicencesIT {
  private static final Pattern STANZA =
      Pattern.compile("^Files: (\\S+)$.*?^License: (.+?)$", Pattern.MULTILINE | Pattern.DOTALL);

  /** Where the whole text of a licence stands, if the jar does not bring it. */
  private record Text(String licence, String file) {}

  private static final List<Text> TEXTS =
      List.of(
          new Text("Apache-2.0", "LICENSE"),
          new Text("LGPL-2.1+", "licences/LGPL-2.1.txt"),
          new Text("Bitstream-Vera and Arev", "licences/DejaVu-LICENSE.txt"),
          new Text("0BSD", "licences/xz.txt"),
          new Text("BSD-2-Clause and BSD-3-Clause", "licences/zstd-jni.txt"),
          new Text("GPL-2 with Classpath exception", "runtime/legal/java.base/LICENSE"));

  private Path tree;
  private String copyright;

  @BeforeAll
  void unpack(@TempDir Path temporary) throws Exception {
    tree = Unpacked.in(temporary).tree();
    copyright = Files.readString(tree.resolve("licences/copyright"));
  }

  @Test
  void everyJarHasALicence() throws IOException {
    for (Path jar : new Jars(tree).all()) {
      assertThat(licences(jar)).as(jar.getFileName().toString()).hasSize(1);
    }
  }

  /** Of the entries that fit; that for all files counts for killtrail's own only. */
  private List<String> licences(Path jar) {
    String name = jar.getFileName().toString();
    if (name.startsWith("killtrail-")) {
      return List.of("Apache-2.0");
    }
    return STANZA
        .matcher(copyright)
        .results()
        .filter(stanza -> stanza.group(1).startsWith("*/lib/"))
        .filter(stanza -> name.matches(glob(stanza.group(1).substring("*/lib/".length()))))
        .map(stanza -> stanza.group(2))
        .toList();
  }

  private static String glob(String pattern) {
    return Pattern.quote(pattern).replace("*", "\\E.*\\Q");
  }

  @Test
  void everyLicenceIsThereInFull() {
    List<MatchResult> stanzas = STANZA.matcher(copyright).results().toList();
    assertThat(stanzas).hasSizeGreaterThan(5);
    for (MatchResult stanza : stanzas) {
      assertThat(TEXTS).extracting(Text::licence).contains(stanza.group(2));
    }
    for (Text text : TEXTS) {
      assertThat(tree.resolve(text.file())).as(text.licence()).isNotEmptyFile();
    }
  }

  @Test
  void whatTheJarsSayThemselvesIsThere() {
    assertThat(tree.resolve("licences"))
        .isDirectoryRecursivelyContaining("glob:**/lucene-core-*/NOTICE.txt");
    assertThat(tree.resolve("licences"))
        .isDirectoryRecursivelyContaining("glob:**/jackson-core-*/NOTICE");
  }

  @Test
  void theBillOfMaterialsNamesEveryLibrary() throws IOException {
    boolean there = Files.exists(Distribution.SBOM);
    if (!there) {
      System.out.println("LicencesIT is skipped in part: built offline, so that there is no SBOM");
    }
    assumeThat(there).as("the build was online").isTrue();
    Path inside = tree.resolve(Distribution.SBOM.getFileName());
    assertThat(inside).hasSameTextualContentAs(Distribution.SBOM);
    String bill = Files.readString(inside);
    for (Path jar : new Jars(tree).libraries()) {
      String name = jar.getFileName().toString();
      String artifact = name.substring(0, name.lastIndexOf('-', name.indexOf('.')));
      String version = name.substring(artifact.length() + 1, name.length() - ".jar".length());
      assertThat(bill).containsPattern("pkg:maven/[\\w.-]+/" + artifact + "@" + version + "\\?");
    }
  }
}
