package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both archives in a fresh Debian without any Java: {@code src/test/sh/in-fresh-root} has the
 * steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshDebianIT {
  private static final Path STEPS = Distribution.ROOT.resolve("dist/src/test/sh/in-fresh-root");
  private static final Path PICTURE = Distribution.ROOT.resolve("docs/collision.svg");

  private Path results;
  private Readme readme;

  @BeforeAll
  void installInAFreshRoot(@TempDir Path temporary) throws Exception {
    skip(missing());
    readme = Readme.read();
    results = temporary;
    FreshRoot root = FreshRoot.of(results);
    List<String> hook =
        List.of(
            STEPS.toString(),
            Distribution.TAR.toString(),
            Distribution.DEB.toString(),
            results.toString(),
            readme.arguments());
    Tool made = root.use(hook);
    if (!made.err().contains("running --customize-hook")) {
      skip(Optional.of("no fresh root can be made: " + made.err()));
    }
    assertThat(results.resolve("left.exit")).as("the last step; %s", made.err()).exists();
  }

  private static void skip(Optional<String> reason) {
    reason.ifPresent(text -> System.out.println("FreshDebianIT is skipped: " + text));
    assumeThat(reason).isEmpty();
  }

  private static Optional<String> missing() {
    for (String tool : List.of("mmdebstrap", "apt-config", "chroot", "tar")) {
      if (!Tool.exists(tool)) {
        return Optional.of("there is no " + tool);
      }
    }
    return System.getProperty("user.name").equals("root")
        ? Optional.empty()
        : Optional.of("only root may chroot");
  }

  private Tool step(String name) throws IOException {
    return new Tool(
        Integer.parseInt(Files.readString(results.resolve(name + ".exit")).strip()),
        Files.readString(results.resolve(name + ".out")),
        Files.readString(results.resolve(name + ".err")));
  }

  @Test
  void thereIsNoJava() throws IOException {
    assertThat(step("java").out()).doesNotContain("bin/java");
  }

  @Test
  void theTarRunsTheExampleOfTheReadme() throws IOException {
    assertThat(step("untar")).isEqualTo(new Tool(0, "", ""));
    printsTheExample(step("tar-example"));
  }

  @Test
  void theDebIsInstalledAndRunsTheExampleOfTheReadme() throws IOException {
    Tool install = step("install");
    assertThat(install.exit()).as(install::err).isZero();
    printsTheExample(step("deb-example"));
  }

  private void printsTheExample(Tool example) {
    assertThat(example.err()).isEmpty();
    assertThat(example.exit()).isZero();
    assertThat(example.out()).contains(readme.output());
  }

  /** Text is measured by fonts: those that are shipped, whatever the host has of its own. */
  @Test
  void theDebDrawsThePictureOfTheReadmeDotForDot() throws IOException {
    Tool draw = step("draw");
    assertThat(draw.err()).isEmpty();
    assertThat(draw.exit()).isZero();
    assertThat(step("picture").out()).isEqualTo(Files.readString(PICTURE));
    assertThat(step("png").out().strip()).isEqualTo("89 50 4e 47 0d 0a 1a 0a");
  }

  @Test
  void anOrdinaryUserReadsWhatIsThereToRead() throws IOException {
    printsTheExample(step("anybody-analyze"));
    assertThat(step("anybody-ingest").exit()).isZero();
    assertThat(step("anybody-why").out()).contains("stale-pid-file-collision");
    assertThat(step("anybody-rules").out()).contains("-S kill,tkill,tgkill");
  }

  @Test
  void anOrdinaryUserIsToldWhatCouldNotBeSeenOrDone() throws IOException {
    Tool install = step("anybody-install");
    assertThat(install.exit()).isEqualTo(1);
    assertThat(install.err()).contains("/etc/audit/rules.d");
    Tool doctor = step("anybody-doctor");
    assertThat(doctor.exit()).isZero();
    assertThat(doctor.out()).contains("NOT SEEN").doesNotContain("Exception");
    Tool files = step("anybody-pidfiles");
    assertThat(files.exit()).isEqualTo(4);
    assertThat(files.err()).contains("may not be looked at");
    Tool snapshot = step("anybody-snapshot");
    assertThat(snapshot.exit()).isEqualTo(4);
    assertThat(snapshot.err()).contains("may not be looked at");
    assertThat(snapshot.out()).contains("/usr/lib/killtrail/runtime/bin/java");
  }

  @Test
  void theServicesFindTheirUserAndTheirCommand() throws IOException {
    assertThat(step("user").exit()).isZero();
    Tool units = step("units");
    assertThat(units.err().lines().filter(line -> line.contains("killtrail"))).isEmpty();
    assertThat(units.exit()).as(units::err).isZero();
  }

  @Test
  void noServiceIsEnabled() throws IOException {
    assertThat(step("enabled").out()).isEmpty();
  }

  @Test
  void purgingLeavesNothingBehind() throws IOException {
    Tool purge = step("purge");
    assertThat(purge.exit()).as(purge::err).isZero();
    assertThat(purge.err()).doesNotContain("not empty");
    assertThat(step("left").out()).isEmpty();
  }
}
